/** What an entry needs of other ledgers and rooms. Each gives its part, and rooms.ts joins them. */
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import type { Role } from '#shared/kernel/role.ts';
import type { LedgerName } from '#shared/ledgers/names.ts';

/** A record at the revision that a person saw. */
export interface Seen {
  readonly id: string;
  readonly revision: number;
}

/** The population ledger. */
export interface PersonsPort {
  /** As it stands there now, of a merged record that of the one it was merged into; null where nobody knows. */
  birthDateOf(resident: string): CalendarDay | null;
  /** False where this person may see no such resident. */
  isVisible(caller: Caller, resident: string): boolean;
}

/** Who works here. */
export interface ColleaguesPort {
  nameOf(staff: string): string;
  /** Null for somebody who does not work here any more. */
  roleOf(staff: string): Role | null;
}

/** The station: nobody else can say yes, and nothing can be sealed for anybody else. */
export interface StationPort {
  isPinned(): boolean;
  /** Whether a bundle carries the line by which a record became what it is. */
  isSent(ledger: LedgerName, record: string, changeN: number): boolean;
}
