// A sealed record: found by the number that the record had, opened with the station's key, proved by its hash.
import { hash } from 'node:crypto';
import * as z from 'zod/mini';
import { openContent } from '#bundle-format';
import { SEALED_FROM, type SealedFrom } from '#shared/ledgers/statutory/sealed.ts';
import { refuse, refuseAs } from '#station/refusal.ts';
import type { Station } from '#station/station.ts';
import type { HeldRecord } from '#station/store/port.ts';

const LEDGER = 'sealed_records';

const sealedFields = z.object({
  from: z.enum(SEALED_FROM),
  number: z.string(),
  digest: z.string(),
  envelope: z.string(),
});

export interface SealedRecord {
  readonly record: HeldRecord;
  readonly digest: string;
  readonly envelope: string;
}

export function sealedFrom(given: string): SealedFrom {
  return (
    SEALED_FROM.find((name) => name === given) ?? refuse('usage', `--ledger takes ${SEALED_FROM.join(', ')}`)
  );
}

/** Refuses with `unknown-record` what was never sealed, and what is deleted already. */
export async function findSealed(
  { store }: Station,
  office: string,
  from: SealedFrom,
  number: string,
): Promise<SealedRecord> {
  for (const record of await store.records(office, LEDGER)) {
    const { success, data } = sealedFields.safeParse(record.fields);
    if (success && data.from === from && data.number === number)
      return { record, digest: data.digest, envelope: data.envelope };
  }
  return refuse('unknown-record', `${from} ${number}`);
}

/** Refuses with `decrypt-failed` or `sealed-differs`. */
export async function openSealed({ keys }: Station, { envelope, digest }: SealedRecord): Promise<unknown> {
  const opened = await openContent(Buffer.from(envelope, 'base64'), [keys.op]);
  if (!opened.ok) refuseAs(opened);
  if (hash('sha256', opened.content) !== digest) refuse('sealed-differs');
  return JSON.parse(opened.content.toString()) as unknown;
}
