/** People whom words mean: by name, number, phone, or by where they live. */
import type { Caller } from '#shared/kernel/caller.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { formatRecordId, numberOfRecord } from '#shared/kernel/ids.ts';
import type { ElementKind } from '#shared/ledgers/population/addresses.ts';
import type { OutState, Sex } from '#shared/ledgers/population/residents.ts';
import type { Store } from '#main/db/open.ts';
import { BELOW } from '#main/ledgers/population/places/lines.ts';
import { residentsLedger } from '#main/ledgers/population/tables.ts';
import { keyWalk } from './key-walk.ts';
import { meaningsOf, numberForms, type FoundBy, type Meaning, type PersonFacts } from './people-words.ts';
import type { Places } from './places.ts';
import { isIn } from './ranges.ts';
import { residentKeys } from './resident-keys.ts';
import type { Candidate, Subject } from './seek.ts';
import type { Word } from './typed.ts';

export interface Person extends PersonFacts {
  readonly id: string;
  readonly sex: Sex;
  readonly outState: OutState | null;
  readonly addressId: string;
  /** Of the address; null where it is not in the ledger. */
  readonly line: string | null;
  readonly parentId: string | null;
  readonly kind: ElementKind | null;
  readonly door: string | null;
}

export interface PeopleOptions {
  readonly role: Caller['role'];
  readonly today: CalendarDay;
  readonly places: Places;
  /** True where one word stands alone: a name then means people, not all who live in a place of that name. */
  readonly alone: boolean;
}

export type PeopleSubject = Subject<Word, Person, FoundBy>;

/** People living at an address read at once. */
const FIRST_AT_PLACE = 40;

export function openPeople(
  raw: Pick<Store['raw'], 'prepare'>,
  office: string,
): (options: PeopleOptions) => PeopleSubject {
  const keys = keyWalk(raw, residentsLedger);
  const selectRow = raw.prepare(
    `SELECT r.id, r.name, r.other_name AS otherName, r.id_type AS idType, r.id_number AS idNumber, r.sex,
       r.birth_date AS birthDate, r.phone, r.phone2, r.phone3, r.out_state AS outState, r.address_id AS addressId,
       a.line, a.parent_id AS parentId, a.kind, a.name AS door
     FROM residents r LEFT JOIN addresses a ON a.id = r.address_id WHERE r.id = ? AND r.retired_at IS NULL`,
  );
  const selectByNumber = raw
    .prepare(
      'SELECT id, out_state IS NOT NULL FROM residents WHERE id_number = ? AND retired_at IS NULL ORDER BY id',
    )
    .raw();
  const atPlace = (out: string) =>
    raw
      .prepare(
        `${BELOW} SELECT r.id FROM below CROSS JOIN residents r INDEXED BY residents_address
         WHERE r.address_id = below.id AND r.retired_at IS NULL AND r.out_state IS ${out} NULL LIMIT ?`,
      )
      .pluck();
  const selectHere = atPlace('');
  const selectGone = atPlace('NOT');

  function* walkPlace(place: number, late: boolean): Generator<number, void> {
    const statement = late ? selectGone : selectHere;
    for (let rows = FIRST_AT_PLACE, had = 0; ; had = rows, rows *= 8) {
      const ids = statement.all(formatRecordId(office, place), rows) as string[];
      for (const id of ids.slice(had)) yield numberOfRecord(id);
      if (ids.length < rows) return;
    }
  }

  return ({ role, today, places, alone }) => {
    const meanings = new Map<Word, readonly Meaning[]>();
    const rows = new Map<number, Person | null>();
    const found = new Map<Person, readonly string[]>();

    function meaningsIn(word: Word): readonly Meaning[] {
      let known = meanings.get(word);
      if (known === undefined) meanings.set(word, (known = meaningsOf(word, today)));
      return known;
    }

    function rowOf(n: number): Person | null {
      let row = rows.get(n);
      if (row === undefined) {
        const read = (selectRow.get(formatRecordId(office, n)) as Person | undefined) ?? null;
        row = read !== null && role !== 'officer' && read.outState !== null ? null : read;
        rows.set(n, row);
      }
      return row;
    }

    function keysOf(row: Person): readonly string[] {
      let known = found.get(row);
      if (known === undefined) found.set(row, (known = residentKeys(row)));
      return known;
    }

    function* walkOnce(word: Word, late: boolean): Generator<Candidate<FoundBy>, void> {
      if (word.number !== null)
        for (const form of numberForms(word.number))
          for (const [id, out] of selectByNumber.all(form) as [string, number][])
            if (late === (out === 1)) yield [numberOfRecord(id), 'id-number'];
      for (const { range, by, only } of meaningsIn(word))
        for (const n of keys.walk(range, late)) {
          const row = only === undefined ? null : rowOf(n);
          if (only === undefined || (row !== null && only(row))) yield [n, by];
        }
      if (!alone || isPath(word))
        for (const place of places.walk(word)) for (const n of walkPlace(place, late)) yield [n, 'address'];
    }

    return {
      *walk(word) {
        yield* walkOnce(word, false);
        if (role === 'officer') yield* walkOnce(word, true);
      },
      rowOf,
      fit(row, word) {
        if (word.number !== null && row.idNumber !== null && numberForms(word.number).includes(row.idNumber))
          return 'id-number';
        const keys = keysOf(row);
        for (const { range, by, only } of meaningsIn(word))
          if (keys.some((key) => isIn(key, range)) && (only === undefined || only(row))) return by;
        const { addressId: id, line, parentId } = row;
        return line !== null && places.isAt({ id, line, parentId }, word) ? 'address' : null;
      },
    };
  };
}

/** An address with a number in it means the people behind it. */
function isPath({ place, placeLetters }: Word): boolean {
  return placeLetters !== null || (place !== null && /\d/u.test(place));
}
