/** What is held about the household that a person belongs to: where it is, and who else, by relation and shortened name. */
import { and, asc, inArray, isNotNull } from 'drizzle-orm';
import { maskName } from '#shared/kernel/person-name.ts';
import type { HouseholdKind } from '#shared/ledgers/population/households.ts';
import { RESIDENT_LAW } from '#shared/ledgers/population/residents.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { BOOKKEEPING, heldRecord, heldSection, leftLedger, type HeldOf } from '#main/desk/held.ts';
import { addressLineOf } from '#main/ledgers/population/places/lines.ts';
import { households, residents } from '#main/ledgers/population/tables.ts';
import { relationWord } from '#main/ledgers/population/people/export/words.ts';
import { presentMembers } from '#main/ledgers/population/people/find.ts';

const KIND_WORDS: Readonly<Record<HouseholdKind, string>> = { family: '家庭户', collective: '集体户' };

export const householdsHeld: HeldOf<typeof households> = {
  table: households,
  leavesOut: { batchId: BOOKKEEPING, source: BOOKKEEPING, synthetic: BOOKKEEPING },
  of: (db, { records }) =>
    heldSection(
      { ledger: '户', basis: RESIDENT_LAW, keeps: '有人属于这一户期间' },
      db
        .select()
        .from(households)
        .where(inArray(households.id, householdsOf(db, records)))
        .orderBy(asc(households.id))
        .all()
        .map((row) =>
          heldRecord({
            编号: row.id,
            户的类别: KIND_WORDS[row.kind],
            户号: row.number,
            地址: addressLineOf(db, row.addressId) ?? row.addressId,
            同户人员: othersIn(db, row.id, records).join('、'),
            说明: leftLedger(row),
          }),
        ),
    ),
};

function householdsOf(db: ReadHandle, records: readonly string[]): string[] {
  const mine = and(inArray(residents.id, [...records]), isNotNull(residents.householdId));
  const found = db.select({ id: residents.householdId }).from(residents).where(mine).all();
  return [...new Set(found.flatMap(({ id }) => (id === null ? [] : [id])))];
}

function othersIn(db: ReadHandle, household: string, records: readonly string[]): string[] {
  return presentMembers(db, household)
    .filter(({ id }) => !records.includes(id))
    .map(({ name, relation }) => `${relation === null ? '' : relationWord(relation)}${maskName(name)}`);
}
