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

/** How many live sealed records, of all offices, none but these former station-op keys open. */
export async function mattersSealedTo(
  { store, keys, keysets }: Station,
  former: readonly string[],
): Promise<number> {
  const staying = keys.ops
    .filter(({ recipient }) => !former.includes(recipient))
    .map(({ identity }) => identity);
  let count = 0;
  for (const office of new Set(keysets.current.offices.map((key) => key.office)))
    for (const { fields } of await store.records(office, LEDGER)) {
      const { success, data } = sealedFields.safeParse(fields);
      if (success && !(await openContent(Buffer.from(data.envelope, 'base64'), staying)).ok) count += 1;
    }
  return count;
}

/** Refuses with `decrypt-failed` or `sealed-differs`. */
export async function openSealed(
  { keys, escrow }: Station,
  { envelope, digest }: SealedRecord,
): Promise<unknown> {
  const boxes = escrow === undefined ? keys.ops : [...keys.ops, escrow];
  const opened = await openContent(
    Buffer.from(envelope, 'base64'),
    boxes.map(({ identity }) => identity),
  );
  if (!opened.ok) refuseAs(opened);
  if (hash('sha256', opened.content) !== digest) refuse('sealed-differs');
  return JSON.parse(opened.content.toString()) as unknown;
}
