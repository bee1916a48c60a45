/** Whom the search finds is exactly whom a reading of everybody finds: another way to say the same, without keys. */
import fc from 'fast-check';
import { pinyin } from 'pinyin-pro';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { ageOn } from '#shared/kernel/citizen-number.ts';
import { elementOf } from '#shared/ledgers/population/addresses.ts';
import { openFinding, type Finding } from '#main/ledgers/population/finding/find.ts';
import type { AddressRow, ResidentRecord } from '#main/ledgers/population/tables.ts';
import { OFFICE_CODE } from '#tests/support/store.ts';
import { openTown, type Town } from '#tests/support/town.ts';

const DAY: CalendarDay = '2026-11-23';
const PEOPLE = 2000;

let town: Town;
let finding: Finding;

beforeAll(async () => {
  town = await openTown(PEOPLE);
  finding = openFinding(town.store.raw, OFFICE_CODE);
});
afterAll(() => {
  town.close();
});

/** A word as it is typed, and whom it means: surely, and at most. */
interface Typed {
  readonly text: string;
  readonly surely: (person: ResidentRecord, alone: boolean) => boolean;
  readonly atMost: (person: ResidentRecord, alone: boolean) => boolean;
}

function exactly(text: string, means: Typed['surely']): Typed {
  return { text, surely: means, atMost: means };
}

const READ = { toneType: 'none', type: 'array', v: true } as const;
const letters = (name: string) => [...name].filter((character) => /\p{L}|\p{Co}/u.test(character));

const isSyllable = (text: string) => /^[a-z]+$/.test(text);

/** One reading of each character; '' where there is none. */
const usual = remembered((name) =>
  pinyin(letters(name).join(''), { ...READ, surname: 'head' }).map((one) => (isSyllable(one) ? one : '')),
);

const usualOnly = remembered((name) =>
  usual(name)
    .filter(Boolean)
    .map((one) => [one]),
);

/** All readings, and lu for lü, as people type it. A character without any is left out. */
const everyReading = remembered((name) => {
  const readings = letters(name).map((character, at) => {
    const all = [usual(name)[at] ?? '', ...pinyin(character, { ...READ, multiple: true })];
    if (at === 0) all.push(...pinyin(character, { ...READ, surname: 'head' }));
    return [...new Set(all.filter(isSyllable).flatMap((one) => [one, one.replace(/^([ln])v/, '$1u')]))];
  });
  return readings.filter((all) => all.length > 0);
});

/** Asking the dictionary anew for every query would take minutes. */
function remembered<T>(read: (name: string) => T): (name: string) => T {
  const known = new Map<string, T>();
  return (name) => {
    const found = known.get(name) ?? read(name);
    known.set(name, found);
    return found;
  };
}

/** How letters may be cut into syllables, first letters and a begun last one; mixtures only of short names. */
function mayBeSpelt(readings: readonly (readonly string[])[], typed: string): boolean {
  // The same rest is reached in many ways: a long name would be gone through for ever.
  const hopeless = new Set<string>();
  const walk = (at: number, left: string, whole: boolean, firsts: boolean): boolean => {
    const state = `${at} ${left} ${String(whole)} ${String(firsts)}`;
    if (hopeless.has(state)) return false;
    const found = (readings[at] ?? []).some((syllable) => {
      if (syllable.startsWith(left)) return whole || (firsts && left.length === 1) || at < 4;
      const first = /^(?:[zcs]h|.)/.exec(syllable)?.[0] ?? '';
      return [syllable, first, syllable.charAt(0)].some(
        (one) =>
          left.startsWith(one) &&
          walk(at + 1, left.slice(one.length), whole && one === syllable, firsts && one.length === 1),
      );
    });
    if (!found) hopeless.add(state);
    return found;
  };
  return walk(0, typed, true, true);
}

