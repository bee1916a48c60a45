/** What a name is found by: itself from every character on, the first letters of its reading, and its syllables. */
import { cleanPersonName } from '#shared/kernel/person-name.ts';
import { spellingsOf } from './readings.ts';
import type { Range, Tag } from './ranges.ts';
import {
  ALL_CODES,
  initialsOf,
  initialsRead,
  mixedReadings,
  wholeReadings,
  type LetterReading,
} from './syllables.ts';

/** Which kinds of key a name gets. */
export interface NameTags {
  readonly whole: Tag;
  /** From a later character on. */
  readonly part: Tag;
  /** First letters, and behind them the codes of the syllables. */
  readonly initials: Tag;
  readonly syllables: Tag;
}

export const NAME: NameTags = { whole: 'a', part: 'b', initials: 'i', syllables: 'p' };
/** A former name, the name on another paper, the old name of a place. */
export const OTHER_NAME: NameTags = { whole: 'c', part: 'd', initials: 'j', syllables: 'q' };

/** A run of letters or of digits begins once, every other character begins a part of the name. */
const BEGINNINGS = /[a-z\p{Script=Latin}]+|\d+|./gsu;

/** As names are compared: small letters without accents, nothing between the parts. */
export function foldName(text: string): string {
  return folded(text).join('');
}

function folded(text: string): string[] {
  if (/^\p{Script=Han}*$/u.test(text)) return [text];
  return cleanPersonName(text)
    .replace(/\p{Script=Latin}+/gu, (letters) =>
      letters.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase(),
    )
    .split(/[\s\p{P}\p{S}]+/u)
    .filter((part) => part !== '');
}

export function nameKeys(name: string, tags: NameTags): string[] {
  const parts = folded(name);
  const whole = parts.join('');
  if (whole === '') return [];
  const keys = [tags.whole + whole];
  const read: string[] = [];
  let at = 0;
  for (const part of parts)
    for (const beginning of part.match(BEGINNINGS) ?? []) {
      if (at > 0) keys.push(tags.part + whole.slice(at));
      at += beginning.length;
      read.push(beginning);
    }
  for (const codes of spellingsOf(read))
    keys.push(tags.syllables + codes, tags.initials + initialsOf(codes) + codes);
  return keys;
}

/** Names in characters, or in part of them. */
export function nameRanges(text: string, tags: NameTags): Range[] {
  return [tags.whole, tags.part].map((tag) => ({ tag, text, how: 'begins' }));
}

/** Names by letters, best first: all first letters, syllables, a name in letters, some first letters, a mixture. */
export function letterRanges(letters: string, tags: NameTags): Range[] {
  return [...spellingRanges(letters, [tags]), ...mixedRanges(mixedReadings(letters), tags)];
}

/** Names of places and units by letters: nobody mixes first letters and syllables for them. */
export function spellingRanges(letters: string, tags: readonly NameTags[]): Range[] {
  return tags.flatMap((one): Range[] => [
    { tag: one.initials, text: letters, how: ALL_CODES },
    ...wholeReadings(letters).map((reading) => syllableRange(reading, '', one)),
    ...nameRanges(letters, one),
    { tag: one.initials, text: letters, how: 'begins' },
  ]);
}

/** @param before codes of what was typed in characters */
export function syllableRange(reading: LetterReading, before: string, tags: NameTags): Range {
  const last = reading.at(-1) ?? ALL_CODES;
  const text =
    before +
    reading
      .slice(0, -1)
      .map(({ from }) => from)
      .join('');
  return { tag: tags.syllables, text, how: last };
}

function mixedRanges(readings: readonly LetterReading[], tags: NameTags): Range[] {
  const byInitials = Map.groupBy(readings, initialsRead);
  const alike = Array.from(byInitials, ([text, readings]) => ({ tag: tags.initials, text, readings }));
  // zhx is 张欣 before it is 张小梅: names of as many characters as were typed come first.
  return (['exact', 'begins'] as const).flatMap((how) =>
    alike.map((range): Range => ({ ...range, how: how === 'exact' ? ALL_CODES : how })),
  );
}
