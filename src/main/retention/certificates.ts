/** Certificates of deletion: lines of the journal that say how many records were forgotten, and nothing of whom. */
import { parseChange } from '#bundle-format';
import type { Certificate, CertificateEntry } from '#shared/contract/retention.ts';
import { refuse } from '#shared/kernel/failure.ts';
import { LEDGERS } from '#shared/ledgers/names.ts';
import { EPOCH } from '#main/db/epoch.ts';
import type { Store } from '#main/db/open.ts';

const OF_EVENT = `FROM journal WHERE ledger = 'retention' AND record = '-' AND json_extract(line, '$.d.event') = ?`;

/** Newest first. */
export function listCertificates(raw: Store['raw'], limit: number): CertificateEntry[] {
  const lines = raw
    .prepare(`SELECT line ${OF_EVENT} ORDER BY epoch DESC, n DESC LIMIT ?`)
    .pluck()
    .all('forgotten', limit) as string[];
  return lines.map(entryOf);
}

/** Instant of the last event of the room's own; null for none. */
export function lastEventAt(raw: Store['raw'], event: 'forgotten' | 'compacted'): string | null {
  const line = raw.prepare(`SELECT line ${OF_EVENT} ORDER BY epoch DESC, n DESC LIMIT 1`).pluck().get(event);
  return line === undefined ? null : parseChange(line as string).t;
}

/** Refuses with `missing` what is no certificate, and with `data-damaged` one whose lines say otherwise. */
export function readCertificate(raw: Store['raw'], office: string, n: number): Certificate {
  const row = raw.prepare(`SELECT line, h ${OF_EVENT} AND epoch = ? AND n = ?`).get('forgotten', EPOCH, n);
  if (row === undefined) return refuse({ code: 'missing' });
  const { line, h } = row as { line: string; h: Buffer };
  const entry = entryOf(line);
  const found = raw
    .prepare(`SELECT count(*) FROM journal WHERE epoch = ? AND n BETWEEN ? AND ? AND op = 'F' AND ledger = ?`)
    .pluck()
    .get(EPOCH, entry.from, entry.to, entry.ledger);
  if (found !== entry.count || entry.to - entry.from + 1 !== entry.count)
    refuse({ code: 'data-damaged', part: 'journal' });
  return { ...entry, office, head: h.toString('hex') };
}

function entryOf(line: string): CertificateEntry {
  const { n, t, d } = parseChange(line);
  const ledger = LEDGERS.find((name) => name === d['ledger']);
  const day = d['day'];
  if (ledger === undefined || typeof day !== 'string')
    return refuse({ code: 'data-damaged', part: 'journal' });
  const number = (name: string) => Number(d[name]);
  const counts = { count: number('count'), from: number('from'), to: number('to') };
  return { n, at: t, day, ledger, ...counts };
}
