/**
 * The grid of an official paper (GB/T 9704): A4, 37 mm above and 28 mm left of a type area of 156 × 225 mm that holds 22
 * lines of 28 characters. A cell is half a character wide: a Han character takes two, a digit or Latin letter one.
 */

/** Millimetres. */
export const PAGE = { top: 37, left: 28, width: 156, height: 225 } as const;
export const LINES = 22;
export const CHARACTERS = 28;
/** Of one line. */
export const CELLS = CHARACTERS * 2;
/** Millimetres: about 28.99 pt. */
export const LINE_HEIGHT = PAGE.height / LINES;

const MM_PER_POINT = 25.4 / 72;

/** How letters of one size stand on the grid. Millimetres; heights are shares of a body line. */
export interface Size {
  /** Width of a full-width character as the font draws it. */
  readonly em: number;
  /** Width of one cell. */
  readonly cell: number;
  readonly height: number;
}

function sizeOf(points: number, height: number): Size {
  const em = points * MM_PER_POINT;
  return { em, cell: em / 2, height };
}

/** 三号, drawn a hair closer than its own width, so that 28 of them fill the line. */
export const BODY: Size = { em: 16 * MM_PER_POINT, cell: PAGE.width / CELLS, height: 1 };
/** 二号. */
export const TITLE = sizeOf(22, 1.25);
/** 小四: marks and tables. */
export const SMALL = sizeOf(12, 0.7);

/** Cells of this size that a width in millimetres holds. */
export function cellsIn(width: number, { cell }: Size): number {
  return Math.floor(width / cell + 1e-6);
}
