/** Where words say an address: the elements of the tree they mean, and whether an address lies at or below one of them. */
import { elementOf, type ElementKind } from '#shared/ledgers/population/addresses.ts';
import { formatRecordId, numberOfRecord } from '#shared/kernel/ids.ts';
import type { Store } from '#main/db/open.ts';
import { BELOW } from '#main/ledgers/population/places/lines.ts';
import { addressesLedger } from '#main/ledgers/population/tables.ts';
import { openAddressBook } from './address-book.ts';
import { PATH_TAGS } from './keys/address-keys.ts';
import { keyWalk } from './key-walk.ts';
import { foldName, NAME, nameRanges, OTHER_NAME, spellingRanges } from './name-keys.ts';
import { recordIn } from './keyed.ts';
import { knownSets } from './known-sets.ts';
import { hasPath, placeForm } from './place-form.ts';
import type { Range } from './ranges.ts';
import type { Looked } from './seek.ts';
import type { Word } from './typed.ts';

export interface AddressFacts {
  readonly id: string;
  readonly kind: ElementKind;
  readonly name: string;
  readonly line: string;
  readonly aliases: string;
}

/** `narrow` leaves out whole towns, and communities half named: nobody means all who live there. */
export type Scope = 'any' | 'narrow';

export interface Places {
  rowOf(n: number): AddressFacts | null;
  /** Elements a word means: places first, then buildings and gates, entrances, rooms. */
  walk(word: Word): Generator<readonly number[], void>;
  /** Elements a word means narrowly, and everything below them. */
  walkBelow(word: Word): Generator<readonly number[], void>;
  /** Whether an address, by its number, is at or below an element the word means. */
  isAt(address: number, word: Word, scope: Scope): boolean;
  /** The same for many addresses, narrowly: all that a word means are read first, where they are not too many. */
  testOf(word: Word, looked: Looked): (address: number) => boolean;
  /** Whether the word means any element. */
  means(word: Word, scope: Scope): boolean;
}

/** Places of one name or of the same letters that are looked below. */
const NAMED_MAX = 300;
/** Numbers of addresses that are read before their lines are: at first, and more with each line that was read. */
const FEW = 1000;
const LINE_STEPS = 20;
const COMMUNITY = elementOf('community').level;

/** Ranges in which the names of places lie. */
export function placeRanges(word: Word): Range[] {
  if (word.letters !== null) return spellingRanges(word.letters, [NAME, OTHER_NAME]);
  if (word.place === null && word.name === null) return [];
  return [...nameRanges(word.text, NAME), ...nameRanges(word.text, OTHER_NAME)];
}

