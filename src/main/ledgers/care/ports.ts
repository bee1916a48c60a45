/** What a consent needs of other ledgers and rooms. Each gives its part, and rooms.ts joins them. */
import type { AnyColumn, SQL } from 'drizzle-orm';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { Caller } from '#shared/kernel/caller.ts';

export interface CarePerson {
  /** The record that stands. */
  readonly id: string;
  /** It, and all that were merged into it: what was entered for one of them is theirs. */
  readonly records: readonly string[];
  readonly name: string;
  readonly birthDate: CalendarDay | null;
  /** The day on which they died or moved away. */
  readonly leftOn: CalendarDay | null;
}

/** The population ledger. */
export interface CarePeoplePort {
  /** Null where no such person stands in the ledger any more. */
  personOf(resident: string): CarePerson | null;
  /** The same, where this person may see them. */
  seenBy(caller: Caller, resident: string): CarePerson | null;
  /** Of a column of record ids: whoever it became stands here, and has neither died nor moved away. */
  isHere(column: AnyColumn): SQL;
}

/** Who works here. */
export interface CareStaffPort {
  nameOf(staff: string): string;
  /** True where another officer works here who can look at the paper. */
  hasOtherOfficer(staff: string): boolean;
}

/** The office's settings. */
export interface CareSettingsPort {
  afterReleaseHelp(): boolean;
}
