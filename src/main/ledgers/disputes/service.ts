/** 矛盾纠纷: every call of its contract. Rules come from src/shared/ledgers/disputes; every write is journalled. */
import type { disputesContract } from '#shared/contract/disputes/disputes.ts';
import type { Calls } from '#main/rpc/calls.ts';
import { deedCalls } from './calls/deed-calls.ts';
import { intakeCalls } from './calls/intake-calls.ts';
import { readingCalls } from './calls/reading-calls.ts';
import { openRoom, type DisputesOptions } from './room.ts';

export function disputesService(options: DisputesOptions): Calls<typeof disputesContract> {
  const room = openRoom(options);
  return { ...readingCalls(room), ...intakeCalls(room), ...deedCalls(room) };
}