/** @returns for each search one that remembers what the words mean */
export function openPlaces(raw: Pick<Store['raw'], 'prepare'>, office: string): () => Places {
  const keys = keyWalk(raw, addressesLedger);
  const book = openAddressBook(raw, office);
  const selectRow = raw.prepare(
    'SELECT id, kind, name, line, aliases FROM addresses WHERE id = ? AND retired_at IS NULL',
  );
  const selectBelow = raw.prepare(`${BELOW} SELECT id FROM below`).pluck();

  function* walkRanges(
    ranges: readonly Range[],
    passes: readonly boolean[],
  ): Generator<readonly number[], void> {
    for (const late of passes) for (const { records } of keys.walk(ranges, late)) yield records.map(recordIn);
  }

  const rowOf = (n: number) => (selectRow.get(formatRecordId(office, n)) as AddressFacts | undefined) ?? null;

  return () => {
    const meant = new Map<Word, Meant>();
    book.refresh();
    // Abolished addresses come after those that stand.
    const passes = keys.hasLate() ? [false, true] : [false];

    function placesIn(ranges: readonly Range[]): AddressFacts[] {
      const found = new Map<number, AddressFacts>();
      for (const numbers of walkRanges(ranges, passes))
        for (const n of numbers) {
          if (found.size >= NAMED_MAX) return [...found.values()];
          const row = found.has(n) ? null : rowOf(n);
          if (row !== null) found.set(n, row);
        }
      return [...found.values()];
    }

    function walkPaths(paths: readonly string[]): Generator<readonly number[], void> {
      const ranges = PATH_TAGS.flatMap((tag) => paths.map((text): Range => ({ tag, text, how: 'begins' })));
      return walkRanges(ranges, passes);
    }

    function meantBy(word: Word): Meant {
      let known = meant.get(word);
      if (known === undefined) meant.set(word, (known = readMeant(word)));
      return known;
    }

    function readMeant(word: Word): Meant {
      const { place, placeLetters } = word;
      const named = placesIn(placeRanges(word));
      const narrow = named.filter((row) => isNarrow(row, word));
      const spelt =
        placeLetters === null ? [] : placesIn(spellingRanges(placeLetters.letters, [NAME, OTHER_NAME]));
      const behind = spelt.map(({ line }) => placeForm(line) + (placeLetters?.path ?? ''));
      return {
        narrow,
        numbers: { any: numbersOf(named), narrow: numbersOf(narrow) },
        paths: [...(place === null ? [] : [place]), ...behind],
      };
    }

    function* walkBelow(word: Word): Generator<readonly number[], void> {
      const { narrow, paths } = meantBy(word);
      yield narrow.map(({ id }) => numberOfRecord(id));
      const communities = narrow.filter(({ kind }) => isCommunity(kind));
      for (const { id } of communities) yield (selectBelow.all(id) as string[]).map(numberOfRecord);
      // What stands below a place has a form that begins with the place's.
      const lines = narrow.filter(({ kind }) => !isCommunity(kind)).map(({ line }) => placeForm(line));
      yield* walkPaths(shortest([...paths, ...lines]));
    }

    function isAt(address: number, word: Word, scope: Scope): boolean {
      const { paths, numbers } = meantBy(word);
      const form = book.entry(address)?.form;
      if (form !== undefined && paths.some((path) => hasPath(form, path))) return true;
      const places = numbers[scope];
      if (places.size === 0) return false;
      for (let n = address; n !== 0; n = book.entry(n)?.parent ?? 0) if (places.has(n)) return true;
      return false;
    }

    function hasPaths(word: Word): boolean {
      for (const numbers of walkPaths(meantBy(word).paths)) if (numbers.length > 0) return true;
      return false;
    }

    const below = knownSets(walkBelow);

    return {
      rowOf,
      *walk(word) {
        yield* walkRanges(placeRanges(word), passes);
        yield* walkPaths(meantBy(word).paths);
      },
      walkBelow,
      isAt,
      testOf(word, { candidates }) {
        const all = below.of(word, FEW + candidates * LINE_STEPS);
        return all === null ? (address) => isAt(address, word, 'narrow') : (address) => all.has(address);
      },
      means: (word, scope) => meantBy(word).numbers[scope].size > 0 || hasPaths(word),
    };
  };
}

/** What a word means of the tree. */
interface Meant {
  readonly narrow: readonly AddressFacts[];
  readonly numbers: Readonly<Record<Scope, ReadonlySet<number>>>;
  /** Beginnings of forms: as typed, or the places of the letters with the path behind them. */
  readonly paths: readonly string[];
}

/** Without those that begin with another one. */
function shortest(paths: readonly string[]): string[] {
  return paths.filter((path, at) =>
    paths.every((other, i) => i === at || !path.startsWith(other) || (path === other && at < i)),
  );
}

function numbersOf(rows: readonly AddressFacts[]): ReadonlySet<number> {
  return new Set(rows.map(({ id }) => numberOfRecord(id)));
}

function isCommunity(kind: ElementKind): boolean {
  return elementOf(kind).level === COMMUNITY && kind !== 'village';
}

/** Streets, compounds and villages; communities by their whole name; nothing larger. */
function isNarrow({ kind, name, aliases }: AddressFacts, { text }: Word): boolean {
  if (isCommunity(kind)) return [name, ...aliases.split('\n')].some((one) => foldName(one) === text);
  return elementOf(kind).level >= COMMUNITY;
}
