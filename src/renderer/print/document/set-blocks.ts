/** Blocks become rows: every row has a height, and says whether it may stand at the end of a page. */
import type { Block, Filling, TableRow } from './blocks.ts';
import { breakLines, breakText, widthOf, type SetLine } from './break-lines.ts';
import type { Piece } from './tokens.ts';
import { BODY, CELLS, cellsIn, PAGE, SMALL, TITLE, type Size } from './grid.ts';

export type LineLook = 'title' | 'mark' | 'heading' | 'body' | 'closing' | 'signature';

interface Placed {
  /** In lines of the body. */
  readonly height: number;
  /** The next row stands on the same page. */
  readonly keeps: boolean;
}

export interface LineRow extends Placed {
  readonly kind: 'line';
  readonly look: LineLook;
  readonly line: SetLine;
}

export interface GapRow extends Placed {
  readonly kind: 'gap';
}

export interface CellPart {
  /** Millimetres. */
  readonly width: number;
  readonly label: boolean;
  /** Null: nothing stands in this line of the cell. */
  readonly line: SetLine | null;
}

/** One line of a row of a table; a row goes over a page between two of them. */
export interface CellsRow extends Placed {
  readonly kind: 'cells';
  readonly parts: readonly CellPart[];
  readonly first: boolean;
  readonly last: boolean;
  /** The last of its table. */
  readonly closes: boolean;
}

export type Row = LineRow | GapRow | CellsRow;

/** 首行缩进: two characters. */
const INDENT = 4;
/** 右空二字. */
const AT_RIGHT = 4;
/** Millimetres between the edge of a cell and its words. */
export const CELL_PADDING = 1.4;
/** Added above and below the words of a row, in lines of the body. */
const ROW_PADDING = 0.08;
const GAP = 0.5;
export const CLOSING_WORDS = '（以下无正文）';

const SIZES: Readonly<Record<LineLook, Size>> = {
  title: TITLE,
  mark: SMALL,
  heading: BODY,
  body: BODY,
  closing: BODY,
  signature: BODY,
};

export function sizeOfLook(look: LineLook): Size {
  return SIZES[look];
}

export function setBlocks(blocks: readonly Block[]): Row[] {
  return blocks.flatMap(setBlock);
}

function setBlock(block: Block): Row[] {
  switch (block.kind) {
    case 'title':
      return [...rowsOf('title', breakText(block.text, measureOf(TITLE)), true), gap(true)];
    case 'mark':
      return [...rowsOf('mark', breakText(block.text, measureOf(SMALL)), true), gap(true)];
    case 'heading':
      return rowsOf('heading', breakText(block.text, { width: CELLS, indent: INDENT }), true);
    case 'text':
      return rowsOf('body', paragraphs(block.text, block.flush === true ? 0 : INDENT), false);
    case 'right':
      return rowsOf('body', atRight(block.text), false);
    case 'rules':
      return rowsOf(
        'body',
        Array.from({ length: block.lines }, () => ruled(CELLS)),
        false,
      );
    case 'table':
      return [...setTable(block), gap(false)];
    case 'signatures':
      return signatures(
        block.lines.flatMap((line) =>
          block.right === true ? atRight(line) : breakLines(line, { width: CELLS, indent: 0 }),
        ),
      );
  }
}

function measureOf(size: Size) {
  return { width: cellsIn(PAGE.width, size), indent: 0 };
}

function rowsOf(look: LineLook, lines: readonly SetLine[], keeps: boolean): LineRow[] {
  return lines.map((line) => ({ kind: 'line', look, line, height: SIZES[look].height, keeps }));
}

function gap(keeps: boolean): GapRow {
  return { kind: 'gap', height: GAP, keeps };
}

function paragraphs(text: Extract<Block, { kind: 'text' }>['text'], indent: number): SetLine[] {
  const measure = { width: CELLS, indent };
  return typeof text === 'string' ? breakText(text, measure) : breakLines(text, measure);
}

/** As GB/T 9704 closes a letter; what is too long for one line stands as it may. */
function atRight(text: string | readonly Piece[]): SetLine[] {
  const lines = breakLines(typeof text === 'string' ? [text] : text, { width: CELLS, indent: 0 });
  return lines.map((line) => ({ ...line, indent: Math.max(0, CELLS - AT_RIGHT - widthOf(line)) }));
}

function ruled(cells: number): SetLine {
  return { tokens: [{ kind: 'rule', cells, grows: false }], indent: 0, slack: 0 };
}

/** All on one page with each other; that two lines of the text stand above them is seen to in paginate.ts. */
function signatures(lines: readonly SetLine[]): Row[] {
  const closing = breakText(CLOSING_WORDS, { width: CELLS, indent: INDENT });
  const rows: Row[] = [...rowsOf('closing', closing, true), gap(true), ...rowsOf('signature', lines, true)];
  return rows.map((row, index) => (index === rows.length - 1 ? { ...row, keeps: false } : row));
}

function setTable({ rows, columns, whole = false }: Extract<Block, { kind: 'table' }>): CellsRow[] {
  const set = rows.flatMap((row) => setTableRow(row, columns));
  const end = set.length - 1;
  return set.map((row, at) => ({
    ...row,
    keeps: at < end && (whole || row.keeps),
    closes: at === end,
  }));
}

function setTableRow({ cells, least = 1 }: TableRow, columns: readonly number[]): CellsRow[] {
  let column = 0;
  const set = cells.map(({ text, label = false, span = 1 }) => {
    const width = columns.slice(column, column + span).reduce((sum, one) => sum + one, 0);
    column += span;
    return { width, label, lines: cellLines(text, cellsIn(width - 2 * CELL_PADDING, SMALL), least) };
  });
  const count = Math.max(least, ...set.map(({ lines }) => lines.length));
  return Array.from({ length: count }, (_, index) => {
    const first = index === 0;
    const last = index === count - 1;
    const padding = (first ? ROW_PADDING : 0) + (last ? ROW_PADDING : 0);
    return {
      kind: 'cells',
      parts: set.map(({ width, label, lines }) => ({ width, label, line: lines[index] ?? null })),
      first,
      last,
      closes: false,
      height: SMALL.height + padding,
      // The first and the last line of a row stand with a second one, where there is one.
      keeps: !last && (first || index === count - 2),
    };
  });
}

/** A blank of one line stays empty: it has its own frame to write in. */
function cellLines(text: Filling, width: number, least: number): SetLine[] {
  if (text === null) return least > 1 ? Array.from({ length: least }, () => ruled(width)) : [];
  return typeof text === 'string'
    ? breakText(text, { width, indent: 0 })
    : breakLines(text, { width, indent: 0 });
}
