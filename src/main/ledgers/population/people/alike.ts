/** Records that may be the person somebody is typing. Shown beside the form; nobody is kept from saving. */
import { and, eq, inArray, ne, type SQL } from 'drizzle-orm';
import type { ResidentRow } from '#shared/contract/population/residents.ts';
import { cleanIdNumber, isWordForNone, readIdNumber } from '#shared/kernel/citizen-number.ts';
import { cleanPersonName } from '#shared/kernel/person-name.ts';
import { cleanText } from '#shared/kernel/text-input.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { residents } from '#main/ledgers/population/tables.ts';
import { sameNumbers } from './doubles/known-pairs.ts';
import { likeness, type Compared, type PairKind } from './doubles/likeness.ts';
import { shownInOrder } from './list/list.ts';
import type { Reader } from './masked-number.ts';
import { visibleTo } from './shown.ts';

const SHOWN_MAX = 10;
/** People of one name that are compared: the commonest name of 200,000 people has some hundred. */
const NAMESAKES_MAX = 2000;

type Why = Exclude<PairKind, 'same-phone-address'>;
const WHYS: readonly Why[] = ['same-number', 'one-digit', 'same-name-birth'];

export interface Typed {
  readonly name: string;
  readonly idNumber: string | null;
  readonly birthDate: string | null;
  readonly except: string | null;
}

export function findAlike(
  db: ReadHandle,
  reader: Reader,
  typed: Typed,
): { resident: ResidentRow; why: Why }[] {
  const name = cleanPersonName(typed.name);
  const idNumber = isWordForNone(typed.idNumber ?? '') ? null : cleanIdNumber(typed.idNumber ?? '');
  const birthDate = cleanText(typed.birthDate ?? '') || readIdNumber(idNumber ?? '', reader.day).birthDate;
  const person = { name, idNumber, birthDate, phones: [], addressId: null, householdId: null };
  const numbers = idNumber === null ? [] : sameNumbers(idNumber);
  const found = new Map<string, Why>();
  for (const one of [
    ...(numbers.length === 0 ? [] : select(db, reader, typed.except, inArray(residents.idNumber, numbers))),
    ...(name === '' ? [] : select(db, reader, typed.except, eq(residents.name, name))),
  ]) {
    const why = whyAlike(person, one);
    if (why !== null) found.set(one.id, why);
  }
  const first = [...found]
    .sort(([a, why], [b, other]) => WHYS.indexOf(why) - WHYS.indexOf(other) || (a < b ? -1 : 1))
    .slice(0, SHOWN_MAX);
  const rows = shownInOrder(
    db,
    reader,
    first.map(([id]) => id),
  );
  return rows.map((resident) => ({ resident, why: found.get(resident.id) ?? 'same-name-birth' }));
}

function whyAlike(typed: Compared, { name, idNumber, birthDate }: Candidate): Why | null {
  const nowhere = { phones: [], addressId: null, householdId: null };
  const why = likeness(typed, { name, idNumber, birthDate, ...nowhere });
  return why === 'same-phone-address' ? null : why;
}

interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly idNumber: string | null;
  readonly birthDate: string | null;
}

function select(db: ReadHandle, reader: Reader, except: string | null, where: SQL | undefined): Candidate[] {
  const { id, name, idNumber, birthDate } = residents;
  return db
    .select({ id, name, idNumber, birthDate })
    .from(residents)
    .where(and(visibleTo(reader), except === null ? undefined : ne(residents.id, except), where))
    .limit(NAMESAKES_MAX)
    .all();
}
