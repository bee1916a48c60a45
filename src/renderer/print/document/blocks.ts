/** What an official paper is written in. Each block becomes rows of known height: set-blocks.ts. */
import type { Piece } from './tokens.ts';

/** Words, words with blanks, or null: room to write. */
export type Filling = string | readonly Piece[] | null;

export interface TableCell {
  readonly text: Filling;
  /** Set as a label, centred. */
  readonly label?: boolean;
  /** Columns it takes; one if absent. */
  readonly span?: number;
}

export interface TableRow {
  readonly cells: readonly TableCell[];
  /** Lines it has at least; the empty ones of a cell that waits to be filled in are ruled. */
  readonly least?: number;
}

export type Block =
  | { readonly kind: 'title'; readonly text: string }
  /** A line below the title: a number, what the paper is and is not. */
  | { readonly kind: 'mark'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  /** Paragraphs with an indent of two characters, `flush` without. */
  | { readonly kind: 'text'; readonly text: string | readonly Piece[]; readonly flush?: boolean }
  /** A line at the right, two characters from its end: who signs a letter, and the day. */
  | { readonly kind: 'right'; readonly text: string | readonly Piece[] }
  /** Ruled lines to write on. */
  | { readonly kind: 'rules'; readonly lines: number }
  | {
      readonly kind: 'table';
      /** Millimetres; together as wide as the type area. */
      readonly columns: readonly number[];
      readonly rows: readonly TableRow[];
      /** Stands on one page, where one is enough. */
      readonly whole?: boolean;
    }
  /** （以下无正文） and lines to sign on, `right` those of a letter: whole, and never alone on a page. */
  | {
      readonly kind: 'signatures';
      readonly lines: readonly (readonly Piece[])[];
      readonly right?: boolean;
    };

export interface OfficialPaper {
  /** Name of the paper, for whoever looks at the page's markup. */
  readonly name: string;
  readonly blocks: readonly Block[];
  /** Stands framed above every page: what the paper is not. Null where nothing has to be said. */
  readonly banner: string | null;
  /** Whoever signs puts a mark on every page. */
  readonly initials: boolean;
  /** Template, who printed it and when, how much is masked and why it was printed. */
  readonly foot: readonly string[];
}
