/** What a ledger tells the sealing run: which of its records are over, and what has to be sealed of each. */
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { SealedFrom, SealReason } from '#shared/ledgers/statutory/sealed.ts';
import type { Ledger } from '#main/db/ledger-table.ts';
import type { Store } from '#main/db/open.ts';

export interface HeldRow {
  readonly ledger: Ledger;
  readonly row: { readonly id: string };
}

export interface Over {
  /** The record, then all that hangs on it: sealed and forgotten together. */
  readonly rows: readonly [HeldRow, ...HeldRow[]];
  /** True where nothing but a date calls for it: the day has to be believed first. */
  readonly byDate: boolean;
  /** Null: it never was one. Nothing of it is kept, sealed or not. */
  readonly seal: null | {
    readonly category: string;
    readonly startsOn: CalendarDay;
    readonly endsOn: CalendarDay;
    readonly why: SealReason;
    /** The day on which the sealed record is deleted. */
    readonly until: CalendarDay;
    readonly synthetic: boolean;
  };
}

export type Reading = Pick<Store, 'read' | 'raw'>;

export interface SealSource {
  readonly from: SealedFrom;
  /** Numbers of records that may be over on this day, at most `limit`. */
  find(store: Reading, day: CalendarDay, limit: number): string[];
  /** Null where it is not over, or no longer there. */
  open(store: Reading, day: CalendarDay, id: string): Over | null;
}
