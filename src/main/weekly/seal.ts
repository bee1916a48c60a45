/** Seals a range of the journal, from what no bundle carries yet, to the pinned station. */
import { randomBytes } from 'node:crypto';
import { sealBundle, type BundleManifest, type Created, type Keyset, type Sealed } from '#bundle-format';
import type { Clock } from '#shared/kernel/clock.ts';
import type { Epoch, LinePlace } from '#main/db/epoch.ts';
import type { Ledger } from '#main/db/ledger-table.ts';
import { SCHEMA } from '#main/db/migrate.ts';
import type { Store } from '#main/db/open.ts';
import type { OfficeKeys } from './office-keys.ts';
import { liveAt } from './live-rows.ts';
import { echoOf, presentIn, type Outbox } from './outbox.ts';
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
  /** Whose lines: the present epoch, or an older one that a restore left with unsealed lines. */
  readonly of: Epoch;
  /** First line of the range; the range goes to the epoch's end. */
  readonly from: number;
}

export async function sealRange(order: SealOrder): Promise<Sealed<BundleManifest>> {
  const { outbox, office, from } = order;
  const { epoch, base } = order.of;
  const present = presentIn(outbox);
  const last = outbox.all().findLast(({ sealedEpoch }) => sealedEpoch === present);
  const to = outbox.headLine(epoch);
  const before = outbox.chainAt({ epoch, n: from - 1 });
  if (before === null) throw new Error(`the journal has no line ${epoch}/${from - 1}`);
  return orRefuse(
    await sealBundle({
      folder: order.folder,
      signer: order.keys.signer,
      keyset: order.keyset,
      office,
      epoch,
      epochBase: base,
      sealedEpoch: present,
      seq: (last?.seq ?? 0) + 1,
      prev: last?.manifestSha256 ?? null,
      from,
      prevChain: before,
      lines: linesOf(order.raw, epoch, from, to),
      live: liveAt(order.raw, order.ledgers, epoch === present ? null : { epoch, n: to }),
      schema: SCHEMA,
      app: order.version,
      created: createdNow(order.raw, order.clock, { epoch, n: from }),
      lastReceipt: echoOf(outbox.lastReceipt()),
    }),
  );
}

function* linesOf(raw: Store['raw'], epoch: number, from: number, to: number): Generator<string> {
  const select = raw
    .prepare('SELECT line FROM journal WHERE epoch = ? AND n BETWEEN ? AND ? ORDER BY n')
    .pluck();
  for (let at = from; at <= to; at += BATCH) {
    yield* select.all(epoch, at, Math.min(at + BATCH - 1, to)) as string[];
  }
}

/** @param at the line from which on the journal is asked for the latest instant it ever saw */
export function createdNow(raw: Store['raw'], clock: Clock, { epoch, n }: LinePlace): Created {
  const wall = clock.now();
  const seen = raw
    // A line has one form, so its instant is found without parsing it. A forgotten one has none.
    .prepare(
      `SELECT max(substr(line, instr(line, '"t":"') + 5, 24)) FROM journal
        WHERE epoch = ? AND n >= ? AND instr(line, '"t":"') > 0`,
    )
    .pluck()
    .get(epoch, n);
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
