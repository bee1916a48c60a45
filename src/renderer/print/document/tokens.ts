/** A text cut into what a line may not break: a character, a number or Latin word, a blank to write on. */
import { cellsOf, charactersOf, kindOf, mayBegin, mayEnd } from './characters.ts';

/** Words, and blanks of so many cells to write on by hand; `rest` is as long as its line allows. */
export type Piece = string | { readonly rule: number | 'rest' };

export type Token =
  | { readonly kind: 'text'; readonly text: string; readonly cells: number }
  | { readonly kind: 'rule'; readonly cells: number; readonly grows: boolean };

/** A blank that takes what is left of a line begins on the next where less than this is left. */
const REST_LEAST = 8;

/** @param longest cells that a run of digits or letters may have; a longer one is cut, for it fits no line */
export function tokensOf(pieces: readonly Piece[], longest: number): Token[] {
  return pieces.flatMap((piece): Token[] => {
    if (typeof piece === 'string') return textTokens(piece, longest);
    if (piece.rule === 'rest') return [{ kind: 'rule', cells: REST_LEAST, grows: true }];
    return [{ kind: 'rule', cells: Math.min(piece.rule, longest), grows: false }];
  });
}

function textTokens(text: string, longest: number): Token[] {
  const tokens: { kind: 'text'; text: string; cells: number }[] = [];
  for (const character of charactersOf(text)) {
    const before = tokens.at(-1);
    const cells = cellsOf(character);
    if (before !== undefined && joins(before.text, character) && before.cells + cells <= longest) {
      before.text += character;
      before.cells += cells;
    } else tokens.push({ kind: 'text', text: character, cells });
  }
  return tokens;
}

/** Digits and letters hold together, and so do the two halves of a dash or an ellipsis. */
function joins(run: string, next: string): boolean {
  const last = run.at(-1) ?? '';
  if (kindOf(next) === 'half') return next !== ' ' && kindOf(last) === 'half' && last !== ' ';
  return (next === '—' || next === '…') && run === next;
}

/** Whether a line may end before `next`. */
export function mayBreak(before: Token, next: Token): boolean {
  if (next.kind === 'text' && !mayBegin(charactersOf(next.text)[0] ?? '')) return false;
  return before.kind !== 'text' || mayEnd(charactersOf(before.text).at(-1) ?? '');
}
