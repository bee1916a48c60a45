/** Units that words mean: by name, by credit code, or by where they are. */
import { formatRecordId } from '#shared/kernel/ids.ts';
import type { Store } from '#main/db/open.ts';
import { unitsLedger } from '#main/ledgers/population/tables.ts';
import { keyWalk } from './key-walk.ts';
import { letterRanges, NAME, nameRanges } from './name-keys.ts';
import type { Places } from './places.ts';
import { isIn, type Range } from './ranges.ts';
import type { Subject } from './seek.ts';
import type { Word } from './typed.ts';
import { unitKeys, type FoundUnitRow } from './unit-keys.ts';

export interface UnitFacts extends FoundUnitRow {
  readonly id: string;
  readonly addressId: string;
  readonly line: string | null;
  readonly parentId: string | null;
}

export type UnitBy = 'name' | 'code' | 'address';
export type UnitSubject = Subject<Word, UnitFacts, UnitBy>;

export function openUnits(
  raw: Pick<Store['raw'], 'prepare'>,
  office: string,
): (places: Places) => UnitSubject {
  const keys = keyWalk(raw, unitsLedger);
  const selectRow = raw.prepare(
    `SELECT u.id, u.name, u.credit_code AS creditCode, u.address_id AS addressId, a.line, a.parent_id AS parentId
     FROM units u LEFT JOIN addresses a ON a.id = u.address_id WHERE u.id = ? AND u.retired_at IS NULL`,
  );
  return (places) => ({
    *walk(word) {
      for (const range of rangesOf(word))
        for (const n of keys.walk(range, false)) yield [n, range.tag === 'x' ? 'code' : 'name'];
    },
    rowOf: (n) => (selectRow.get(formatRecordId(office, n)) as UnitFacts | undefined) ?? null,
    fit(row, word) {
      const keys = unitKeys(row);
      const range = rangesOf(word).find((one) => keys.some((key) => isIn(key, one)));
      if (range !== undefined) return range.tag === 'x' ? 'code' : 'name';
      const { addressId: id, line, parentId } = row;
      return line !== null && places.isAt({ id, line, parentId }, word) ? 'address' : null;
    },
  });
}

function rangesOf(word: Word): Range[] {
  if (word.letters !== null)
    return [...letterRanges(word.letters, NAME), { tag: 'k', text: word.letters, how: 'begins' }];
  const code: Range[] = word.number === null ? [] : [{ tag: 'x', text: word.number, how: 'is' }];
  return word.text === '' ? code : [...code, ...nameRanges(word.text, NAME)];
}
