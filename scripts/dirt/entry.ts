/** One row of an untidy file: what every field of it says, and what has to become of it. */
import type { ImportField } from '#shared/contract/population/imports.ts';
import type { Truth } from './truth.ts';

/** A cell of a spreadsheet: text, or a number in the form the spreadsheet gives it. */
export type Cell = string | { readonly number: number; readonly format: string };

export type Texts = Partial<Record<ImportField, Cell>>;

/** What an import into an empty office has to do with a row. */
export type Outcome = 'imported' | 'merged' | 'duplicate' | 'rejected';

export const FAULTS = [
  'outer-spaces',
  'full-width-number',
  'lower-case-x',
  'apostrophe',
  'inner-spaces',
  'zero-width',
  'scientific',
  'rounded',
  'check-digit',
  'impossible-birth',
  'length',
  'sex-differs',
  'birth-differs',
  'old-number',
  'no-number',
  'no-name',
  'no-door',
  'exact-duplicate',
  'same-number-other-name',
  'one-digit-apart',
  'fills-phone',
  'fills-number',
  'repeated-without-number',
  'number-left-out-later',
] as const;
export type Fault = (typeof FAULTS)[number];

export interface Entry {
  readonly truth: Truth;
  readonly texts: Texts;
  readonly outcome: Outcome;
  /** The number was spoiled in a way that can be undone with certainty. */
  readonly repaired: boolean;
  readonly fault: Fault | null;
}
