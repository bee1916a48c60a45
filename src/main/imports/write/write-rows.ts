/** Everything an import writes, within one transaction: doors, households, people, and what is added to records. */
import { isSyntheticOffice } from '#shared/kernel/ids.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { retainResidentUntil } from '#shared/ledgers/population/residents.ts';
import type { Desk } from '#main/db/journal.ts';
import type { Changes, NewRow } from '#main/db/ledger-table.ts';
import type { Progress } from '#main/db/steps.ts';
import { householdsLedger, residentsLedger, type residents } from '#main/ledgers/population/tables.ts';
import type { Checked } from '#main/imports/checked.ts';
import type { PersonFacts } from '#main/imports/rows/facts.ts';
import { factsOf, type Holder } from '#main/imports/settle/holders.ts';
import type { PlannedHousehold } from '#main/imports/settle/households.ts';

export interface WriteRequest {
  readonly checked: Checked;
  readonly batchId: string;
  readonly officeCode: string;
  readonly today: CalendarDay;
}

export interface Written {
  readonly addresses: number;
  readonly households: number;
  /** The last journal line; null where nothing was written. */
  readonly lastLine: number | null;
}

export function* writeRows(desk: Desk, request: WriteRequest): Generator<Progress, Written> {
  const { checked, batchId, officeCode, today } = request;
  const { settled, households, standing } = checked;
  const origin = { source: 'import', synthetic: isSyntheticOffice(officeCode), batchId } as const;
  const doors = standing.doors.maker(desk, origin);
  const householdIds = new Map<PlannedHousehold, string>();
  const headless = new Set(households.secondHeads);
  const total = settled.people.length + settled.changed.length;
  let lastLine: number | null = null;
  let done = 0;

  function householdOf(holder: Holder, addressId: string): string | null {
    const planned = households.of.get(holder);
    if (planned === undefined) return null;
    const there = planned.id ?? householdIds.get(planned);
    if (there !== undefined) return there;
    const row = desk.put(householdsLedger, { addressId, kind: 'family', number: planned.number, ...origin });
    householdIds.set(planned, row.id);
    return row.id;
  }

  for (const holder of settled.people) {
    const addressId = doors.idOf(holder.door);
    const householdId = householdOf(holder, addressId);
    const stands = factsOf(holder, checked.facts);
    const facts = headless.has(holder) ? { ...stands, relation: null } : stands;
    const row = desk.put(residentsLedger, { ...newPerson(facts, today), addressId, householdId, ...origin });
    lastLine = row.changeN;
    done += 1;
    yield { done, total };
  }
  for (const holder of settled.changed) {
    const { known, fills } = holder;
    if (known === null || fills === null) continue;
    const householdId = householdOf(holder, known.addressId);
    const changes = { ...changesOf(fills, today), ...(householdId === null ? {} : { householdId }) };
    const row = desk.patch(residentsLedger, known.id, known.revision, changes);
    if (row.revision !== known.revision) lastLine = row.changeN;
    done += 1;
    yield { done, total };
  }
  return {
    addresses: doors.made(),
    households: householdIds.size,
    lastLine,
  };
}

type Person = Omit<
  NewRow<typeof residents>,
  'addressId' | 'householdId' | 'source' | 'synthetic' | 'batchId'
>;

/** The number of the household is no field of a person: the record of the household has it. */
function newPerson(facts: PersonFacts, today: CalendarDay): Person {
  return {
    ...facts,
    registerDivision: null,
    guardianId: null,
    emergencyContact: null,
    emergencyConsent: false,
    noticeGivenOn: null,
    // What a sheet says of somebody is not that they were found so.
    verifiedOn: null,
    verifiedBy: null,
    verifiedHow: null,
    retainUntil: retainUntil(facts, today),
    mergedInto: null,
  };
}

function changesOf(
  { householdNumber, ...fills }: Partial<PersonFacts>,
  today: CalendarDay,
): Changes<typeof residents> {
  if (fills.outState === undefined && fills.outOn === undefined) return fills;
  return { ...fills, retainUntil: retainUntil({ outState: 'moved', outOn: null, ...fills }, today) };
}

/** Of somebody of whom nobody knows when they left, the term runs from today. */
function retainUntil(
  { outState, outOn }: Pick<PersonFacts, 'outState' | 'outOn'>,
  today: CalendarDay,
): CalendarDay | null {
  return outState === null ? null : retainResidentUntil(outOn ?? today);
}
