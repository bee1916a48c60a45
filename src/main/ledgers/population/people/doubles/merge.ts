/** Two records of one person become one: the other leaves the ledger, and says into which. */
import type { PairField } from '#shared/contract/population/residents.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { today } from '#shared/kernel/clock.ts';
import { refuse } from '#shared/kernel/failure.ts';
import { cleanText } from '#shared/kernel/text-input.ts';
import { PHONES, type ResidentInput } from '#shared/ledgers/population/residents.ts';
import type { Changes } from '#main/db/ledger-table.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { checkedResident, entryOf } from '#main/ledgers/population/people/entry.ts';
import { findHousehold, seenResident, wardsOf, type Seen } from '#main/ledgers/population/people/find.ts';
import type { PeopleRoom } from '#main/ledgers/population/people/room.ts';
import { phonesOf } from '#main/ledgers/population/people/shown.ts';
import { residentsLedger, type ResidentRecord, type residents } from '#main/ledgers/population/tables.ts';

export interface MergeOrder {
  readonly keep: Seen;
  readonly drop: Seen;
  readonly take: readonly PairField[];
  readonly reason: string;
}

/** Answers with the id of the record that is left. */
export function mergePeople(
  { db, journal, clock }: Pick<PeopleRoom, 'db' | 'journal' | 'clock'>,
  caller: Caller,
  order: MergeOrder,
): string {
  const keep = seenResident(db, caller, order.keep);
  const drop = seenResident(db, caller, order.drop);
  if (keep.id === drop.id) refuse({ code: 'invalid', issues: [{ field: 'drop', rule: 'same' }] });
  const reason = cleanText(order.reason);
  const day = today(clock);
  const presence = takesPlace(order.take) ? presenceAt(drop, keep) : presenceAt(keep, drop);
  const given = withHeadship(db, united(keep, drop, order.take), drop);
  const entry = checkedResident(db, caller, given, { before: keep, without: drop.id }, day);
  journal.write(caller, (desk) => {
    const kept = desk.patch(residentsLedger, keep.id, keep.revision, { ...entry, ...presence }, reason);
    const wards = wardsOf(db, drop.id)
      .filter(({ id }) => id !== keep.id)
      .map(({ id, revision }) => desk.patch(residentsLedger, id, revision, { guardianId: keep.id }, reason));
    const dropped = desk.patch(residentsLedger, drop.id, drop.revision, { mergedInto: keep.id }, reason);
    desk.retire(residentsLedger, drop.id, dropped.revision, reason);
    const lines = Number(kept.revision > keep.revision) + wards.length + 2;
    desk.note('A', 'residents', keep.id, { event: 'merged', with: drop.id, lines });
  });
  return keep.id;
}

/** What taking a field means in the record. Phones are united, whoever's come first. */
const TAKEN: Readonly<Record<Exclude<PairField, 'phone'>, readonly (keyof ResidentInput)[]>> = {
  name: ['name'],
  idNumber: ['idType', 'idNumber'],
  sex: ['sex'],
  birthDate: ['birthDate'],
  // Where somebody lives and with whom go together: a household stands at one door.
  address: ['addressId', 'householdId', 'relation'],
  household: ['addressId', 'householdId', 'relation'],
  relation: ['relation'],
  registerAddress: ['registerAddress', 'registerDivision'],
  residenceType: ['residenceType'],
  housing: ['housing'],
  stayFrom: ['stayFrom'],
  stayUntil: ['stayUntil'],
};

function united(keep: ResidentRecord, drop: ResidentRecord, take: readonly PairField[]): ResidentInput {
  const theirs = entryOf(drop);
  const fields = take.flatMap((field) => (field === 'phone' ? [] : TAKEN[field]));
  const [first, second] = take.includes('phone') ? [drop, keep] : [keep, drop];
  const phones = [...new Set([...phonesOf(first), ...phonesOf(second)])].slice(0, PHONES.length);
  const [phone = null, phone2 = null, phone3 = null] = phones;
  const guardian = [keep.guardianId, drop.guardianId].find(
    (id) => id !== null && id !== keep.id && id !== drop.id,
  );
  return {
    ...entryOf(keep),
    ...Object.fromEntries(fields.map((field) => [field, theirs[field]])),
    phone,
    phone2,
    phone3,
    guardianId: guardian ?? null,
  };
}

/** Who was the head under the other record is so under the one that is left. */
function withHeadship(db: ReadHandle, entry: ResidentInput, drop: ResidentRecord): ResidentInput {
  const { householdId, relation, outState } = drop;
  if (householdId === null || relation !== '02' || outState !== null) return entry;
  const isTheirs = entry.householdId === householdId;
  const joins = entry.householdId === null && findHousehold(db, householdId)?.addressId === entry.addressId;
  return isTheirs || joins ? { ...entry, householdId, relation } : entry;
}

function takesPlace(take: readonly PairField[]): boolean {
  return take.includes('address') || take.includes('household');
}

/**
 * Whether somebody is here is said of a place: that of the record whose place it is. Where both name the same door, who was
 * registered there anew has come back.
 */
function presenceAt(place: ResidentRecord, other: ResidentRecord): Changes<typeof residents> {
  const isBack = other.addressId === place.addressId && other.outState === null;
  const { outState, outOn, retainUntil } = isBack ? other : place;
  return { outState, outOn, retainUntil };
}
