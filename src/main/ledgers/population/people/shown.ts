/** What leaves the office of a person: numbers and phones masked, of a child's number nothing. And who may see whom. */
import { and, asc, eq, isNull, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { ResidentRow } from '#shared/contract/residents.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { ageOn, maskIdNumber, readIdNumber, tailOf } from '#shared/kernel/citizen-number.ts';
import { maskPhone } from '#shared/kernel/mask.ts';
import { isCheckedType, isChild, PHONES } from '#shared/ledgers/population/residents.ts';
import { freshness } from '#shared/ledgers/population/verified.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { staff } from '#main/staff/table.ts';
import { addresses, residents, type ResidentRecord } from '#main/ledgers/population/tables.ts';

export const liveResident = isNull(residents.retiredAt);

/** An auxiliary sees who is here; an officer also who was. */
export function visibleTo(caller: Caller): SQL | undefined {
  return caller.role === 'officer' ? liveResident : and(liveResident, isNull(residents.outState));
}

/** In the order of their ids. */
export function showResidents(
  db: ReadHandle,
  day: CalendarDay,
  where: SQL | undefined,
  limit: number,
): ResidentRow[] {
  return selectResidents(db)
    .where(where)
    .orderBy(asc(residents.id))
    .limit(limit)
    .all()
    .map((selected) => shown(selected, day));
}

/** Null where no such person stands in the ledger. */
export function shownResident(db: ReadHandle, day: CalendarDay, id: string): ResidentRow | null {
  return showResidents(db, day, and(liveResident, eq(residents.id, id)), 1)[0] ?? null;
}

const guardians = alias(residents, 'guardians');

function selectResidents(db: ReadHandle) {
  return db
    .select({
      resident: residents,
      addressLine: addresses.line,
      policeGrid: addresses.policeGrid,
      guardianName: guardians.name,
      verifiedByName: staff.name,
    })
    .from(residents)
    .leftJoin(addresses, eq(addresses.id, residents.addressId))
    .leftJoin(guardians, and(eq(guardians.id, residents.guardianId), isNull(guardians.retiredAt)))
    .leftJoin(staff, eq(staff.id, residents.verifiedBy));
}

type Selected = ReturnType<ReturnType<typeof selectResidents>['all']>[number];

function shown({ resident, addressLine, ...names }: Selected, day: CalendarDay): ResidentRow {
  const { birthDate } = resident;
  return {
    ...facts(resident),
    ...names,
    ...maskedNumber(resident, day),
    age: birthDate === null ? null : ageOn(birthDate, day),
    birthMonth: birthDate?.slice(0, 7) ?? null,
    phonesMasked: PHONES.map((field) => resident[field])
      .filter((phone) => phone !== null)
      .map(maskPhone),
    addressLine: addressLine ?? '',
    emergencyContactMasked:
      resident.emergencyContact === null ? null : maskContact(resident.emergencyContact),
    freshness: freshness(resident.verifiedOn, day),
  };
}

/** Fields that leave as they are. */
function facts(resident: ResidentRecord) {
  const {
    idNumber,
    birthDate,
    phone,
    phone2,
    phone3,
    emergencyContact,
    changeN,
    createdAt,
    createdBy,
    updatedBy,
    retiredAt,
    verifiedBy,
    mergedInto,
    source,
    ...open
  } = resident;
  return open;
}

function maskedNumber(
  { idNumber, idType, birthDate }: ResidentRecord,
  day: CalendarDay,
): Pick<ResidentRow, 'idTail' | 'idMasked' | 'idFlag'> {
  if (idNumber === null) return { idTail: null, idMasked: null, idFlag: null };
  const reading = isCheckedType(idType) ? readIdNumber(idNumber, day) : null;
  const hidden = isChild(birthDate ?? reading?.birthDate ?? null, day);
  return {
    idTail: hidden ? null : tailOf(idNumber),
    idMasked: hidden ? '·'.repeat(idNumber.length) : maskIdNumber(idNumber),
    idFlag: flagOf(reading),
  };
}

function flagOf(reading: ReturnType<typeof readIdNumber> | null): ResidentRow['idFlag'] {
  if (reading?.flaw === 'check-digit' || reading?.flaw === 'rounded') return reading.flaw;
  return reading?.kind === 'old-15' ? 'old-number' : null;
}

/** Names stay, every run of digits that may be a phone is masked. */
export function maskContact(contact: string): string {
  return contact
    .normalize('NFKC')
    .replace(/\d(?:[\d\s-]*\d)?/gu, (run) => maskPhone(run.replace(/\D/gu, '')));
}
