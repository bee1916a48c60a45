/** Proves the store: pages, chain, and every row against what the journal says it must be. Changes nothing. */
import { BundleFault, chainNext, leafOf, parseChange, readForgotten, type Change } from '#bundle-format';
import { refuse } from '#shared/kernel/failure.ts';
import { numberOfRecord, RECORD_ID } from '#shared/kernel/ids.ts';
import { blankOf, FORGETTABLE_OPS, UNKNOWN } from './forget.ts';
import { fieldsOf, tableName, type Ledger } from './ledger-table.ts';
import { epochsOf, headIn, startOf, type Epoch } from './epoch.ts';
import type { Store } from './open.ts';
import { readRow } from './row-writer.ts';

export interface Proof {
  readonly lines: number;
  /** Lines whose text is gone because the retention of their record ended. */
  readonly forgotten: number;
  /** The same by ledger; those without are left out. */
  readonly forgottenIn: Readonly<Record<string, number>>;
  /** Chain after the last line, 64 hex. */
  readonly head: string;
  readonly rows: Readonly<Record<string, number>>;
}

/** Refuses with `data-damaged` and the part that does not hold. */
export function verifyStore(raw: Store['raw'], office: string, ledgers: readonly Ledger[]): Proof {
  verifyPages(raw);
  const { lines, head } = verifyChain(raw, office, 0);
  verifyCopies(raw);
  const forgottenIn = verifyForgotten(raw);
  const forgotten = Object.values(forgottenIn).reduce((all, some) => all + some, 0);
  verifyBundled(raw);
  const gap = { versions: 0 };
  const rows = Object.fromEntries(ledgers.map((ledger) => [ledger.name, verifyRows(raw, ledger, gap)]));
  verifyGap(raw, gap);
  return { lines, forgotten, forgottenIn, head, rows };
}

/** The seal of every page, and what they say of one another. */
export function verifyPages(raw: Store['raw']): void {
  const integrity: unknown = raw.pragma('integrity_check', { simple: true });
  if (integrity !== 'ok') refuse({ code: 'data-damaged', part: 'database' });
}

const IS_FORGOTTEN = `(json_extract(line, '$.leaf') IS NOT NULL)`;
const IS_UNKNOWN = `(ledger = '${UNKNOWN}' AND record = '${UNKNOWN}' AND op = '${UNKNOWN}')`;

interface JournalRow {
  readonly n: number;
  readonly line: string;
  readonly leaf: Buffer;
  readonly h: Buffer;
}

/**
 * Each epoch begins where the one before it ended: the journal holds one line of history and no other.
 * @param last how many lines from the end; 0 for all. The first line checked trusts the one before it.
 */
export function verifyChain(
  raw: Store['raw'],
  office: string,
  last: number,
): { lines: number; head: string } {
  const epochs = epochsOf(raw);
  const from = last === 0 ? { epoch: 1, n: 1 } : placeFromEnd(raw, last);
  let end: ChainEnd | null = null;
  for (const epoch of epochs) {
    end = epoch.epoch < from.epoch ? heldEnd(raw, epoch) : verifyEpoch(raw, office, epoch, end, from);
  }
  if (end === null || hasStrayEpoch(raw, epochs)) refuse({ code: 'data-damaged', part: 'journal' });
  const lines = epochs.reduce((sum, { epoch }) => sum + headIn(raw, epoch), 0);
  return { lines, head: end.chain };
}

/** Lines of an epoch that nothing knows of. Steps from epoch to epoch: every unlock asks, and the journal may be long. */
function hasStrayEpoch(raw: Store['raw'], epochs: readonly Epoch[]): boolean {
  const known = new Set(epochs.map(({ epoch }) => epoch));
  const held = raw
    .prepare(
      `WITH RECURSIVE held (epoch) AS (
         SELECT min(epoch) FROM journal
         UNION ALL SELECT (SELECT min(epoch) FROM journal WHERE epoch > held.epoch) FROM held WHERE epoch IS NOT NULL)
       SELECT epoch FROM held WHERE epoch IS NOT NULL`,
    )
    .pluck()
    .all() as number[];
  return held.some((epoch) => !known.has(epoch));
}

/** Where an epoch ends. */
interface ChainEnd {
  readonly epoch: number;
  readonly n: number;
  /** 64 hex. */
  readonly chain: string;
}

/** The line that is so many from the end; the first one where there are fewer. */
function placeFromEnd(raw: Store['raw'], last: number): { epoch: number; n: number } {
  const place = raw
    .prepare('SELECT epoch, n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1 OFFSET ?')
    .get(last - 1) as { epoch: number; n: number } | undefined;
  return place ?? { epoch: 1, n: 1 };
}

