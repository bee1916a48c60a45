/** 查人查房. What was typed is kept nowhere: no line, no log, no memory of it. */
import { today, type Clock } from '#shared/kernel/clock.ts';
import type { searchContract } from '#shared/contract/population/search.ts';
import type { Store } from '#main/db/open.ts';
import type { Calls } from '#main/rpc/calls.ts';
import { openFinding } from './find.ts';

export interface SearchRoom {
  readonly raw: Store['raw'];
  readonly clock: Clock;
  readonly officeCode: string;
}

export function searchService({ raw, clock, officeCode }: SearchRoom): Calls<typeof searchContract> {
  const finding = openFinding(raw, officeCode);
  return { find: ({ text }, caller) => finding.find(text, caller.role, today(clock)) };
}
