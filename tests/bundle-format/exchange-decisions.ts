// The station's answers to records, in the model of the exchange: who asks, who answered, what lines show as settled.
import { leafOf } from '#bundle-format';

/** What a line of the model says: a record began, or was answered. Other lines say nothing of a record. */
export interface ModelLine {
  readonly epoch: number;
  readonly n: number;
  /** Makes every line ever written differ from every other. */
  readonly written: number;
  readonly record: string | null;
  readonly version: number;
  /** Leaf of the line whose answer this line takes; null where it takes none. */
  readonly answers: string | null;
}

export interface ModelDecision {
  readonly record: string;
  readonly version: number;
  readonly leaf: string;
}

export const lineText = (line: ModelLine): string => `${JSON.stringify(line)}\n`;

/** A line read and hashed once: the model looks at every history again and again. */
interface ReadLine extends ModelLine {
  readonly leaf: string;
}

const known = new Map<string, ReadLine>();
const MOST_KNOWN = 20_000;

function read(text: string): ReadLine {
  const before = known.get(text);
  if (before !== undefined) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const line = { ...(JSON.parse(text) as ModelLine), leaf: leafOf(text).toString('hex') };
  known.set(text, line);
  return line;
}

export interface RecordState {
  readonly version: number;
  /** Leaf of the line that made this version. */
  readonly leaf: string;
}

/** Record → its last version. A record at version 1 waits for an answer. */
export function recordsOf(history: readonly string[]): Map<string, RecordState> {
  const records = new Map<string, RecordState>();
  for (const text of history) {
    const { record, version, leaf } = read(text);
    if (record !== null) records.set(record, { version, leaf });
  }
  return records;
}

export const waits = ({ version }: RecordState): boolean => version === 1;

/** How often lines of a history took the answer to this line. */
export function takenIn(history: readonly string[], leaf: string): number {
  return history.filter((text) => read(text).answers === leaf).length;
}

export function holdsLeaf(history: readonly string[], leaf: string): boolean {
  return history.some((text) => read(text).leaf === leaf);
}

/** docs/format/bundle-v1.md, section 12, Decisions, rule 1: settled by the next line of its record. */
export function isSettled(history: readonly string[], { record, leaf }: ModelDecision): boolean {
  const at = history.findIndex((text) => read(text).leaf === leaf);
  return at >= 0 && history.slice(at + 1).some((text) => read(text).record === record);
}

/** Why a line that took an answer had no right to; null where it had. */
export function findWrongAnswer(history: readonly string[]): string | null {
  const records = new Map<string, RecordState>();
  for (const text of history) {
    const { record, version, answers, leaf } = read(text);
    if (record === null) continue;
    const before = records.get(record);
    if (answers !== null && before?.leaf !== answers) return `${record} took an answer to another line`;
    records.set(record, { version, leaf });
  }
  return null;
}
