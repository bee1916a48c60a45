/** 关爱服务 consents that were withdrawn, are over, or whose person is gone. One that nobody ever approved is forgotten. */
import { and, desc, eq, isNull, lte, or, type SQL } from 'drizzle-orm';
import { addDays, startOfDay, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { CARE_SEALED_DAYS, careOverOn } from '#shared/ledgers/care/care.ts';
import { careConsents, careConsentsLedger } from '#main/ledgers/care/table.ts';
import { isGoneSince, knownPeople } from '#main/ledgers/population/known-people.ts';
import type { SealSource } from './source.ts';

export const careSource: SealSource = {
  from: 'care_consents',
  // Those that were withdrawn first: they wait for no day that is believed.
  find: ({ read }, day, limit) =>
    read
      .select({ id: careConsents.id })
      .from(careConsents)
      .where(isOver(day))
      .orderBy(desc(careConsents.state), careConsents.id)
      .limit(limit)
      .all()
      .map(({ id }) => id),
  open({ read }, day, id) {
    const where = and(eq(careConsents.id, id), isOver(day));
    const row = read.select().from(careConsents).where(where).get();
    if (row === undefined) return null;
    const { category, signedOn, synthetic } = row;
    const leftOn = knownPeople(read).personOf(row.residentId)?.leftOn ?? null;
    const isWithdrawn = row.state === 'withdrawn';
    return {
      rows: [{ ledger: careConsentsLedger, row }],
      byDate: !isWithdrawn,
      seal:
        row.approvedBy === null
          ? null
          : {
              category,
              startsOn: signedOn,
              endsOn: careOverOn(row, leftOn),
              why: isWithdrawn ? 'withdrawn' : 'ended',
              until: addDays(day, CARE_SEALED_DAYS),
              synthetic,
            },
    };
  },
};

/** That somebody left may be taken back on the same day: the consent waits for the next. */
function isOver(day: CalendarDay): SQL | undefined {
  return and(
    isNull(careConsents.retiredAt),
    or(
      eq(careConsents.state, 'withdrawn'),
      lte(careConsents.endsOn, day),
      isGoneSince(careConsents.residentId, startOfDay(day)),
    ),
  );
}
