/** 依法登记事项 that are over: sealed on the day a measure ends, or forgotten where the station never said yes. */
import { eq, isNull } from 'drizzle-orm';
import { addMonths, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { CATEGORIES } from '#shared/ledgers/statutory/categories.ts';
import { isOfMinor } from '#shared/ledgers/statutory/standing.ts';
import { statutoryPersons } from '#main/ledgers/population/statutory-persons.ts';
import { endOf } from '#main/ledgers/statutory/rows.ts';
import {
  statutoryDuties,
  statutoryDutiesLedger,
  statutoryMatters,
  statutoryMattersLedger,
  type MatterEntry,
} from '#main/ledgers/statutory/tables.ts';
import { liveEntry, standingNow } from '#main/ledgers/statutory/visible.ts';
import type { HeldRow, Over, Reading, SealSource } from './source.ts';

export const statutorySource: SealSource = {
  from: 'statutory_matters',
  // All of them: a birth date that was put right in another ledger ends an entry too, and there are few.
  find: ({ read }) =>
    read
      .select({ id: statutoryMatters.id })
      .from(statutoryMatters)
      .where(isNull(statutoryMatters.retiredAt))
      .orderBy(statutoryMatters.id)
      .all()
      .map(({ id }) => id),
  open(store, day, id) {
    const entry = liveEntry(store.read, id);
    return entry === null ? null : overOn(store, day, entry);
  },
};

function overOn(store: Reading, day: CalendarDay, entry: MatterEntry): Over | null {
  const { birthDateOf } = statutoryPersons(store.read);
  const standing = standingNow({ db: store.read, birthDateOf, today: () => day }, entry);
  if (standing !== 'to-seal' && standing !== 'to-remove') return null;
  const isMinor = isOfMinor(entry, entry.residentId === null ? null : birthDateOf(entry.residentId));
  const rows = [{ ledger: statutoryMattersLedger, row: entry }, ...partsOf(store, entry.id)] as const;
  if (standing === 'to-remove') return { rows, byDate: !isMinor, seal: null };
  // By a document, and where a notice was owed after it was printed; else it waited for the day on which it need not be.
  const { endNotice, sealedMonths } = CATEGORIES[entry.category];
  const endedByHand = endOf(entry) < entry.endsOn && (!endNotice || entry.noticeOn !== null);
  return {
    rows,
    byDate: !isMinor && !endedByHand,
    seal: {
      category: entry.category,
      startsOn: entry.startsOn,
      endsOn: endOf(entry),
      why: isMinor ? 'minor' : 'ended',
      until: addMonths(day, sealedMonths),
      synthetic: entry.synthetic,
    },
  };
}

/** Those too that were taken back. */
function partsOf({ read }: Reading, matter: string): HeldRow[] {
  return read
    .select()
    .from(statutoryDuties)
    .where(eq(statutoryDuties.matterId, matter))
    .orderBy(statutoryDuties.id)
    .all()
    .map((row) => ({ ledger: statutoryDutiesLedger, row }));
}