const namesOf = ({ name, otherName }: ResidentRecord) => (otherName === null ? [name] : [name, otherName]);
const bare = (name: string) => name.replace(/[·' -]/g, '').toLowerCase();

/** A street, a compound, a village; a community only by its whole name. */
function isNarrow(row: AddressRow, name: string, typed: string): boolean {
  const { level } = elementOf(row.kind);
  if (level === 4 && row.kind !== 'village') return name === typed;
  return level >= 4 && level <= 6 && row.kind !== 'group';
}

/** Names and aliases of the elements of somebody's address that a word may name. */
const placesOf = remembered((address) =>
  town
    .chainOf(address)
    .flatMap((row) => [row.name, ...row.aliases.split('\n')].map((name) => ({ row, name })))
    .filter(({ name }) => name !== ''),
);

function livesAt(person: ResidentRecord, fits: (name: string) => boolean, typed: string): boolean {
  return placesOf(person.addressId).some(({ row, name }) => isNarrow(row, name, typed) && fits(name));
}

function named(text: string): Typed {
  return exactly(
    text,
    (person, alone) =>
      namesOf(person).some((name) => bare(name).includes(text)) ||
      (!alone && livesAt(person, (name) => name.includes(text), text)),
  );
}

function spelt(text: string): Typed {
  return {
    text,
    surely: (person) => namesOf(person).some((name) => mayBeSpelt(usualOnly(name), text)),
    atMost: (person, alone) =>
      namesOf(person).some((name) => mayBeSpelt(everyReading(name), text) || bare(name).includes(text)) ||
      (!alone && livesAt(person, (name) => mayBeSpelt(everyReading(name), text), text)),
  };
}

function phonesOf({ phone, phone2, phone3 }: ResidentRecord): string[] {
  return [phone, phone2, phone3].filter((one) => one !== null);
}

function tail(text: string): Typed {
  return exactly(
    text,
    (person) =>
      (person.idNumber?.endsWith(text) === true &&
        (person.birthDate === null || ageOn(person.birthDate, DAY) >= 14)) ||
      phonesOf(person).some((phone) => phone.length >= 8 && phone.endsWith(text)) ||
      behind(person, [text], true),
  );
}

function digits(text: string): Typed {
  return exactly(text, (person) =>
    phonesOf(person).some((phone) => phone.startsWith(text) || (text.length >= 8 && phone.endsWith(text))),
  );
}

function numbersIn(row: AddressRow): string[] {
  return row.kind === 'compound' || elementOf(row.kind).level < 5
    ? []
    : (row.name.match(/负?\d+[A-Z]?|[A-Z](?=[栋座])/g) ?? []);
}

const numbersOf = remembered((address) => town.chainOf(address).flatMap(numbersIn));

/** Whether somebody's door has these numbers one behind the other; the last one may be only begun. */
function behind(person: ResidentRecord, numbers: readonly string[], open: boolean): boolean {
  const all = numbersOf(person.addressId);
  return all.some((_, from) =>
    numbers.every((number, at) => {
      const one = all[from + at];
      return open && at === numbers.length - 1 ? one?.startsWith(number) === true : one === number;
    }),
  );
}

function path(numbers: readonly string[], open: boolean): Typed {
  return exactly(numbers.join('-') + (open ? '' : '-'), (person) => behind(person, numbers, open));
}

const someone = fc.nat().map((at) => {
  const person = town.people[at % town.people.length];
  if (person === undefined) throw new Error('nobody lives here');
  return person;
});

/** What somebody who looks for this person may type. */
function wordsFor(person: ResidentRecord, at: number, length: number): Typed[] {
  const name = letters(person.name).filter((character) => !/[a-z]/i.test(character));
  const chain = town.chainOf(person.addressId);
  const numbers = numbersOf(person.addressId);
  const place = chain.find((row) => elementOf(row.kind).level >= 4 && row.kind !== 'community')?.name ?? '';
  const syllables = usual(person.name).filter(Boolean);
  const mixed = syllables.slice(0, 3).map((one, i) => ((i + at) % 2 === 0 ? one : one.charAt(0)));
  const from = at % (name.length || 1);
  const first = at % (numbers.length || 1);
  const typed: (Typed | null)[] = [
    name.length === 0 ? null : named(name.slice(from, from + length).join('')),
    spelt(
      syllables
        .map((one) => one.charAt(0))
        .slice(0, length)
        .join(''),
    ),
    spelt(syllables.join('').slice(0, 2 * length)),
    spelt(mixed.join('').slice(0, 2 * length)),
    person.idNumber === null || person.idNumber.length < 15 ? null : tail(person.idNumber.slice(-4)),
    person.phone === null || person.phone.length < 8 ? null : tail(person.phone.slice(-4)),
    person.phone === null || person.phone.length < 11 ? null : digits(person.phone.slice(0, 6 + length)),
    person.phone === null || person.phone.length < 11 ? null : digits(person.phone.slice(-8)),
    place === '' ? null : named(place.slice(0, 1 + length)),
    path(numbers.slice(first, first + length), false),
  ];
  return typed.filter((one) => one !== null && one.text !== '' && one.text !== '-') as Typed[];
}

const oneWord = fc
  .tuple(someone, fc.nat({ max: 5 }), fc.integer({ min: 1, max: 4 }), fc.nat())
  .map(([person, at, length, which]): Typed | null => {
    const words = wordsFor(person, at, length);
    return words[which % words.length] ?? null;
  })
  .filter((word) => word !== null);

/** Two words for one person are as likely as words for two. */
const twoWords = fc.oneof(
  fc.tuple(oneWord, oneWord),
  fc
    .tuple(someone, fc.nat({ max: 5 }), fc.integer({ min: 1, max: 4 }), fc.nat(), fc.nat())
    .map(([person, at, length, a, b]) => {
      const words = wordsFor(person, at, length);
      return [words[a % words.length], words[b % words.length]].filter((word) => word !== undefined);
    }),
);

function hold(words: readonly Typed[]): void {
  const alone = words.length === 1;
  const text = words.map((word) => word.text).join(' ');
  const found = new Set(finding.peopleIn(text, 'officer', DAY, 10 * PEOPLE));
  const wanted = (which: 'surely' | 'atMost') =>
    town.people.filter((person) => words.every((word) => word[which](person, alone))).map(({ id }) => id);
  const missed = wanted('surely').filter((id) => !found.has(id));
  const most = new Set(wanted('atMost'));
  const strange = [...found].filter((id) => !most.has(id));
  expect({ text, missed, strange }).toEqual({ text, missed: [], strange: [] });
}

describe('the people found', () => {
  test('by one word are those whom a reading of everybody finds', () => {
    fc.assert(
      fc.property(oneWord, (word) => {
        hold([word]);
      }),
      { numRuns: 200 },
    );
  });

  test('by two words are those who fit both', () => {
    fc.assert(
      fc.property(twoWords, (words) => {
        hold(words);
      }),
      { numRuns: 200 },
    );
  });

  test('by characters are those whom LIKE finds in the same file', () => {
    const like = town.store.raw
      .prepare(
        `SELECT id FROM residents WHERE retired_at IS NULL AND (replace(name, '·', '') LIKE ? OR other_name LIKE ?)`,
      )
      .pluck();
    for (const text of ['李', '张', '晓', '明', '文', '小明', '欣', '国', '秀英', '艾']) {
      const wanted = like.all(`%${text}%`, `%${text}%`) as string[];
      expect(finding.peopleIn(text, 'officer', DAY, 10 * PEOPLE)?.toSorted()).toEqual(wanted.toSorted());
    }
  });

  test('on the panel are the first of them, those who are here before those who left, whole names before parts', () => {
    const left = new Set(town.people.filter(({ outState }) => outState !== null).map(({ id }) => id));
    expect(left.size).toBeGreaterThan(0);
    fc.assert(
      fc.property(someone, ({ name }) => {
        const text = bare(name);
        if (!/^\p{Script=Han}+$/u.test(text)) return;
        const all = finding.peopleIn(text, 'officer', DAY, 10 * PEOPLE) ?? [];
        const { people, morePeople } = finding.find(text, 'officer', DAY);
        expect(people.map(({ id }) => id)).toEqual(all.slice(0, 8));
        expect(morePeople).toBe(all.length > 8);
        const here = all.map((id) => !left.has(id));
        expect(here).toEqual(here.toSorted((a, b) => Number(b) - Number(a)));
        const rank = people.map((one) => (one.outState === null ? 0 : 2) + (bare(one.name) === text ? 0 : 1));
        expect(rank).toEqual(rank.toSorted());
      }),
    );
  });
});
