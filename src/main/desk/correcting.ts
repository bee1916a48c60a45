/**
 * What a ledger gives so that an officer may take over what the station proposes: the record as it stands, and its own way of
 * changing it, under its own rules. It knows no ledger.
 */
import type { Caller } from '#shared/kernel/caller.ts';
import type { CorrectableLedger, FieldValue, ProposedFields } from '#shared/ledgers/sent/corrections.ts';
import type { Desk } from '#main/db/journal.ts';
import type { Ledger } from '#main/db/ledger-table.ts';

export interface CorrectedRecord {
  readonly id: string;
  readonly revision: number;
  /** Under the names that its form uses. */
  readonly values: Readonly<Record<string, FieldValue>>;
}

export interface CorrectionOf {
  readonly ledger: Ledger;
  /** Null where there is no such record. Asked for officers alone, who see every one that is here. */
  find(id: string): CorrectedRecord | null;
  /** Inside the transaction that answers the station. Refuses with `stale` and with `invalid`. */
  amend(
    desk: Desk,
    caller: Caller,
    seen: Pick<CorrectedRecord, 'id' | 'revision'>,
    fields: ProposedFields,
  ): void;
}

export type Corrections = Readonly<Record<CorrectableLedger, CorrectionOf>>;
