/** Seals a range of the journal, from what no bundle carries yet, to the pinned station. */
import { randomBytes } from 'node:crypto';
import { chainStart, sealBundle, type BundleManifest, type Keyset, type Sealed } from '#bundle-format';
import type { Clock } from '#shared/kernel/clock.ts';
import { EPOCH } from '#main/db/epoch.ts';
import type { Ledger } from '#main/db/ledger-table.ts';
import { tableName } from '#main/db/ledger-table.ts';
import { SCHEMA } from '#main/db/migrate.ts';
import type { Store } from '#main/db/open.ts';
import type { OfficeKeys } from './office-keys.ts';
import { echoOf, type Outbox } from './outbox.ts';
import { orRefuse } from './refusals.ts';

/** Lines read from the journal at a time: many enough to be quick, few enough to keep memory flat. */
const BATCH = 500;
/** This start of the office, so that the station sees when a PC was started anew. */
const BOOT = randomBytes(8).toString('hex');

export interface SealOrder {
  readonly raw: Store['raw'];
  readonly outbox: Outbox;
  readonly folder: string;
  readonly keys: OfficeKeys;
  readonly keyset: Keyset;
  readonly office: string;
  readonly ledgers: readonly Ledger[];
  readonly clock: Clock;
  readonly version: string;
  /** First line of the range; the range goes to the journal's end. */
  readonly from: number;
}

export async function sealRange(order: SealOrder): Promise<Sealed<BundleManifest>> {
  const { outbox, office, from } = order;
  const last = outbox.all().at(-1);
  const to = outbox.headLine();
  const before = from === 1 ? chainStart(office, EPOCH).toString('hex') : outbox.chainAt(from - 1);
  if (before === null) throw new Error(`the journal has no line ${from - 1}`);
  return orRefuse(
    await sealBundle({
      folder: order.folder,
      signer: order.keys.signer,
      keyset: order.keyset,
      office,
      epoch: EPOCH,
      epochBase: null,
      seq: (last?.seq ?? 0) + 1,
      prev: last?.manifestSha256 ?? null,
      from,
      prevChain: before,
      lines: linesOf(order.raw, from, to),
      live: liveRows(order.raw, order.ledgers),
      schema: SCHEMA,
      app: order.version,
      created: createdNow(order),
      lastReceipt: echoOf(outbox.lastReceipt()),
    }),
  );
}

function* linesOf(raw: Store['raw'], from: number, to: number): Generator<string> {
  const select = raw
    .prepare('SELECT line FROM journal WHERE epoch = ? AND n BETWEEN ? AND ? ORDER BY n')
    .pluck();
  for (let at = from; at <= to; at += BATCH) {
    yield* select.all(EPOCH, at, Math.min(at + BATCH - 1, to)) as string[];
  }
}

/** Rows each ledger holds now; the station compares them with what it has after applying. */
export function liveRows(raw: Store['raw'], ledgers: readonly Ledger[]): Record<string, number> {
  return Object.fromEntries(
    ledgers.map((ledger) => [
      ledger.name,
      Number(
        raw
          .prepare(`SELECT count(*) FROM ${tableName(ledger.table)} WHERE retired_at IS NULL`)
          .pluck()
          .get(),
      ),
    ]),
  );
}

function createdNow(order: SealOrder): Parameters<typeof sealBundle>[0]['created'] {
  const wall = order.clock.now();
  const seen = order.raw
    // A line has one form, so its instant is found without parsing it. A forgotten one has none.
    .prepare(
      `SELECT max(substr(line, instr(line, '"t":"') + 5, 24)) FROM journal
        WHERE epoch = ? AND n >= ? AND instr(line, '"t":"') > 0`,
    )
    .pluck()
    .get(EPOCH, order.from);
  const maxSeen = typeof seen === 'string' ? seen : wall;
  const year = Number(wall.slice(0, 4));
  return {
    wall,
    max_seen: maxSeen,
    mono_ms: Math.floor(performance.now()),
    boot: BOOT,
    doubt: [
      ...(wall < maxSeen ? (['wall_before_max_seen'] as const) : []),
      ...(year < 2026 || year > 2099 ? (['year_implausible'] as const) : []),
    ],
  };
}
