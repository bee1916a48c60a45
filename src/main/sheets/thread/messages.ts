/** What the office and the thread that reads a file say to each other. */
import type { Failure } from '#shared/kernel/failure.ts';
import type { Shape } from '#main/sheets/recognise.ts';
import type { SheetInfo, SheetRow } from '#main/sheets/sheet.ts';

/** csv is read in the office itself. */
export type ThreadShape = Exclude<Shape, { readonly kind: 'csv' }>;

export interface Task {
  readonly path: string;
  readonly shape: ThreadShape;
  /** What to do: null to say what the file holds, else read one sheet (null for the first that is not hidden). */
  readonly read: { readonly sheet: string | null } | null;
}

export type Report =
  | { readonly kind: 'info'; readonly info: SheetInfo }
  | { readonly kind: 'rows'; readonly rows: readonly SheetRow[] }
  | { readonly kind: 'end' }
  | { readonly kind: 'refused'; readonly failure: Failure }
  /** The operating system said no; `code` is its word such as `EIO`. */
  | { readonly kind: 'system'; readonly code: string }
  /** A defect: what kind of error and where, never its message. */
  | { readonly kind: 'defect'; readonly name: string; readonly places: readonly string[] };

/** Batches under way before the thread waits: it may be much faster than whoever takes the rows. */
export const AHEAD = 4;
