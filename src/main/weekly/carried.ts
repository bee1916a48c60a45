/** What the locked office needs to carry the week, kept beside the sealed files; and what it carried, taken into the journal. */
import { dayOf, isoWeekOf } from '#shared/kernel/calendar-day.ts';
import type { Keyset } from '#bundle-format';
import type { Clock } from '#shared/kernel/clock.ts';
import type { Journal } from '#main/db/journal.ts';
import { bundles } from '#main/db/shelf-tables.ts';
import { systemCaller } from '#main/session/callers.ts';
import type { CarryFiles } from '#main/sticks/carry-list.ts';
import type { Outbox } from './outbox.ts';

export interface CarriedRoom {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly outbox: Outbox;
  readonly station: () => Keyset | null;
  readonly files: CarryFiles;
}

/** Written anew whenever something was sealed, confirmed or copied, and at every unlock. */
export function keepCarryList({ outbox, station, files }: CarriedRoom): void {
  const keyset = station();
  const waiting = outbox.unconfirmed();
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
    files: waiting.map(({ file, bytes }) => ({ name: file, bytes })),
  });
}

/** Copies of files the office has sealed itself; anything else somebody put into that file is passed over. */
export function takeCarried({ journal, clock, outbox, files }: CarriedRoom): void {
  const copies = files.copies();
  if (copies.length === 0) return;
  const now = clock.now();
  const known = new Map(outbox.all().map((bundle) => [bundle.file, bundle]));
  journal.write(systemCaller, (desk) => {
    for (const { name, at, stick } of copies) {
      const bundle = known.get(name);
      if (bundle === undefined) continue;
      const state = bundle.state === 'sealed' ? 'written' : bundle.state;
      const row = { ...bundle, state, writtenAt: at < now ? at : now };
      desk.shelves.keep(bundles, row);
      known.set(name, row);
      desk.note('A', 'weekly', '-', { event: 'bundle-carried', seq: bundle.seq, at: row.writtenAt, stick });
    }
  });
  files.dropCopies();
}
