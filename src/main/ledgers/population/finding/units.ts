/** Units that words mean: one of them by name or credit code, the others perhaps by where it is. */
import { formatRecordId, numberOfRecord } from '#shared/kernel/ids.ts';
import type { Store } from '#main/db/open.ts';
import { unitsLedger } from '#main/ledgers/population/tables.ts';
import { keyWalk } from './key-walk.ts';
import { recordIn } from './keyed.ts';
import { knownSets } from './known-sets.ts';
import { NAME, nameRanges, spellingRanges } from './name-keys.ts';
import type { Places } from './places.ts';
import { isIn, type Range } from './ranges.ts';
import type { Batch, Subject } from './seek.ts';
import type { Word } from './typed.ts';
import { unitKeys, type FoundUnitRow } from './keys/unit-keys.ts';

export interface UnitFacts extends FoundUnitRow {
  readonly id: string;
  readonly addressId: string;
  readonly line: string | null;
}

/** Numbers of units of one name that are read: an office has thousands in all. */
const NAMED_MAX = 10_000;

export type UnitBy = 'name' | 'code' | 'address';
export type UnitSubject = Subject<Word, UnitFacts, UnitBy>;

export function openUnits(
  raw: Pick<Store['raw'], 'prepare'>,
  office: string,
): (places: Places) => UnitSubject {
  const keys = keyWalk(raw, unitsLedger);
  const selectRow = raw.prepare(
    `SELECT u.id, u.name, u.credit_code AS creditCode, u.address_id AS addressId, a.line
     FROM units u LEFT JOIN addresses a ON a.id = u.address_id WHERE u.id = ? AND u.retired_at IS NULL`,
  );

  function* walk(word: Word): Generator<Batch<UnitBy>, void> {
    const ranges = rangesOf(word);
    for (const { at, records } of keys.walk(ranges, false))
      yield { by: ranges[at]?.tag === 'x' ? 'code' : 'name', records, steps: 1 + records.length };
  }

  function isNamed(word: Word): boolean {
    for (const { records } of walk(word)) if (records.length > 0) return true;
    return false;
  }

  return (places) => {
    const named = knownSets<Word>(function* (word) {
      for (const { records } of walk(word)) yield records.map(recordIn);
    });
    return {
      walk,
      means: (word) => isNamed(word) || places.means(word, 'narrow'),
      rank: () => 0,
      testOf(word, looked) {
        const isAt = places.testOf(word, looked);
        return (n, at) => isAt(at) || (named.of(word, NAMED_MAX)?.has(n) ?? true);
      },
      rowOf: (n) => (selectRow.get(formatRecordId(office, n)) as UnitFacts | undefined) ?? null,
      fit(row, word) {
        const keys = unitKeys(row);
        const range = rangesOf(word).find((one) => keys.some((key) => isIn(key, one)));
        if (range !== undefined) return range.tag === 'x' ? 'code' : 'name';
        return places.isAt(numberOfRecord(row.addressId), word, 'narrow') ? 'address' : null;
      },
    };
  };
}

function rangesOf(word: Word): Range[] {
  if (word.letters !== null)
    return [...spellingRanges(word.letters, [NAME]), { tag: 'k', text: word.letters, how: 'begins' }];
  const code: Range[] = word.number === null ? [] : [{ tag: 'x', text: word.number, how: 'is' }];
  return word.text === '' ? code : [...code, ...nameRanges(word.text, NAME)];
}
