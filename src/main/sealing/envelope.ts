/** The content of a record for the station's keys alone. The office keeps the envelope, and nothing that opens it. */
import { hash, randomBytes } from 'node:crypto';
import { sealContent, type Keyset } from '#bundle-format';
import type { SealedFrom } from '#shared/ledgers/statutory/sealed.ts';
import type { HeldRow, Over } from './source.ts';

/** Before the rest, so that nobody finds the content by trying what it might be against its digest. */
const SALT_BYTES = 16;

export interface Envelope {
  /** SHA-256 of the content, 64 hex digits. */
  readonly digest: string;
  /** age file in base64. */
  readonly envelope: string;
  /** Version of the keyset whose keys open it. */
  readonly keyset: number;
}

export async function putInEnvelope(
  from: SealedFrom,
  { rows: [record, ...parts] }: Over,
  { recipients, version }: Keyset,
): Promise<Envelope> {
  const content = Buffer.from(
    JSON.stringify({
      r: randomBytes(SALT_BYTES).toString('hex'),
      from,
      record: record.row,
      parts: parts.map(({ ledger, row }) => ({ ledger: ledger.name, row })),
    }),
  );
  const sealed = await sealContent(content, [recipients.op, recipients.escrow]);
  return { digest: hash('sha256', content), envelope: sealed.toString('base64'), keyset: version };
}

/** What a record and its parts say, to see whether they still say it. */
export function wordsOf(rows: readonly HeldRow[]): string {
  return JSON.stringify(rows.map(({ ledger, row }) => [ledger.name, row]));
}
