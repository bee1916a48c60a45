/** What leaves the office of a person: numbers and phones masked, of a child's number nothing. And who may see whom. */
import { and, eq, isNull, sql, type SQL } from 'drizzle-orm';
import type { ResidentRow } from '#shared/contract/population/residents.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { ageOn } from '#shared/kernel/citizen-number.ts';
import { maskPhone } from '#shared/kernel/mask.ts';
import { PHONES } from '#shared/ledgers/population/residents.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { readRow } from '#main/db/row-writer.ts';
import { residents, type ResidentRecord } from '#main/ledgers/population/tables.ts';
import { freshDays, freshnessIn, type FreshDays } from './verifying/fresh-days.ts';
import { maskedNumber, type Reader } from './masked-number.ts';

export const liveResident = isNull(residents.retiredAt);

/** Lives or is registered here, and has not left. */
export const hereResident = and(liveResident, isNull(residents.outState));

/** An auxiliary sees who is here; an officer also who was. */
export function visibleTo(caller: Pick<Caller, 'role'>): SQL | undefined {
  return caller.role === 'officer' ? liveResident : hereResident;
}

/** In the order of their ids. */
export function showResidents(
  db: ReadHandle,
  reader: Reader,
  where: SQL | undefined,
  limit: number,
): ResidentRow[] {
  const ages = freshDays(reader.day);
  return selectResidents(db, where, limit).map((selected) => shown(selected, reader, ages));
}

/** Null where no such person stands in the ledger. */
export function shownResident(db: ReadHandle, reader: Reader, id: string): ResidentRow | null {
  return showResidents(db, reader, and(liveResident, eq(residents.id, id)), 1)[0] ?? null;
}

interface Selected {
  readonly resident: ResidentRecord;
  readonly addressLine: string | null;
  readonly policeGrid: string | null;
  readonly guardianName: string | null;
  readonly verifiedByName: string | null;
}

/** In words of its own: the query builder takes longer to read a page of these rows than the database to find them. */
function selectResidents(db: ReadHandle, where: SQL | undefined, limit: number): Selected[] {
  const rows = db.all<Record<string, unknown>>(
    sql`SELECT residents.*, addresses.line AS address_line, addresses.police_grid AS police_grid,
          guardians.name AS guardian_name, staff.name AS staff_name
        FROM residents LEFT JOIN addresses ON addresses.id = residents.address_id
          LEFT JOIN residents AS guardians ON guardians.id = residents.guardian_id AND guardians.retired_at IS NULL
          LEFT JOIN staff ON staff.id = residents.verified_by
        WHERE ${where ?? sql`true`} ORDER BY residents.id LIMIT ${limit}`,
  );
  return rows.map((row) => ({
    resident: readRow(residents, row),
    addressLine: textIn(row['address_line']),
    policeGrid: textIn(row['police_grid']),
    guardianName: textIn(row['guardian_name']),
    verifiedByName: textIn(row['staff_name']),
  }));
}

function textIn(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** Field by field: a column that is added to the table does not leave the office by itself. */
function shown({ resident, addressLine, ...names }: Selected, reader: Reader, ages: FreshDays): ResidentRow {
  const { birthDate, emergencyContact } = resident;
  return {
    ...names,
    ...maskedNumber(resident, reader),
    id: resident.id,
    revision: resident.revision,
    name: resident.name,
    otherName: resident.otherName,
    sex: resident.sex,
    age: birthDate === null ? null : ageOn(birthDate, reader.day),
    birthMonth: birthDate?.slice(0, 7) ?? null,
    idType: resident.idType,
    phonesMasked: phonesOf(resident).map(maskPhone),
    addressId: resident.addressId,
    addressLine: addressLine ?? '',
    registerAddress: resident.registerAddress,
    registerDivision: resident.registerDivision,
    residenceType: resident.residenceType,
    housing: resident.housing,
    householdId: resident.householdId,
    relation: resident.relation,
    stayFrom: resident.stayFrom,
    stayUntil: resident.stayUntil,
    guardianId: resident.guardianId,
    emergencyContactMasked: emergencyContact === null ? null : maskContact(emergencyContact),
    emergencyConsent: resident.emergencyConsent,
    noticeGivenOn: resident.noticeGivenOn,
    outState: resident.outState,
    outOn: resident.outOn,
    verifiedOn: resident.verifiedOn,
    verifiedHow: resident.verifiedHow,
    freshness: freshnessIn(ages, resident.verifiedOn),
    retainUntil: resident.retainUntil,
    batchId: resident.batchId,
    updatedAt: resident.updatedAt,
    synthetic: resident.synthetic,
  };
}

/** Those there are, in the order in which they stand. */
export function phonesOf(resident: Pick<ResidentRecord, (typeof PHONES)[number]>): string[] {
  return PHONES.map((field) => resident[field]).filter((phone) => phone !== null);
}

/** Names stay, every run of digits that may be a phone is masked. */
export function maskContact(contact: string): string {
  return contact
    .normalize('NFKC')
    .replace(/\d(?:[\d\s-]*\d)?/gu, (run) => maskPhone(run.replace(/\D/gu, '')));
}
