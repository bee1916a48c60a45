/** 关爱服务 consents that were withdrawn or are over. One that nobody ever approved is forgotten. */
import { and, desc, eq, isNull, lte, or } from 'drizzle-orm';
import { addDays } from '#shared/kernel/calendar-day.ts';
import { CARE_SEALED_DAYS, isCareHeld } from '#shared/ledgers/care/care.ts';
import { careConsents, careConsentsLedger } from '#main/ledgers/care/table.ts';
import type { SealSource } from './source.ts';

export const careSource: SealSource = {
  from: 'care_consents',
  // Those that were withdrawn first: they wait for no day that is believed.
  find: ({ read }, day, limit) =>
    read
      .select({ id: careConsents.id })
      .from(careConsents)
      .where(
        and(
          isNull(careConsents.retiredAt),
          or(eq(careConsents.state, 'withdrawn'), lte(careConsents.endsOn, day)),
        ),
      )
      .orderBy(desc(careConsents.state), careConsents.id)
      .limit(limit)
      .all()
      .map(({ id }) => id),
  open({ read }, day, id) {
    const where = and(eq(careConsents.id, id), isNull(careConsents.retiredAt));
    const row = read.select().from(careConsents).where(where).get();
    if (row === undefined || isCareHeld(row, day)) return null;
    const { category, signedOn, withdrawnOn, endsOn, synthetic } = row;
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
              endsOn: withdrawnOn ?? endsOn,
              why: isWithdrawn ? 'withdrawn' : 'ended',
              until: addDays(day, CARE_SEALED_DAYS),
              synthetic,
            },
    };
  },
};
