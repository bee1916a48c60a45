/** People whom words mean: by name, number, phone, or by where they live. */
import type { Caller } from '#shared/kernel/caller.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { formatRecordId, numberOfRecord } from '#shared/kernel/ids.ts';
import type { ElementKind } from '#shared/ledgers/population/addresses.ts';
import type { OutState, Sex } from '#shared/ledgers/population/residents.ts';
import type { Store } from '#main/db/open.ts';
import { residentsLedger } from '#main/ledgers/population/tables.ts';
import { atPlaceWalk } from './at-place.ts';
import { keyWalk } from './key-walk.ts';
import { keyed, recordIn, type Keyed } from './keyed.ts';
import { knownSets } from './known-sets.ts';
import { meaningsOf, numberForms, type FoundBy, type Meaning, type PersonFacts } from './people-words.ts';
import type { Places } from './places.ts';
import { isIn } from './ranges.ts';
import { residentKeys } from './keys/resident-keys.ts';
import type { Batch, Subject } from './seek.ts';
import type { Word } from './typed.ts';

export interface Person extends PersonFacts {
  readonly id: string;
  readonly sex: Sex;
  readonly outState: OutState | null;
  readonly addressId: string;
  /** Of the address; null where it is not in the ledger. */
  readonly line: string | null;
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

/** Numbers of people of one name that are read before their rows are. */
const FEW = 2000;
/** Reading a row that is not in memory takes as long as reading so many keys. */
const ROW_STEPS = 200;

export type PeopleSubject = Subject<Word, Person, FoundBy>;

export function openPeople(
  raw: Pick<Store['raw'], 'prepare'>,
  office: string,
): (options: PeopleOptions) => PeopleSubject {
  const keys = keyWalk(raw, residentsLedger);
  const selectRow = raw.prepare(
    `SELECT r.id, r.name, r.other_name AS otherName, r.id_type AS idType, r.id_number AS idNumber, r.sex,
       r.birth_date AS birthDate, r.phone, r.phone2, r.phone3, r.out_state AS outState, r.address_id AS addressId,
       a.line, a.kind, a.name AS door
     FROM residents r LEFT JOIN addresses a ON a.id = r.address_id WHERE r.id = ? AND r.retired_at IS NULL`,
  );
  const selectByNumber = raw
    .prepare(
      'SELECT id, address_id, out_state IS NOT NULL FROM residents WHERE id_number = ? AND retired_at IS NULL ORDER BY id',
    )
    .raw();
  const atPlace = (out: string) =>
    atPlaceWalk(raw, office, {
      table: 'residents',
      index: 'residents_address',
      where: `retired_at IS NULL AND out_state IS ${out} NULL`,
    });
  const walkHere = atPlace('');
  const walkGone = atPlace('NOT');

  /** By name, number and phone. Some of those by a tail do not fit: their row says so. */
  function* walkKeys(word: Word, meanings: readonly Meaning[], late: boolean): Generator<Named, void> {
    if (word.number !== null) {
      const rows = numberForms(word.number).flatMap(
        (form) => selectByNumber.all(form) as [string, string, number][],
      );
      const records = rows
        .filter(([, , out]) => late === (out === 1))
        .map(([id, address]) => keyed(numberOfRecord(id), numberOfRecord(address)));
      yield { by: 'id-number', records, only: undefined };
    }
    const ranges = meanings.map(({ range }) => range);
    for (const { at, records } of keys.walk(ranges, late)) {
      const meaning = meanings[at];
      if (meaning !== undefined) yield { by: meaning.by, records, only: meaning.only };
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

    function* walkOnce(word: Word, late: boolean): Generator<Batch<FoundBy>, void> {
      for (const { by, records, only } of walkKeys(word, meaningsIn(word), late)) {
        const fits = (one: Keyed) => {
          const row = rowOf(recordIn(one));
          return row !== null && only?.(row) === true;
        };
        yield {
          by,
          records: only === undefined ? records : records.filter(fits),
          steps: 1 + records.length * (only === undefined ? 1 : ROW_STEPS),
        };
      }
      if (!alone || isPath(word)) yield* (late ? walkGone : walkHere)(places.walkBelow(word));
    }

    // Who left comes after who is here.
    const passes = role === 'officer' && keys.hasLate() ? [false, true] : [false];
    const named = knownSets<Word>(function* (word) {
      for (const late of passes)
        for (const { records } of walkKeys(word, meaningsIn(word), late)) yield records.map(recordIn);
    });

    function isNamed(word: Word): boolean {
      for (const { records } of walkKeys(word, meaningsIn(word), false)) if (records.length > 0) return true;
      return false;
    }

    return {
      *walk(word) {
        for (const late of passes) yield* walkOnce(word, late);
      },
      rank: (word) => (places.means(word, 'narrow') ? 1 : 0) + (isNamed(word) ? 0 : 2),
      testOf(word, looked) {
        const isAt = places.testOf(word, looked);
        const most = FEW + looked.rows * ROW_STEPS;
        return (n, at) => isAt(at) || (named.of(word, most)?.has(n) ?? true);
      },
      rowOf,
      fit(row, word) {
        if (word.number !== null && row.idNumber !== null && numberForms(word.number).includes(row.idNumber))
          return 'id-number';
        const keys = keysOf(row);
        for (const { range, by, only } of meaningsIn(word))
          if (keys.some((key) => isIn(key, range)) && (only === undefined || only(row))) return by;
        return places.isAt(numberOfRecord(row.addressId), word, 'narrow') ? 'address' : null;
      },
    };
  };
}

interface Named {
  readonly by: FoundBy;
  readonly records: readonly Keyed[];
  readonly only: Meaning['only'];
}

/** An address with a number in it means the people behind it. */
function isPath({ place, placeLetters }: Word): boolean {
  return placeLetters !== null || (place !== null && /\d/u.test(place));
}