function heldEnd(raw: Store['raw'], { epoch, base }: Epoch): ChainEnd | null {
  const n = headIn(raw, epoch);
  const h = raw.prepare('SELECT h FROM journal WHERE epoch = ? AND n = ?').pluck().get(epoch, n);
  return h === undefined ? base : { epoch, n, chain: (h as Buffer).toString('hex') };
}

function verifyEpoch(
  raw: Store['raw'],
  office: string,
  of: Epoch,
  before: ChainEnd | null,
  start: { readonly epoch: number; readonly n: number },
): ChainEnd {
  const { epoch, base } = of;
  const damaged = () => refuse({ code: 'data-damaged', part: 'journal' });
  if (base !== null && !isEnd(base, before)) damaged();
  const from = epoch === start.epoch ? start.n : 1;
  const trusted = raw
    .prepare('SELECT h FROM journal WHERE epoch = ? AND n = ?')
    .pluck()
    .get(epoch, from - 1);
  let h = (trusted as Buffer | undefined) ?? startOf(office, of);
  let n = from - 1;
  const rows = raw
    .prepare('SELECT n, line, leaf, h FROM journal WHERE epoch = ? AND n >= ? ORDER BY n')
    .iterate(epoch, from);
  for (const row of rows as IterableIterator<JournalRow>) {
    n += 1;
    const leaf = leafOf(row.line);
    h = chainNext(h, leaf);
    if (row.n !== n || !leaf.equals(row.leaf) || !h.equals(row.h)) damaged();
  }
  // An epoch in which nothing was written is no point to stand on: the next one names what this one stood on.
  return n === 0 && base !== null ? base : { epoch, n, chain: h.toString('hex') };
}

function isEnd(base: ChainEnd, end: ChainEnd | null): boolean {
  return end !== null && base.epoch === end.epoch && base.n === end.n && base.chain === end.chain;
}

/**
 * The columns beside a line only repeat it, for the history of a record: they must not say otherwise. A forgotten line has
 * its number and its leaf left to repeat.
 */
function verifyCopies(raw: Store['raw']): void {
  const differing = raw
    .prepare(
      `SELECT count(*) FROM journal WHERE NOT json_valid(line) OR n IS NOT json_extract(line, '$.n')
         OR CASE WHEN ${IS_FORGOTTEN} THEN NOT (op IN ${FORGETTABLE_OPS} OR ${IS_UNKNOWN}) OR lower(hex(leaf)) IS NOT json_extract(line, '$.leaf')
            ELSE ledger IS NOT json_extract(line, '$.l') OR record IS NOT json_extract(line, '$.k')
              OR op IS NOT json_extract(line, '$.op') END`,
    )
    .pluck()
    .get();
  if (differing !== 0) refuse({ code: 'data-damaged', part: 'journal' });
}

/** A line has lost its text exactly where an F line of its record stands behind it. Answers how many have, by ledger. */
function verifyForgotten(raw: Store['raw']): Record<string, number> {
  const found = raw
    .prepare(
      `SELECT ledger, sum(forgotten) AS forgotten, sum(forgotten <> ended) AS wrong FROM (
         SELECT ledger, ${IS_FORGOTTEN} AS forgotten, record <> '-' AND EXISTS (
           SELECT 1 FROM journal AS f INDEXED BY journal_record WHERE f.ledger = journal.ledger
              AND f.record = journal.record AND f.op = 'F' AND (f.epoch, f.n) > (journal.epoch, journal.n)) AS ended
         FROM journal WHERE op IN ${FORGETTABLE_OPS}) GROUP BY ledger HAVING sum(forgotten) > 0 OR sum(ended) > 0`,
    )
    .all() as { ledger: string; forgotten: number; wrong: number }[];
  if (found.some(({ wrong }) => wrong > 0)) refuse({ code: 'data-damaged', part: 'journal' });
  return Object.fromEntries(found.map(({ ledger, forgotten }) => [ledger, forgotten]));
}

/** A line that a bundle carries was there: a journal that ends before it was cut. */
function verifyBundled(raw: Store['raw']): void {
  const isCut = raw
    .prepare(
      `SELECT EXISTS (SELECT 1 FROM bundles WHERE to_n > (SELECT coalesce(max(n), 0) FROM journal
         WHERE journal.epoch = bundles.epoch))`,
    )
    .pluck()
    .get();
  if (isCut === 1) refuse({ code: 'data-damaged', part: 'journal' });
}

