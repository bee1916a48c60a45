/**
 * Lines broken on the grid by our own rule, so that the number of lines and pages is known before anything is drawn and is
 * the same on the screen, in the PDF and in a test. No line is wider than it may be, and no character is lost.
 */
import { charactersOf, kindOf } from './characters.ts';
import { mayBreak, tokensOf, type Piece, type Token } from './tokens.ts';

export interface SetLine {
  readonly tokens: readonly Token[];
  /** Cells left free at its beginning. */
  readonly indent: number;
  /** Cells that its Han characters share among them, so that the line ends where the others do. */
  readonly slack: number;
}

export interface Measure {
  /** Cells of a line. */
  readonly width: number;
  /** Cells left free where a paragraph begins. */
  readonly indent: number;
}

/** More than this is not spread over a line: it would tear it apart. */
const SLACK_MOST = 4;

/** A text of several paragraphs; an empty one is an empty line. */
export function breakText(text: string, measure: Measure): SetLine[] {
  return text.split('\n').flatMap((paragraph) => breakLines([paragraph], measure));
}

export function breakLines(pieces: readonly Piece[], { width, indent }: Measure): SetLine[] {
  const tokens = tokensOf(pieces, width - indent);
  const lines: SetLine[] = [];
  for (let at = 0; at < tokens.length || lines.length === 0;) {
    const first = lines.length === 0 ? indent : 0;
    const end = endOfLine(tokens, at, width - first);
    lines.push(lineOf(tokens.slice(at, end), first, width, end === tokens.length));
    at = end;
  }
  return lines;
}

/** Where the line that begins at `at` ends: as late as it fits and may. */
function endOfLine(tokens: readonly Token[], at: number, room: number): number {
  let fits = at;
  for (let used = 0; fits < tokens.length; fits += 1) {
    used += tokens[fits]?.cells ?? 0;
    if (used > room) break;
  }
  if (fits === tokens.length) return fits;
  for (let end = fits; end > at; end -= 1) {
    const [before, next] = [tokens[end - 1], tokens[end]];
    if (before !== undefined && next !== undefined && mayBreak(before, next)) return end;
  }
  // Nothing but marks that may neither begin nor end a line: then the width decides.
  return Math.max(fits, at + 1);
}

function lineOf(tokens: readonly Token[], indent: number, width: number, last: boolean): SetLine {
  const left = width - indent - cellsIn(tokens);
  const growing = tokens.filter((token) => token.kind === 'rule' && token.grows).length;
  if (growing > 0) {
    const share = Math.floor(left / growing);
    const grown = tokens.map((token) =>
      token.kind === 'rule' && token.grows ? { ...token, cells: token.cells + share } : token,
    );
    return { tokens: grown, indent, slack: 0 };
  }
  const spread = !last && left <= SLACK_MOST && tokens.every(({ kind }) => kind === 'text');
  return { tokens, indent, slack: spread ? left : 0 };
}

function cellsIn(tokens: readonly Token[]): number {
  return tokens.reduce((sum, { cells }) => sum + cells, 0);
}

/** Cells of the line with its indent, before its slack is spread. */
export function widthOf({ tokens, indent }: SetLine): number {
  return indent + cellsIn(tokens);
}

/** The words of a line; a blank is nothing. */
export function textOf({ tokens }: SetLine): string {
  return tokens.map((token) => (token.kind === 'text' ? token.text : '')).join('');
}

/** Full-width characters of a line: those that share its slack. */
export function fullCharacters({ tokens }: SetLine): number {
  return tokens
    .flatMap((token) => (token.kind === 'text' ? charactersOf(token.text) : []))
    .filter((character) => kindOf(character) !== 'half').length;
}
