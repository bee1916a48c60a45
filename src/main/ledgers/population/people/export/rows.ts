/** The rows of an exported table: everybody whom a filter finds, some at a time, masked unless they are to be readable. */
import { asc, inArray } from 'drizzle-orm';
import type { ExportColumn, ResidentFilter, ResidentRow } from '#shared/contract/population/residents.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { households, residents } from '#main/ledgers/population/tables.ts';
import {
  HOUSING_WORDS,
  ID_TYPE_WORDS,
  OUT_WORDS,
  relationWord,
  RESIDENCE_WORDS,
  SEX_WORDS,
} from './words.ts';
import { shownInOrder, type PeopleList } from '#main/ledgers/population/people/list/list.ts';
import type { Reader } from '#main/ledgers/population/people/masked-number.ts';
import { phonesOf } from '#main/ledgers/population/people/shown.ts';

/** People read at a time: some milliseconds, after which others get their turn. */
const PEOPLE_A_STEP = 200;

export interface Wanted {
  readonly filter: ResidentFilter;
  readonly columns: readonly ExportColumn[];
  readonly readable: boolean;
}

export async function* exportRows(
  db: ReadHandle,
  list: PeopleList,
  { filter, columns, readable }: Wanted,
  reader: Reader,
  onRows: (rows: number) => void,
): AsyncGenerator<string[], void> {
  const cellsOf = readable ? readableCells : maskedCells;
  for (const ids of list.each(filter, { by: 'address', descending: false }, PEOPLE_A_STEP)) {
    const people = cellsOf(db, shownInOrder(db, reader, ids));
    onRows(people.length);
    for (const person of people) yield columns.map((column) => person[column]);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

type Cells = Readonly<Record<ExportColumn, string>>;

function maskedCells(db: ReadHandle, rows: readonly ResidentRow[]): Cells[] {
  const numbers = householdNumbers(db, rows);
  return rows.map((row) => ({
    name: row.name,
    sex: SEX_WORDS[row.sex],
    age: row.age === null ? '' : String(row.age),
    idType: ID_TYPE_WORDS[row.idType],
    idNumber: row.idMasked ?? '',
    phone: row.phonesMasked.join('、'),
    address: row.addressLine,
    policeGrid: row.policeGrid ?? '',
    residenceType: RESIDENCE_WORDS[row.residenceType],
    housing: row.housing === null ? '' : HOUSING_WORDS[row.housing],
    household: numbers.get(row.householdId ?? '') ?? '',
    relation: row.relation === null ? '' : relationWord(row.relation),
    registerAddress: row.registerAddress ?? '',
    stayFrom: row.stayFrom ?? '',
    stayUntil: row.stayUntil ?? '',
    verifiedOn: row.verifiedOn ?? '',
    outState: row.outState === null ? '' : OUT_WORDS[row.outState],
    outOn: row.outOn ?? '',
  }));
}

function readableCells(db: ReadHandle, rows: readonly ResidentRow[]): Cells[] {
  const { id, idNumber, phone, phone2, phone3 } = residents;
  const ids = rows.map((row) => row.id);
  const stored = db
    .select({ id, idNumber, phone, phone2, phone3 })
    .from(residents)
    .where(inArray(id, ids))
    .orderBy(asc(id))
    .all();
  const values = new Map(stored.map((one) => [one.id, one]));
  return maskedCells(db, rows).map((cells, at) => {
    const own = values.get(ids[at] ?? '');
    if (own === undefined) return cells;
    // A number without a tail is a child's: it leaves the office in no file, whatever the purpose (PIPL 31).
    const idNumber = rows[at]?.idTail === null ? cells.idNumber : (own.idNumber ?? '');
    return { ...cells, idNumber, phone: phonesOf(own).join('、') };
  });
}

/** What tells one household from another: its number in the register, else that of its record. */
function householdNumbers(db: ReadHandle, rows: readonly ResidentRow[]): ReadonlyMap<string, string> {
  const ids = [...new Set(rows.map((row) => row.householdId).filter((id) => id !== null))];
  const { id, number } = households;
  const found = db.select({ id, number }).from(households).where(inArray(id, ids)).all();
  return new Map(found.map((household) => [household.id, household.number || household.id]));
}
