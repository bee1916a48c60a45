/** What a word may mean of a person, best first: exactly so, at the beginning of the name, somewhere in it. */
import type { FOUND_BY } from '#shared/contract/population/search.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { expand15, readIdNumber } from '#shared/kernel/citizen-number.ts';
import { isCheckedType, isChild, PHONES, type IdType } from '#shared/ledgers/population/residents.ts';
import { letterRanges, NAME, nameRanges, OTHER_NAME, syllableRange, foldName } from './name-keys.ts';
import type { Range } from './ranges.ts';
import { spellingsOf } from './readings.ts';
import { TAILED_PHONE, type FoundResident } from './keys/resident-keys.ts';
import { initialsOf, wholeReadings } from './syllables.ts';
import type { Word } from './typed.ts';

export type FoundBy = (typeof FOUND_BY)[number];

export interface PersonFacts extends FoundResident {
  readonly idType: IdType;
  readonly birthDate: CalendarDay | null;
}

export interface Meaning {
  readonly range: Range;
  readonly by: FoundBy;
  /** What the key alone does not say. */
  readonly only?: (person: PersonFacts) => boolean;
}

/** @param today a child's number is found by nothing but the whole of it */
export function meaningsOf(word: Word, today: CalendarDay): Meaning[] {
  if (word.begun !== null) return begun(word.begun.name, word.begun.letters);
  if (word.letters !== null) return letters(word.letters);
  const meanings: Meaning[] = [];
  if (word.name !== null) {
    meanings.push(...meant(nameRanges(word.name, NAME), 'name'));
    meanings.push(...meant(nameRanges(word.name, OTHER_NAME), 'other-name'));
  }
  if (word.tail !== null) meanings.push(...tails(word.tail, today));
  if (word.phone !== null) meanings.push(...phones(word.phone));
  return meanings;
}

/** The same number as the ledger may have it: of eighteen characters, or the older one of fifteen. */
export function numberForms(number: string): string[] {
  const longer = expand15(number);
  const older = /^\d{6}19\d{9}[\dX]$/u.test(number) ? number.slice(0, 6) + number.slice(8, 17) : null;
  return [number, longer, older].filter((form) => form !== null);
}

function meant(ranges: readonly Range[], by: FoundBy): Meaning[] {
  return ranges.map((range) => ({ range, by }));
}

function letters(typed: string): Meaning[] {
  return [
    ...letterRanges(typed, NAME).map((range): Meaning => ({
      range,
      by: isText(range) ? 'name' : 'spelling',
    })),
    ...meant(letterRanges(typed, OTHER_NAME), 'other-name'),
  ];
}

/** A name in letters as it is written, not as it is read. */
function isText({ tag }: Range): boolean {
  return tag === NAME.whole || tag === NAME.part;
}

/** 李xin: by the reading of both, of those whose name begins with what stands there already. */
function begun(name: string, typed: string): Meaning[] {
  const ranges = [
    ...nameRanges(name + typed, NAME),
    ...spellingsOf([...name]).flatMap((codes): Range[] => [
      ...wholeReadings(typed).map((reading) => syllableRange(reading, codes, NAME)),
      { tag: NAME.initials, text: initialsOf(codes) + typed, how: 'begins' },
    ]),
  ];
  return ranges.map((range) => ({
    range,
    by: isText(range) ? 'name' : 'spelling',
    only: (person) => foldName(person.name).startsWith(name),
  }));
}

function tails(tail: string, today: CalendarDay): Meaning[] {
  const ofNumber: Meaning = {
    range: { tag: 't', text: tail, how: 'is' },
    by: 'id-tail',
    only: (person) => !isOfChild(person, today),
  };
  return [ofNumber, ...meant([{ tag: 'e', text: tail, how: 'is' }], 'phone-tail')];
}

/** Of a child nobody sees the last four of the number; so nobody finds the child by them. */
export function isOfChild({ birthDate, idType, idNumber }: PersonFacts, today: CalendarDay): boolean {
  if (birthDate !== null || idNumber === null || !isCheckedType(idType)) return isChild(birthDate, today);
  return isChild(readIdNumber(idNumber, today).birthDate, today);
}

function phones(digits: string): Meaning[] {
  const meanings = meant([{ tag: 'm', text: digits, how: 'begins' }], 'phone');
  if (digits.length < TAILED_PHONE) return meanings;
  const byTail: Meaning = {
    range: { tag: 'e', text: digits.slice(-4), how: 'is' },
    by: 'phone-tail',
    only: (person) => PHONES.some((field) => person[field]?.endsWith(digits) === true),
  };
  return [...meanings, byTail];
}
