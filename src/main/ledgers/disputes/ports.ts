/** What a matter needs of other ledgers. Ledgers do not import each other: each gives its part, and rooms.ts joins them. */
import type { VisitRow } from '#shared/contract/visitors.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import type { Desk } from '#main/db/journal.ts';

/** A record at the revision that a person saw. */
export interface Seen {
  readonly id: string;
  readonly revision: number;
}

/** Visits to the desk. */
export interface VisitsPort {
  /**
   * Refuses a visit that this person may not see, that has changed since, or that turned into a matter before. `write` puts
   * down the result and the link, in the transaction that makes the matter.
   */
  turn(
    caller: Caller,
    visit: Seen,
  ): { readonly phone: string | null; write(desk: Desk, dispute: string): void };
  /** Of a matter, those that this person may see; the newest first. */
  of(caller: Caller, dispute: string): VisitRow[];
  /** Every visit lets go of a matter that was taken out as a wrong entry. */
  letGo(desk: Desk, dispute: string): void;
}

/** Addresses and residents. */
export interface PopulationPort {
  /** The element as it stands now, also where it was merged into another; null where none does. */
  placeOf(
    address: string,
  ): { readonly id: string; readonly line: string; readonly policeGrid: string | null } | null;
  /** The element and those that were merged into it. */
  sameDoor(address: string): string[];
  /** Null where this person may see no such resident. */
  residentOf(caller: Caller, resident: string): { readonly phone: string | null } | null;
  /** Each with the records that were merged into it. */
  samePeople(residents: readonly string[]): (readonly string[])[];
}
