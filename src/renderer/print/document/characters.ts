/** What the typesetting has to know of single characters: how wide they are, and where a line may not break. */

/** Closing marks: none of them begins a line. */
const NOT_FIRST = new Set('，。、；：？！）》〉」』】〕］｝”’…—·～％℃,.;:?!)]}%');
/** Opening marks: none of them ends a line. */
const NOT_LAST = new Set('（《〈「『【〔［｛“‘￥([{');
/** Their glyphs are narrower or wider from font to font: each is centred in its own two cells. */
const UNSURE = new Set('“”‘’…—·×℃');

const HALF = /^[\u0020-\u007E\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F]/u;

export type CharacterKind = 'full' | 'half' | 'unsure';

export function kindOf(character: string): CharacterKind {
  if (HALF.test(character)) return 'half';
  return UNSURE.has(character) ? 'unsure' : 'full';
}

export function cellsOf(character: string): number {
  return kindOf(character) === 'half' ? 1 : 2;
}

export function mayBegin(character: string): boolean {
  return !NOT_FIRST.has(character) && character !== ' ';
}

export function mayEnd(character: string): boolean {
  return !NOT_LAST.has(character);
}

const graphemes = new Intl.Segmenter('zh-CN', { granularity: 'grapheme' });

/** As people count: a character with its variation mark is one. */
export function charactersOf(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/** A name of two characters spaced to three, as it stands on a signature line. */
export function spacedName(name: string): string {
  const letters = charactersOf(name);
  return letters.length === 2 && letters.every((letter) => kindOf(letter) === 'full')
    ? letters.join('\u3000')
    : name;
}
