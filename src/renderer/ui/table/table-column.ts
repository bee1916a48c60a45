/** A column of a ledger's list: what it shows, how wide, and whether the office can sort by it. */
import { createContext } from 'react';
import type { ReactNode } from 'react';

export interface LedgerColumn<Row> {
  readonly id: string;
  readonly header: string;
  /** Drawn instead of the words, such as a box that chooses all rows; the words still name the column. */
  readonly headerCell?: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** The whole content as text, shown when the cell is cut; absent for cells that are never cut, such as chips. */
  readonly text?: (row: Row) => string;
  /** Least width in px. */
  readonly width: number;
  /** Share of the width left over; 0 keeps it as it is. */
  readonly grow?: number;
  readonly end?: boolean;
  /** The name the office sorts by; absent: not sortable. */
  readonly sortBy?: string;
  /** False: cannot be hidden, such as the name. */
  readonly mayHide?: boolean;
}

export interface LedgerSort {
  readonly by: string;
  readonly descending: boolean;
}

export interface LedgerFilter {
  readonly id: string;
  /** Whole and readable alone: `状态:办理中`. */
  readonly words: string;
  readonly remove: () => void;
}

/** Rows of 32, 36 or 44 px; independent of zoom. */
export const DENSITIES = ['compact', 'standard', 'roomy'] as const;
export type Density = (typeof DENSITIES)[number];
export const ROW_HEIGHTS: Readonly<Record<Density, number>> = { compact: 32, standard: 36, roomy: 44 };

export const DensityContext = createContext<Density>('standard');

/** The CSS grid of a row. */
export function gridOf<Row>(columns: readonly LedgerColumn<Row>[]): string {
  return columns
    .map(({ width, grow = 0 }) => (grow === 0 ? `${width}px` : `minmax(${width}px, ${grow}fr)`))
    .join(' ');
}
