/** An entry as it will be stored: cleaned, completed from its number, held against the records it names. */
import type { Caller } from '#shared/kernel/caller.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { ageOn } from '#shared/kernel/citizen-number.ts';
import { Refusal, type FieldIssue } from '#shared/kernel/failure.ts';
import { isSyntheticOffice } from '#shared/kernel/ids.ts';
import {
  cleanResident,
  derivedFromNumber,
  residentFields,
  residentIssues,
  type ResidentInput,
} from '#shared/ledgers/population/residents.ts';
import type { NewRow } from '#main/db/ledger-table.ts';
import type { ReadHandle } from '#main/db/open.ts';
import type { ResidentRecord, residents } from '#main/ledgers/population/tables.ts';
import {
  findHousehold,
  findResident,
  hasOtherHead,
  isNumberTaken,
  isStandingDoor,
  presentMembers,
} from './find.ts';
import { visibleTo } from './shown.ts';

/** Full age: Civil Code 17. */
const ADULT_AGE = 18;

export interface Standing {
  /** The record that is changed; null for a new one. */
  readonly before: ResidentRecord | null;
  /** A record that leaves the ledger in the same moment, and stands in nobody's way. */
  readonly without?: string;
}

/** Refuses with the fields that do not fit. */
export function checkedResident(
  db: ReadHandle,
  caller: Caller,
  given: ResidentInput,
  standing: Standing,
  day: CalendarDay,
): ResidentInput {
  const cleaned = cleanResident(given);
  const input = { ...cleaned, ...derivedFromNumber(cleaned, day) };
  const issues = [...residentIssues(input, day), ...issuesBetween(db, caller, input, standing, day)];
  if (issues.length > 0) throw new Refusal({ code: 'invalid', issues });
  return input;
}

/** What stood before is not asked again: somebody's guardian may have died since. */
function issuesBetween(
  db: ReadHandle,
  caller: Caller,
  input: ResidentInput,
  standing: Standing,
  day: CalendarDay,
): FieldIssue[] {
  const { before } = standing;
  const { idType, idNumber, addressId, householdId, guardianId } = input;
  const numberChanged = idNumber !== before?.idNumber || idType !== before.idType;
  const issues: FieldIssue[] = [];
  // Who has left stands in an officer's way only; what an auxiliary registers beside them is a pair for the officer to join.
  const seen = visibleTo(caller);
  if (numberChanged && idNumber !== null && isNumberTaken(db, seen, idType, idNumber, ownIds(standing)))
    issues.push({ field: 'idNumber', rule: 'exists' });
  if (addressId !== before?.addressId && !isStandingDoor(db, addressId))
    issues.push({ field: 'addressId', rule: 'no-door' });
  if (householdId !== null) issues.push(...householdIssues(db, input, householdId, standing));
  if (guardianId !== null && guardianId !== before?.guardianId)
    issues.push(...guardianIssues(db, caller, guardianId, ownIds(standing), day));
  return issues;
}

function ownIds({ before, without }: Standing): string[] {
  return [before?.id, without].filter((id) => id !== undefined);
}

function householdIssues(
  db: ReadHandle,
  { addressId, relation }: ResidentInput,
  id: string,
  standing: Standing,
): FieldIssue[] {
  const { before } = standing;
  const household = findHousehold(db, id);
  if (household === null) return [{ field: 'householdId', rule: 'missing' }];
  const joins = id !== before?.householdId;
  const issues: FieldIssue[] = [];
  const isElsewhere = household.addressId !== addressId && !movesAlong(db, id, before);
  // The household may have moved away from somebody who had left it.
  if ((joins || addressId !== before.addressId) && isElsewhere)
    issues.push({ field: 'householdId', rule: 'elsewhere' });
  const becomesHead = relation === '02' && (joins || before.relation !== '02') && before?.outState == null;
  if (becomesHead && hasOtherHead(db, id, ownIds(standing)))
    issues.push({ field: 'relation', rule: 'second-head' });
  return issues;
}

/** A household goes with the last of its members: it is nobody else's. */
export function movesAlong(db: ReadHandle, household: string, before: ResidentRecord | null): boolean {
  return (
    before !== null &&
    before.householdId === household &&
    presentMembers(db, household).every(({ id }) => id === before.id)
  );
}

function guardianIssues(
  db: ReadHandle,
  caller: Caller,
  id: string,
  own: readonly string[],
  day: CalendarDay,
): FieldIssue[] {
  const guardian = own.includes(id) ? null : findResident(db, visibleTo(caller), id);
  if (guardian === null || guardian.outState === 'dead') return [{ field: 'guardianId', rule: 'missing' }];
  const { birthDate } = guardian;
  const isMinor = birthDate !== null && ageOn(birthDate, day) < ADULT_AGE;
  return isMinor ? [{ field: 'guardianId', rule: 'not-of-age' }] : [];
}

/** A new person as the desk registers them. */
export function newResident(input: ResidentInput, officeCode: string): NewRow<typeof residents> {
  return {
    ...input,
    outState: null,
    outOn: null,
    verifiedOn: null,
    verifiedBy: null,
    verifiedHow: null,
    retainUntil: null,
    mergedInto: null,
    batchId: null,
    source: 'desk',
    synthetic: isSyntheticOffice(officeCode),
  };
}

/** The entry that a record is. */
export function entryOf(record: ResidentRecord): ResidentInput {
  const fields = Object.keys(residentFields) as (keyof ResidentInput)[];
  return Object.fromEntries(fields.map((field) => [field, record[field]])) as ResidentInput;
}
