/** Where words say an address: the elements of the tree they mean, and whether a door lies at or below one of them. */
import type { ElementKind } from '#shared/ledgers/population/addresses.ts';
import { formatRecordId, numberOfRecord } from '#shared/kernel/ids.ts';
import type { Store } from '#main/db/open.ts';
import { addressesLedger } from '#main/ledgers/population/tables.ts';
import { PATH_TAGS } from './address-keys.ts';
import { keyWalk } from './key-walk.ts';
import { letterRanges, NAME, nameRanges, OTHER_NAME } from './name-keys.ts';
import { partsOfForm, placeForm } from './place-form.ts';
import type { Range } from './ranges.ts';
import type { Word } from './typed.ts';

/** What has to be known of an address to tell whether it is meant. */
export interface Door {
  readonly id: string;
  readonly line: string;
  readonly parentId: string | null;
}

export interface AddressFacts extends Door {
  readonly kind: ElementKind;
  readonly name: string;
  readonly aliases: string;
}

export interface Places {
  rowOf(n: number): AddressFacts | null;
  /** Elements a word means: places first, then buildings and gates, entrances, rooms. */
  walk(word: Word): Generator<number, void>;
  /** Places by their names; null where the word names none. */
  named(word: Word): ReadonlySet<string>;
  isAt(door: Door, word: Word): boolean;
}

/** Places of one name or of the same letters that are looked below. */
const NAMED_MAX = 300;
/** Forms of addresses kept for the next key press. */
const FORMS_MAX = 20_000;

/** Ranges in which the names of places lie. */
export function placeRanges(word: Word): Range[] {
  if (word.letters !== null) return lettersOfPlace(word.letters);
  if (word.place === null && word.name === null) return [];
  return [...nameRanges(word.text, NAME), ...nameRanges(word.text, OTHER_NAME)];
}

function lettersOfPlace(letters: string): Range[] {
  return [...letterRanges(letters, NAME), ...letterRanges(letters, OTHER_NAME)];
}

/** @returns for each search one that remembers what the words mean */
export function openPlaces(raw: Pick<Store['raw'], 'prepare'>, office: string): () => Places {
  const keys = keyWalk(raw, addressesLedger);
  const selectRow = raw.prepare(
    'SELECT id, kind, name, line, aliases, parent_id AS parentId FROM addresses WHERE id = ? AND retired_at IS NULL',
  );
  const selectParent = raw.prepare('SELECT parent_id FROM addresses WHERE id = ?').pluck();
  const forms = new Map<string, readonly string[]>();

  function partsOf(line: string): readonly string[] {
    let parts = forms.get(line);
    if (parts === undefined) {
      if (forms.size >= FORMS_MAX) forms.clear();
      forms.set(line, (parts = partsOfForm(placeForm(line))));
    }
    return parts;
  }

  function* walkRanges(ranges: readonly Range[]): Generator<number, void> {
    for (const late of [false, true]) for (const range of ranges) yield* keys.walk(range, late);
  }

  const rowOf = (n: number) => (selectRow.get(formatRecordId(office, n)) as AddressFacts | undefined) ?? null;

  return () => {
    const parents = new Map<string, string | null>();
    const meant = new Map<Word, ReadonlySet<string>>();
    const beginnings = new Map<Word, readonly string[]>();

    function parentOf(id: string): string | null {
      let parent = parents.get(id);
      if (parent === undefined)
        parents.set(id, (parent = (selectParent.get(id) as string | null | undefined) ?? null));
      return parent;
    }

    function placesIn(ranges: readonly Range[]): Set<string> {
      const ids = new Set<string>();
      for (const n of walkRanges(ranges)) {
        ids.add(formatRecordId(office, n));
        if (ids.size >= NAMED_MAX) break;
      }
      return ids;
    }

    function named(word: Word): ReadonlySet<string> {
      let ids = meant.get(word);
      if (ids === undefined) meant.set(word, (ids = placesIn(placeRanges(word))));
      return ids;
    }

    /** What the form of an address begins with: as typed, or the places of the letters with the path behind them. */
    function pathsOf(word: Word): readonly string[] {
      let paths = beginnings.get(word);
      if (paths === undefined) {
        const { place, placeLetters } = word;
        const places = placeLetters === null ? [] : [...placesIn(lettersOfPlace(placeLetters.letters))];
        const behind = places.flatMap((id) => {
          const row = rowOf(numberOfRecord(id));
          return row === null ? [] : [placeForm(row.line) + (placeLetters?.path ?? '')];
        });
        beginnings.set(word, (paths = [...(place === null ? [] : [place]), ...behind]));
      }
      return paths;
    }

    return {
      rowOf,
      named,
      *walk(word) {
        for (const id of named(word)) yield numberOfRecord(id);
        const paths = pathsOf(word);
        const ranges = PATH_TAGS.flatMap((tag) => paths.map((text): Range => ({ tag, text, how: 'begins' })));
        yield* walkRanges(ranges);
      },
      isAt(door, word) {
        const paths = pathsOf(word);
        if (
          paths.length > 0 &&
          partsOf(door.line).some((part) => paths.some((path) => part.startsWith(path)))
        )
          return true;
        const places = named(word);
        if (places.size === 0) return false;
        for (let id: string | null = door.id; id !== null; id = id === door.id ? door.parentId : parentOf(id))
          if (places.has(id)) return true;
        return false;
      },
    };
  };
}
