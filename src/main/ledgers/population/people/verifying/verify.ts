/** Marks people as found as registered. The counter, the list and a visit to their door all do it through here. */
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { VerifiedHow } from '#shared/ledgers/population/verified.ts';
import type { Desk } from '#main/db/journal.ts';
import { residentsLedger } from '#main/ledgers/population/tables.ts';

export interface VerifyStamp {
  readonly on: CalendarDay;
  /** Staff id. */
  readonly by: string;
  readonly how: VerifiedHow;
}

/** Part of somebody's transaction. Answers with the journal lines it wrote: none of who was marked so already. */
export function verifyResidents(
  desk: Desk,
  records: readonly { readonly id: string; readonly revision: number }[],
  { on, by, how }: VerifyStamp,
): number[] {
  const stamp = { verifiedOn: on, verifiedBy: by, verifiedHow: how };
  return records.flatMap(({ id, revision }) => {
    const row = desk.patch(residentsLedger, id, revision, stamp);
    return row.revision === revision ? [] : [row.changeN];
  });
}
