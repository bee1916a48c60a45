/** Certificates of deletion: lines of the journal that say how many records were forgotten, and nothing of whom. */
import { parseChange } from '#bundle-format';
import type { Certificate, CertificateEntry } from '#shared/contract/retention.ts';
import { refuse } from '#shared/kernel/failure.ts';
import type { Role } from '#shared/kernel/role.ts';
import { isCountedFor, LEDGERS } from '#shared/ledgers/names.ts';
import type { LinePlace } from '#main/db/epoch.ts';
import type { Store } from '#main/db/open.ts';

const OF_EVENT = `FROM journal WHERE ledger = 'retention' AND record = '-' AND json_extract(line, '$.d.event') = ?`;

/** Newest first; of the ledgers that this role is told of. */
export function listCertificates(raw: Store['raw'], role: Role, limit: number): CertificateEntry[] {
  const told = LEDGERS.filter((ledger) => isCountedFor(role, ledger));
  const lines = raw
    .prepare(
      `SELECT epoch, line ${OF_EVENT} AND json_extract(line, '$.d.ledger') IN (SELECT value FROM json_each(?))
        ORDER BY epoch DESC, n DESC LIMIT ?`,
    )
    .all('forgotten', JSON.stringify(told), limit) as HeldCertificate[];
  return lines.map(entryOf);
}

/** When the file was last written anew; null for never. */
export function lastCompaction(raw: Store['raw']): (LinePlace & { readonly at: string }) | null {
  const select = raw.prepare(`SELECT epoch, line ${OF_EVENT} ORDER BY epoch DESC, n DESC LIMIT 1`);
  const found = select.get('compacted') as HeldCertificate | undefined;
  if (found === undefined) return null;
  const { n, t } = parseChange(found.line);
  return { epoch: found.epoch, n, at: t };
}

/**
 * The same as a role is told it: the first time after something was forgotten that it is told of. Any other time would say
 * that there was something else.
 */
export function compactedAtFor(raw: Store['raw'], role: Role): string | null {
  if (role === 'auditor') return lastCompaction(raw)?.at ?? null;
  const lines = raw
    .prepare(`SELECT epoch, line FROM journal WHERE ledger = 'retention' AND record = '-' ORDER BY epoch, n`)
    .iterate() as IterableIterator<HeldCertificate>;
  let [waits, at]: [boolean, string | null] = [false, null];
  for (const held of lines) {
    const { t, d } = parseChange(held.line);
    if (d['event'] === 'forgotten') waits ||= isCountedFor(role, entryOf(held).ledger);
    else if (waits) [waits, at] = [false, t];
  }
  return at;
}

/** Refuses with `missing` what is no certificate, and with `data-damaged` one whose lines say otherwise. */
export function readCertificate(
  raw: Store['raw'],
  office: string,
  role: Role,
  { epoch, n }: LinePlace,
): Certificate {
  const select = raw.prepare(`SELECT epoch, line, h ${OF_EVENT} AND epoch = ? AND n = ?`);
  const row = select.get('forgotten', epoch, n) as (HeldCertificate & { readonly h: Buffer }) | undefined;
  if (row === undefined) return refuse({ code: 'missing' });
  const { h } = row;
  const entry = entryOf(row);
  if (!isCountedFor(role, entry.ledger)) refuse({ code: 'missing' });
  const found = raw
    .prepare(`SELECT count(*) FROM journal WHERE epoch = ? AND n BETWEEN ? AND ? AND op = 'F' AND ledger = ?`)
    .pluck()
    .get(epoch, entry.from, entry.to, entry.ledger);
  if (found !== entry.count || entry.to - entry.from + 1 !== entry.count)
    refuse({ code: 'data-damaged', part: 'journal' });
  return { ...entry, office, head: h.toString('hex') };
}

interface HeldCertificate {
  readonly epoch: number;
  readonly line: string;
}

function entryOf({ epoch, line }: HeldCertificate): CertificateEntry {
  const { n, t, d } = parseChange(line);
  const ledger = LEDGERS.find((name) => name === d['ledger']);
  const day = d['day'];
  if (ledger === undefined || typeof day !== 'string')
    return refuse({ code: 'data-damaged', part: 'journal' });
  const number = (name: string) => Number(d[name]);
  const counts = { count: number('count'), from: number('from'), to: number('to') };
  return { epoch, n, at: t, day, ledger, ...counts };
}
