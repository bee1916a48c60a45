/** Records that may be the person somebody is typing. Shown beside the form; nobody is kept from saving. */
import { and, eq, ne, or, type SQL } from 'drizzle-orm';
import type { ResidentRow } from '#shared/contract/residents.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import {
  cleanIdNumber,
  differsInOneDigit,
  expand15,
  isTransposed,
  isWordForNone,
  readIdNumber,
} from '#shared/kernel/citizen-number.ts';
import { cleanPersonName } from '#shared/kernel/person-name.ts';
import { cleanText } from '#shared/kernel/text-input.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { residents } from '#main/ledgers/population/tables.ts';
import { shownInOrder } from './list.ts';
import { visibleTo } from './shown.ts';

const SHOWN_MAX = 10;
/** People of one name that are compared: the commonest name of 200,000 people has some hundred. */
const NAMESAKES_MAX = 2000;

const WHYS = ['same-number', 'one-digit', 'same-name-birth'] as const;
type Why = (typeof WHYS)[number];

export interface Typed {
  readonly name: string;
  readonly idNumber: string | null;
  readonly birthDate: string | null;
  readonly except: string | null;
}

export function findAlike(
  db: ReadHandle,
  caller: Caller,
  typed: Typed,
  day: CalendarDay,
): { resident: ResidentRow; why: Why }[] {
  const name = cleanPersonName(typed.name);
  const number = isWordForNone(typed.idNumber ?? '') ? '' : cleanIdNumber(typed.idNumber ?? '');
  const birthDate = cleanText(typed.birthDate ?? '') || readIdNumber(number, day).birthDate;
  const found = new Map<string, Why>();
  const candidates = [
    ...(number === '' ? [] : select(db, caller, typed.except, sameNumber(number))),
    ...(name === '' ? [] : select(db, caller, typed.except, eq(residents.name, name))),
  ];
  for (const one of candidates) {
    const why = whyAlike({ name, number, birthDate }, one);
    if (why !== null) found.set(one.id, why);
  }
  const first = [...found]
    .sort(([a, why], [b, other]) => WHYS.indexOf(why) - WHYS.indexOf(other) || (a < b ? -1 : 1))
    .slice(0, SHOWN_MAX);
  const rows = shownInOrder(
    db,
    day,
    first.map(([id]) => id),
  );
  return rows.map((resident) => ({ resident, why: found.get(resident.id) ?? 'same-name-birth' }));
}

interface Compared {
  readonly name: string;
  readonly number: string;
  readonly birthDate: string | null;
}

function whyAlike(typed: Compared, stored: Candidate): Why | null {
  const theirs = stored.idNumber ?? '';
  if (typed.number !== '' && theirs !== '') {
    if (isOneNumber(typed.number, theirs)) return 'same-number';
    const slip = differsInOneDigit(typed.number, theirs) || isTransposed(typed.number, theirs);
    if (slip && typed.name === stored.name) return 'one-digit';
  }
  const born = typed.birthDate !== null && typed.birthDate === stored.birthDate;
  return born && typed.name === stored.name ? 'same-name-birth' : null;
}

/** Equal, or the fifteen old digits of the other's eighteen. */
export function isOneNumber(a: string, b: string): boolean {
  return a === b || expand15(a) === b || expand15(b) === a;
}

function sameNumber(number: string): SQL | undefined {
  const old = number.length === 18 ? `${number.slice(0, 6)}${number.slice(8, 17)}` : null;
  const others = [number, expand15(number), old].filter((one) => one !== null);
  return or(...others.map((one) => eq(residents.idNumber, one)));
}

interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly idNumber: string | null;
  readonly birthDate: string | null;
}

function select(db: ReadHandle, caller: Caller, except: string | null, where: SQL | undefined): Candidate[] {
  const { id, name, idNumber, birthDate } = residents;
  return db
    .select({ id, name, idNumber, birthDate })
    .from(residents)
    .where(and(visibleTo(caller), except === null ? undefined : ne(residents.id, except), where))
    .limit(NAMESAKES_MAX)
    .all();
}
