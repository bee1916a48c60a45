/** Where cards and cut lines stand on A4, in millimetres. Ten business cards of 90 × 54, two by five, no gutter. */
import { A4 } from '#renderer/print/a4.ts';

export const SHEET = A4;
export const CARD = { width: 90, height: 54 } as const;
export const COLUMNS = 2;
export const ROWS = 5;
export const CARDS = COLUMNS * ROWS;

/** Left and right, top and bottom. */
export const MARGIN = {
  x: (SHEET.width - COLUMNS * CARD.width) / 2,
  y: (SHEET.height - ROWS * CARD.height) / 2,
} as const;

/** A cut mark begins this far outside the block of cards, is this long and this thick. */
const MARK = { away: 3, length: 5 } as const;
export const MARK_WIDTH = 0.1;

export type Side = 'front' | 'back';

/** Upper left corner of card `index` (0 … 9, row by row). The back is mirrored for a turn over the long edge. */
export function cardPlace(index: number, side: Side): { x: number; y: number } {
  const column = index % COLUMNS;
  const shown = side === 'front' ? column : COLUMNS - 1 - column;
  return {
    x: MARGIN.x + shown * CARD.width,
    y: MARGIN.y + Math.floor(index / COLUMNS) * CARD.height,
  };
}

export interface Mark {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** Outside the block only: a cut that is off by a millimetre shows no line on a card. */
export function cutMarks(): Mark[] {
  const right = SHEET.width - MARGIN.x;
  const bottom = SHEET.height - MARGIN.y;
  const marks: Mark[] = [];
  for (let column = 0; column <= COLUMNS; column += 1) {
    const x = MARGIN.x + column * CARD.width;
    for (const [from, way] of [
      [MARGIN.y, -1],
      [bottom, 1],
    ] as const) {
      marks.push({ x1: x, x2: x, y1: from + way * MARK.away, y2: from + way * (MARK.away + MARK.length) });
    }
  }
  for (let row = 0; row <= ROWS; row += 1) {
    const y = MARGIN.y + row * CARD.height;
    for (const [from, way] of [
      [MARGIN.x, -1],
      [right, 1],
    ] as const) {
      marks.push({ y1: y, y2: y, x1: from + way * MARK.away, x2: from + way * (MARK.away + MARK.length) });
    }
  }
  return marks;
}