/** Versions of forgotten records of which no line says that it made them. */
interface Gap {
  versions: number;
}

/** There are no more of them than lines of which nobody knows whose they are. */
function verifyGap(raw: Store['raw'], { versions }: Gap): void {
  if (versions === 0) return;
  const unknown = raw.prepare(`SELECT count(*) FROM journal WHERE ${IS_UNKNOWN}`).pluck().get();
  if (Number(unknown) < versions) refuse({ code: 'data-damaged', part: 'journal' });
}

/** Replays the lines of every record and compares: a row that no line explains is damage, and so is a missing one. */
function verifyRows(raw: Store['raw'], ledger: Ledger, gap: Gap): number {
  const find = raw.prepare(`SELECT * FROM ${tableName(ledger.table)} WHERE id = ?`);
  const lines = raw
    .prepare(
      `SELECT record, line FROM journal WHERE ledger = ? AND op IN ('I', 'U', 'X', 'F') ORDER BY record, epoch, n`,
    )
    .iterate(ledger.name) as IterableIterator<{ record: string; line: string }>;
  let state: Replay | null = null;
  let [records, highest] = [0, 0];
  for (const { record, line } of lines) {
    if (RECORD_ID.test(record)) highest = Math.max(highest, numberOfRecord(record));
    if (state !== null && state.id !== record) {
      compare(ledger, state, find.get(state.id));
      state = null;
    }
    if (state === null) records += 1;
    state =
      readForgotten(line) === null ? replay(state, readLine(line), gap) : replayForgotten(state, record);
  }
  if (state !== null) compare(ledger, state, find.get(state.id));
  const stored = raw
    .prepare(`SELECT count(*) FROM ${tableName(ledger.table)}`)
    .pluck()
    .get();
  if (stored !== records) refuse({ code: 'data-damaged', part: 'journal' });
  verifyNumber(raw, ledger, highest);
  return records;
}

/** A counter that fell behind would give a number to two records: an older page of the file says so and seems whole. */
function verifyNumber(raw: Store['raw'], ledger: Ledger, highest: number): void {
  const last = raw.prepare('SELECT last FROM sequences WHERE ledger = ?').pluck().get(ledger.name);
  if (Number(last ?? 0) < highest) refuse({ code: 'data-damaged', part: 'journal' });
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
  /** Text of its lines is gone; true from the first such line on. */
  readonly forgotten: boolean;
  readonly n: number;
  readonly fields: Change['d'];
}

function replay(before: Replay | null, line: Change, gap: Gap): Replay {
  const { op, k: id, v: revision, n, d } = line;
  const forgets = op === 'F';
  // An F line ends a record whose lines are all forgotten, one version above them; nothing follows it.
  if (
    forgets
      ? !endsAll(before, revision, gap)
      : (before?.revision ?? 0) !== line.b || before?.forgotten === true
  )
    refuse({ code: 'data-damaged', part: 'journal' });
  return {
    id,
    revision,
    retired: op === 'X' || forgets,
    forgotten: forgets,
    n,
    fields: { ...before?.fields, ...d },
  };
}

/** Versions whose lines came back from the station without text do not say whose they are: they are counted instead. */
function endsAll(before: Replay | null, revision: number, gap: Gap): boolean {
  if (before !== null && (!before.forgotten || before.retired)) return false;
  const missing = revision - 1 - (before?.revision ?? 0);
  gap.versions += missing;
  return missing >= 0 && revision > 1;
}

/** Each line raised the version by one; what else it said is not known any more. */
function replayForgotten(before: Replay | null, id: string): Replay {
  if (before !== null && (!before.forgotten || before.retired))
    refuse({ code: 'data-damaged', part: 'journal' });
  return { id, revision: (before?.revision ?? 0) + 1, retired: false, forgotten: true, n: 0, fields: {} };
}

function compare(ledger: Ledger, state: Replay, stored: unknown): void {
  const damaged = () => refuse({ code: 'data-damaged', part: 'journal' });
  if (stored === undefined) damaged();
  const row: Record<string, unknown> = readRow(ledger.table, stored as Record<string, unknown>);
  const stamps = row['revision'] === state.revision && row['changeN'] === state.n;
  if (!stamps || (row['retiredAt'] !== null) !== state.retired) damaged();
  for (const [name, column] of fieldsOf(ledger.table)) {
    const blank = state.forgotten ? blankOf(column) : null;
    const expected = state.fields[name] ?? (blank === null ? null : column.mapFromDriverValue(blank));
    if ((row[name] ?? null) !== expected) damaged();
  }
}
