/** What the locked office needs to carry the week, kept beside the sealed files; and what it carried, taken into the journal. */
import { basename } from 'node:path';
import { dayOf, isoWeekOf } from '#shared/kernel/calendar-day.ts';
import type { Keyset } from '#bundle-format';
import type { Clock } from '#shared/kernel/clock.ts';
import type { Journal } from '#main/db/journal.ts';
import { bundles, snapshots as snapshotShelf } from '#main/db/shelf-tables.ts';
import { systemCaller } from '#main/session/callers.ts';
import type { CarryFiles } from '#main/sticks/carry-list.ts';
import type { SealedFile } from '#main/sticks/put-files.ts';
import type { Snapshots } from './monthly/snapshots.ts';
import type { BundleRecord, Outbox } from './outbox.ts';

export interface CarriedRoom {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly outbox: Outbox;
  readonly snapshots: Snapshots;
  readonly station: () => Keyset | null;
  readonly files: CarryFiles;
  /** What goes along beside the sealed weeks: a renewal of the office's keys that the station has not answered yet. */
  readonly alongside: () => readonly SealedFile[];
}

/** Written anew whenever something was sealed, confirmed or copied, and at every unlock. */
export function keepCarryList({ outbox, snapshots, station, files, alongside }: CarriedRoom): void {
  const keyset = station();
  const waiting = [...outbox.unconfirmed(), ...snapshots.waiting()];
  const newest = waiting.at(-1);
  if (keyset === null || newest === undefined) {
    files.dropList();
    return;
  }
  const { year, week } = isoWeekOf(dayOf(newest.sealedAt));
  files.keepList({
    year,
    week,
    station: keyset.station,
    sign: [...keyset.sign],
    files: [
      ...alongside().map(({ path, bytes }) => ({ name: basename(path), bytes })),
      ...waiting.map(({ file, bytes }) => ({ name: file, bytes })),
    ],
  });
}

/** Copies of files the office has sealed itself; anything else somebody put into that file is passed over. */
export function takeCarried({ journal, clock, outbox, snapshots, files }: CarriedRoom): void {
  const copies = files.copies();
  if (copies.length === 0) return;
  const now = clock.now();
  const known = new Map(outbox.all().map((bundle) => [bundle.file, bundle]));
  const monthly = snapshots.waiting();
  journal.write(systemCaller, (desk) => {
    for (const { name, at, stick, serial } of copies) {
      const written = at < now ? at : now;
      for (const snapshot of monthly)
        if (snapshot.file === name) desk.shelves.keep(snapshotShelf, writtenAt(snapshot, written));
      const bundle = known.get(name);
      if (bundle === undefined) continue;
      const row = writtenAt(bundle, written);
      desk.shelves.keep(bundles, row);
      known.set(name, row);
      const facts = { event: 'bundle-carried', seq: bundle.seq, file: name, at: row.writtenAt, stick };
      desk.note('A', 'weekly', '-', serial === undefined ? facts : { ...facts, serial });
    }
  });
  files.dropCopies();
}

/** What the station has answered already stays so, wherever else a copy of it goes. */
export function writtenAt<T extends Pick<BundleRecord, 'state' | 'writtenAt'>>(row: T, at: string): T {
  return { ...row, state: row.state === 'sealed' ? 'written' : row.state, writtenAt: at };
}
