/** A row of the file, read and looked up. */
import type { ReadRow } from '#main/imports/rows/facts.ts';
import type { DoorKey } from './doors.ts';
import type { KnownPerson } from './known-people.ts';

export interface Candidate extends ReadRow {
  /** Row of the file as a person counts it. */
  readonly row: number;
  /** Where its texts are kept. */
  readonly place: number;
  /** Null where issues keep it out. */
  readonly doorKey: DoorKey | null;
  readonly known: readonly KnownPerson[];
}
