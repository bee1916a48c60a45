/** The twelve untidy files of a community, and what has to become of their rows. The same bytes every time. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportField } from '#shared/contract/population/imports.ts';
import { numberBook, type NumberBook } from '#main/seed/people/numbers.ts';
import { seededRandom } from '#main/seed/random.ts';
import { bookOf, type FileBook } from './books.ts';
import { doorBook } from './doors.ts';
import { entriesOf } from './entries.ts';
import { DIRTY_FILES, type DirtyFile } from './files.ts';
import { gridOf } from './grid.ts';
import { truths, type Truth } from './truth.ts';
import { hasNumberCells, holds, writeFile } from './write-file.ts';

const SEED = 20_261_123;
/** Compounds, streets and villages of one file; the next begins behind them. */
const PLACES_OF_FILE = 20;

/** Characters that GB 18030 writes with four bytes: extensions A to H, and one left in private use. */
const RARE = ['㛃', '𬭎', '𪟝', '𫍯', '𰻝', '\u{30000}', '\u{31350}', '𭖘', '鿍', '\uE863'] as const;
const RARE_EVERY = 83;

/** Writes the files and counts.json. */
export function makeDirtyFiles(folder: string): FileBook[] {
  mkdirSync(folder, { recursive: true });
  const numbers = numberBook();
  const books = DIRTY_FILES.map((file, at) => makeDirtyFile(join(folder, file.name), numbers, file, at));
  writeFileSync(join(folder, 'counts.json'), `${JSON.stringify(books, null, 2)}\n`);
  return books;
}

/**
 * @param numbers shared by files that are made together: nobody stands in two of them
 * @param at number of the file, which decides its places
 */
export function makeDirtyFile(path: string, numbers: NumberBook, file: DirtyFile, at: number): FileBook {
  const random = seededRandom(SEED).fork(file.name);
  const doors = doorBook(random.fork('doors'), at * PLACES_OF_FILE);
  const source = {
    random: random.fork('people'),
    numbers,
    doors,
    mayBe: (name: string) => holds(file.kind, name),
  };
  const people = truths(source, file.people, `5199${String(at + 1).padStart(2, '0')}`);
  const fields = new Set(file.columns.flatMap(({ field }): ImportField[] => (field === null ? [] : [field])));
  const entries = entriesOf(random.fork('faults'), {
    people: file.rareNames === true ? people.map(withRareName) : people,
    fields,
    shares: file.shares,
    cells: hasNumberCells(file.kind),
    zeroWidth: file.kind !== 'csv-gbk',
    sharedDoors: file.extras.shared !== undefined,
  });
  const grid = gridOf(random.fork('cells'), file.columns, entries, file.extras);
  writeFile(path, file.kind, {
    grid,
    sheet: file.sheet ?? 'Sheet1',
    before: file.before ?? [],
    behind: file.behind ?? [],
    hiddenColumns: file.columns.flatMap(({ hidden }, column) => (hidden ? [column] : [])),
  });
  return bookOf(file, entries, grid);
}

function withRareName(truth: Truth, at: number): Truth {
  const rare = RARE[Math.floor(at / RARE_EVERY) % RARE.length];
  if (at % RARE_EVERY !== 0 || rare === undefined) return truth;
  return { ...truth, name: [...truth.name].slice(0, -1).join('') + rare };
}
