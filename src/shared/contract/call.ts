/**
 * How a call is written down in the contract: who may make it, whether it answers while locked,
 * and whether it is a witnessed read. Router, client, permission table and documentation derive from this.
 */
import { oc } from '@orpc/contract';
import { failureSchema } from '#shared/kernel/failure.ts';
import type { Role } from '#shared/kernel/role.ts';
import type { LedgerName } from '#shared/ledgers/names.ts';

/** A read that leaves an access line (op V) in the journal before it answers. */
export interface Witness {
  readonly ledger: LedgerName;
  /** Input field that holds the record id; null when the read is of many records. */
  readonly record: string | null;
  /** Input field that holds the reason in words. */
  readonly reason: string;
}

export interface CallMeta {
  /** `anyone` answers without a session and is only for calls of the lock screen and the first run. */
  readonly roles: readonly Role[] | 'anyone';
  readonly witnessed?: Witness;
}

const base = oc
  .$meta<CallMeta>({ roles: [] })
  .errors({ FAILURE: { status: 422, message: 'the office answers with a failure', data: failureSchema } });

export function call(meta: CallMeta) {
  return base.meta(meta);
}
