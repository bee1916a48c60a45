/** Parts of a table of keys: what to read there, and whether a key lies in it. */
import { fits, type LetterReading, type Span } from './syllables.ts';

/**
 * The first character of a key says what the rest is, so that a range never runs into another kind. Small letters are of
 * records that come first; the same in capitals of those that come after them (people who left, abolished addresses).
 */
export type Tag =
  'a' | 'b' | 'c' | 'd' | 'e' | 'g' | 'h' | 'i' | 'j' | 'k' | 'm' | 'p' | 'q' | 'r' | 't' | 'x';

export interface Range {
  readonly tag: Tag;
  readonly text: string;
  /** The whole key; one that begins so; one that goes on with a character of the span. */
  readonly how: 'is' | 'begins' | Span;
  /** Of keys of first letters: only names whose syllables fit one of these. */
  readonly readings?: readonly LetterReading[];
}

export interface Bounds {
  readonly from: string;
  /** Not included. */
  readonly to: string;
}

export function boundsOf({ tag, text, how }: Range, late: boolean): Bounds {
  const start = (late ? tag.toUpperCase() : tag) + text;
  if (how === 'is') return { from: start, to: `${start}\u0001` };
  if (how === 'begins') return { from: start, to: `${start}\u{10FFFF}` };
  return { from: start + how.from, to: start + String.fromCharCode(how.to.charCodeAt(0) + 1) };
}

/** @param key of a record that comes first or after, which makes no difference here */
export function isIn(key: string, range: Range): boolean {
  const { tag, text, how } = range;
  if (key.charAt(0).toLowerCase() !== tag || !key.startsWith(text, 1)) return false;
  if (how === 'is') return key.length === text.length + 1;
  if (how === 'begins') return fitsKey(key, range);
  const next = key.charAt(text.length + 1);
  return next >= how.from && next <= how.to && fitsKey(key, range);
}

/** A key of first letters goes on with as many codes of syllables. */
export function fitsKey(key: string, { readings }: Range): boolean {
  if (readings === undefined) return true;
  const codes = key.slice(1 + (key.length - 1) / 2);
  return readings.some((reading) => fits(codes, reading));
}

/** The same keys as of a record that comes after the others. */
export function lateKeys(keys: readonly string[]): string[] {
  return keys.map((key) => key.charAt(0).toUpperCase() + key.slice(1));
}
