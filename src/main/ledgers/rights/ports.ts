/** What a request needs of other ledgers. Each gives its part, and rooms.ts joins them. */
import type { Caller } from '#shared/kernel/caller.ts';

export interface RightsPeoplePort {
  /** The record that a person stands under now; null where none does. */
  personOf(resident: string): { readonly id: string } | null;
  /** The same, where this person may see them. */
  seenBy(caller: Caller, resident: string): { readonly id: string } | null;
}
