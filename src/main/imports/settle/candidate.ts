/** A row of the file, read and looked up. What it says stands in the stores, at the same place. */
import type { FieldIssue } from '#shared/kernel/failure.ts';
import type { DoorText } from '#main/imports/rows/door-text.ts';
import type { DoorKey, Grids } from './doors.ts';
import type { KnownPerson } from './known-people.ts';

export interface Candidate extends Grids {
  /** Row of the file as a person counts it. */
  readonly row: number;
  /** Where its texts and its facts are kept. */
  readonly place: number;
  readonly door: DoorText;
  readonly issues: readonly FieldIssue[];
  readonly warnings: readonly FieldIssue[];
  readonly repaired: boolean;
  /** Null where issues keep it out. */
  readonly doorKey: DoorKey | null;
  readonly known: readonly KnownPerson[];
}
