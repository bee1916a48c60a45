/** Proves the store: pages, chain, and every row against what the journal says it must be. Changes nothing. */
import { BundleFault, chainNext, chainStart, leafOf, parseChange, type Change } from '#bundle-format';
import { refuse } from '#shared/kernel/failure.ts';
import { fieldsOf, tableName, type Ledger } from './ledger-table.ts';
import { EPOCH } from './epoch.ts';
import type { Store } from './open.ts';
import { readRow } from './row-writer.ts';

export interface Proof {
  readonly lines: number;
  /** Chain after the last line, 64 hex. */
  readonly head: string;
  readonly rows: Readonly<Record<string, number>>;
}

/** Refuses with `data-damaged` and the part that does not hold. */
export function verifyStore(raw: Store['raw'], office: string, ledgers: readonly Ledger[]): Proof {
  const integrity: unknown = raw.pragma('integrity_check', { simple: true });
  if (integrity !== 'ok') refuse({ code: 'data-damaged', part: 'database' });
  const { lines, head } = verifyChain(raw, office, 0);
  verifyCopies(raw);
  verifyBundled(raw, lines);
  const rows = Object.fromEntries(ledgers.map((ledger) => [ledger.name, verifyRows(raw, ledger)]));
  return { lines, head, rows };
}

interface JournalRow {
  readonly epoch: number;
  readonly n: number;
  readonly line: string;
  readonly leaf: Buffer;
  readonly h: Buffer;
}

/** @param last how many lines from the end; 0 for all. The first line checked trusts the one before it. */
export function verifyChain(
  raw: Store['raw'],
  office: string,
  last: number,
): { lines: number; head: string } {
  const end = raw.prepare('SELECT epoch, n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1').get();
  const { epoch, n: total } = (end ?? { epoch: EPOCH, n: 0 }) as Pick<JournalRow, 'epoch' | 'n'>;
  if (epoch !== EPOCH) refuse({ code: 'data-damaged', part: 'journal' });
  const from = last === 0 ? 1 : Math.max(1, total - last + 1);
  const before = raw
    .prepare('SELECT h FROM journal WHERE epoch = ? AND n = ?')
    .pluck()
    .get(EPOCH, from - 1) as Buffer | undefined;
  let h: Buffer = before ?? chainStart(office, EPOCH);
  let n = from - 1;
  const rows = raw
    .prepare('SELECT epoch, n, line, leaf, h FROM journal WHERE epoch = ? AND n >= ? ORDER BY n')
    .iterate(EPOCH, from);
  for (const row of rows as IterableIterator<JournalRow>) {
    n += 1;
    const leaf = leafOf(row.line);
    h = chainNext(h, leaf);
    if (row.n !== n || !leaf.equals(row.leaf) || !h.equals(row.h))
      refuse({ code: 'data-damaged', part: 'journal' });
  }
  if (n !== total) refuse({ code: 'data-damaged', part: 'journal' });
  return { lines: n, head: h.toString('hex') };
}

/** The columns beside a line only repeat it, for the history of a record: they must not say otherwise. */
function verifyCopies(raw: Store['raw']): void {
  const differing = raw
    .prepare(
      `SELECT count(*) FROM journal WHERE NOT json_valid(line) OR n IS NOT json_extract(line, '$.n')
         OR ledger IS NOT json_extract(line, '$.l') OR record IS NOT json_extract(line, '$.k')
         OR op IS NOT json_extract(line, '$.op')`,
    )
    .pluck()
    .get();
  if (differing !== 0) refuse({ code: 'data-damaged', part: 'journal' });
}

/** A line that a bundle carries was there: a journal that ends before it was cut. */
function verifyBundled(raw: Store['raw'], lines: number): void {
  const bundled = Number(raw.prepare('SELECT coalesce(max(to_n), 0) FROM bundles').pluck().get());
  if (bundled > lines) refuse({ code: 'data-damaged', part: 'journal' });
}

/** Replays the lines of every record and compares: a row that no line explains is damage, and so is a missing one. */
function verifyRows(raw: Store['raw'], ledger: Ledger): number {
  const find = raw.prepare(`SELECT * FROM ${tableName(ledger.table)} WHERE id = ?`);
  const lines = raw
    .prepare(`SELECT line FROM journal WHERE ledger = ? AND op IN ('I', 'U', 'X') ORDER BY record, epoch, n`)
    .pluck()
    .iterate(ledger.name) as IterableIterator<string>;
  let state: Replay | null = null;
  let records = 0;
  for (const text of lines) {
    const line = readLine(text);
    if (state !== null && state.id !== line.k) {
      compare(ledger, state, find.get(state.id));
      state = null;
    }
    if (state === null) records += 1;
    state = replay(state, line);
  }
  if (state !== null) compare(ledger, state, find.get(state.id));
  const stored = raw
    .prepare(`SELECT count(*) FROM ${tableName(ledger.table)}`)
    .pluck()
    .get();
  if (stored !== records) refuse({ code: 'data-damaged', part: 'journal' });
  return records;
}

function readLine(text: string): Change {
  try {
    return parseChange(text);
  } catch (error) {
    if (error instanceof BundleFault) refuse({ code: 'data-damaged', part: 'journal' });
    throw error;
  }
}

interface Replay {
  readonly id: string;
  readonly revision: number;
  readonly retired: boolean;
  readonly n: number;
  readonly fields: Change['d'];
}

function replay(before: Replay | null, line: Change): Replay {
  if ((before?.revision ?? 0) !== line.b) refuse({ code: 'data-damaged', part: 'journal' });
  return {
    id: line.k,
    revision: line.v,
    retired: line.op === 'X',
    n: line.n,
    fields: { ...before?.fields, ...line.d },
  };
}

function compare(ledger: Ledger, state: Replay, stored: unknown): void {
  const damaged = () => refuse({ code: 'data-damaged', part: 'journal' });
  if (stored === undefined) damaged();
  const row: Record<string, unknown> = readRow(ledger.table, stored as Record<string, unknown>);
  const stamps = row['revision'] === state.revision && row['changeN'] === state.n;
  if (!stamps || (row['retiredAt'] !== null) !== state.retired) damaged();
  for (const name of fieldsOf(ledger.table).keys()) {
    if ((row[name] ?? null) !== (state.fields[name] ?? null)) damaged();
  }
}
