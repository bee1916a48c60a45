/** How the fields of a ledger are named in its history, and what their values read like. */
import type { HistoryEntry } from '#shared/contract/desk.ts';

export type HistoryValue = HistoryEntry['changes'][number]['after'];

export interface ShownFields {
  /** Null: a field of the office's own bookkeeping, which nobody reads. */
  readonly field: (name: string) => string | null;
  /** The words of a value; null leaves it as it stands. Empty values and yes or no have words already. */
  readonly value: (name: string, value: string | number) => string | null;
  /** False: in a new record this field follows from the others. */
  readonly entered: (name: string) => boolean;
}
