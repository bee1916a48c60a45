/** What a row adds to somebody who is known: only where nothing stands. */
import { mayBeHead } from '#shared/ledgers/population/relations.ts';
import type { PersonFacts } from '#main/imports/rows/facts.ts';
import { phonesOf } from './same-person.ts';

type Fills = { -readonly [Field in keyof PersonFacts]?: PersonFacts[Field] };

export interface FillContext {
  /** The record stands in the ledger: its household has its head already. */
  readonly isKnown: boolean;
  /** The row is of the same door, and the record has no household yet. */
  readonly mayJoinHousehold: boolean;
}

/** Null where the row says nothing new. */
export function fillsOf(
  stands: PersonFacts,
  row: PersonFacts,
  { isKnown, mayJoinHousehold }: FillContext,
): Partial<PersonFacts> | null {
  const fills: Fills = {};
  for (const field of PLAIN) fill(fills, field, stands, row);
  if (fills.otherName === stands.name) delete fills.otherName;
  if (stands.idNumber === null && row.idNumber !== null) {
    fills.idNumber = row.idNumber;
    fills.idType = row.idType;
  }
  if ((stands.sex === '0' || stands.sex === '9') && (row.sex === '1' || row.sex === '2')) fills.sex = row.sex;
  const [phone = null, phone2 = null, phone3 = null] = phonesOf(row);
  if (phonesOf(stands).length === 0 && phone !== null) Object.assign(fills, { phone, phone2, phone3 });
  const from = fills.stayFrom ?? stands.stayFrom;
  const until = fills.stayUntil ?? stands.stayUntil;
  if (from !== null && until !== null && until < from) {
    delete fills.stayFrom;
    delete fills.stayUntil;
  }
  if (stands.outState === null && row.outState !== null) {
    fills.outState = row.outState;
    fills.outOn = row.outOn;
  } else if (stands.outState === row.outState && stands.outOn === null && row.outOn !== null)
    fills.outOn = row.outOn;
  const isHere = stands.outState === null && row.outState === null;
  if (isHere && stands.relation === null && row.relation !== null && !(isKnown && mayBeHead(row.relation)))
    fills.relation = row.relation;
  if (isHere && mayJoinHousehold && stands.householdNumber === '' && row.householdNumber !== '')
    fills.householdNumber = row.householdNumber;
  return Object.keys(fills).length === 0 ? null : fills;
}

const PLAIN = ['otherName', 'birthDate', 'registerAddress', 'housing', 'stayFrom', 'stayUntil'] as const;

function fill<Field extends (typeof PLAIN)[number]>(
  fills: Fills,
  field: Field,
  stands: PersonFacts,
  row: PersonFacts,
): void {
  if (stands[field] === null && row[field] !== null) fills[field] = row[field];
}
