/** What was sealed, for the auditor: numbers, kinds and days. Nobody in the office can read what is in it. */
import { asc, isNull } from 'drizzle-orm';
import type { sealedContract } from '#shared/contract/key-persons/statutory.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { sealedRecords } from '#main/ledgers/sealed/table.ts';
import type { Calls } from '#main/rpc/calls.ts';

/** More than an office seals in the years that they are kept. */
const SHOWN = 1000;

export function sealedService(db: ReadHandle): Calls<typeof sealedContract> {
  return {
    list: () =>
      db
        .select()
        .from(sealedRecords)
        .where(isNull(sealedRecords.retiredAt))
        .orderBy(asc(sealedRecords.retainUntil), asc(sealedRecords.id))
        .limit(SHOWN)
        .all()
        .map(({ id, number, category, startsOn, endsOn, sealedOn, digest, retainUntil }) => ({
          id,
          of: number,
          category,
          from: startsOn,
          to: endsOn,
          sealedOn,
          digest,
          deleteOn: retainUntil,
        })),
  };
}
