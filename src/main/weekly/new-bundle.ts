/** Seals what no bundle carries yet into the outbox, and puts it down. Whole or not at all. */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Keyset } from '#bundle-format';
import { dayOf, isoWeekOf } from '#shared/kernel/calendar-day.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { today, type Clock } from '#shared/kernel/clock.ts';
import { mustSeal } from '#shared/ledgers/weekly.ts';
import type { Epoch } from '#main/db/epoch.ts';
import type { Journal } from '#main/db/journal.ts';
import type { Ledger } from '#main/db/ledger-table.ts';
import type { Store } from '#main/db/open.ts';
import { bundles } from '#main/db/shelf-tables.ts';
import type { OfficeKeys } from './office-keys.ts';
import { LOST, type Outbox } from './outbox.ts';
import { sealRange } from './seal.ts';
import type { Past } from './timely/past.ts';

export interface BundleRoom {
  readonly raw: Store['raw'];
  readonly journal: Journal;
  readonly clock: Clock;
  readonly keys: OfficeKeys;
  readonly office: string;
  readonly ledgers: readonly Ledger[];
  readonly outboxFolder: string;
  readonly version: string;
}

/**
 * A bundle for each epoch of which lines wait, the oldest first: the next one stands on it. Answers whether any was sealed:
 * nothing is, where nothing waits and the week has its bundle.
 */
export async function sealWhatWaits(
  room: BundleRoom,
  outbox: Outbox,
  past: Past,
  keyset: Keyset,
  caller: Caller,
): Promise<boolean> {
  await dropLost(room, outbox, caller);
  const epochs = outbox.epochs();
  const wanted = epochs.filter((one) => isWanted(room, outbox, past, one, one === epochs.at(-1)));
  for (const of of wanted) {
    const from = outbox.bundledLine(of.epoch) + 1;
    const sealed = await sealRange({ ...room, outbox, folder: room.outboxFolder, keyset, of, from });
    recordSealed(room.journal, caller, sealed);
  }
  return wanted.length > 0;
}

/** The lines of an outbox file that was lost or damaged go again, under a new number. */
async function dropLost(room: BundleRoom, outbox: Outbox, caller: Caller): Promise<void> {
  for (const bundle of outbox.unconfirmed()) {
    if (await isWhole(join(room.outboxFolder, bundle.file))) continue;
    room.journal.write(caller, (desk) => {
      desk.shelves.keep(bundles, { ...bundle, state: 'refused', checkCode: LOST });
      desk.note('A', 'weekly', '-', { event: 'outbox-file-lost', seq: bundle.seq });
    });
  }
}

/**
 * Lines of a ledger wait, or this week has no bundle yet, or a due time passed without one: an empty week is a message too. So
 * are new keys: nothing else may be signed with them before their first bundle.
 */
function isWanted(
  { raw, clock }: BundleRoom,
  outbox: Outbox,
  past: Past,
  { epoch }: Epoch,
  isPresent: boolean,
): boolean {
  const bundled = outbox.bundledLine(epoch);
  if (!isPresent) return outbox.headLine(epoch) > bundled;
  const monday = isoWeekOf(today(clock)).from;
  const sealedThisWeek = outbox.all().some((one) => one.checkCode !== LOST && dayOf(one.sealedAt) >= monday);
  const sealed = past.sealed();
  if (!sealedThisWeek || (sealed !== null && mustSeal(sealed, clock.now()))) return true;
  const somethingWaits = raw
    .prepare(
      `SELECT EXISTS (SELECT 1 FROM journal WHERE epoch = ? AND n > ?
         AND (op IN ('I', 'U', 'X', 'C', 'V', 'R', 'F')
           OR ledger = 'station' AND op = 'A' AND json_extract(line, '$.d.event') = 'keys-renewed'))`,
    )
    .pluck()
    .get(epoch, bundled);
  return somethingWaits !== 0;
}

/** A sealed file is named by its own hash: that is the whole check. */
export async function isWhole(path: string): Promise<boolean> {
  if (!existsSync(path)) return false;
  const digest = createHash('sha256');
  await pipeline(createReadStream(path), digest);
  return digest.digest('hex').startsWith(basename(path, '.jwb'));
}

function recordSealed(journal: Journal, caller: Caller, sealed: Awaited<ReturnType<typeof sealRange>>): void {
  const { sealed_epoch: sealedEpoch, epoch, seq, range } = sealed.manifest;
  journal.write(caller, (desk) => {
    desk.shelves.keep(bundles, {
      sealedEpoch,
      seq,
      epoch,
      file: basename(sealed.path),
      bytes: sealed.size,
      manifestSha256: sealed.manifestSha256,
      fromN: range.from,
      toN: range.to,
      sealedAt: desk.now,
      sealedBy: caller.staff,
      writtenAt: null,
      state: 'sealed',
      checkCode: null,
    });
    desk.note('A', 'weekly', '-', { event: 'bundle-sealed', seq, from: range.from, to: range.to });
  });
}
