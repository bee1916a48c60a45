// A range of lines on its way into a file: each is checked in its place, counted and chained as it passes.
import { chainNext, leafOf } from './chain.ts';
import { parseChange, readForgotten, type Change } from './change.ts';
import { partName } from './manifest.ts';
import { packParts, type Packed } from './parts.ts';
import { addToTally, startTally, type Tally } from './tally.ts';

export interface LineRange {
  readonly tally: Tally;
  readonly files: Packed[];
  chain: Buffer;
  /** n of the next line. */
  next: number;
  /** Highest schema number of a line; 1 where there is none. */
  schema: number;
}

/** @param prevChain chain before the first line, 64 hex */
export function startRange(from: number, prevChain: string): LineRange {
  return { tally: startTally(), files: [], chain: Buffer.from(prevChain, 'hex'), next: from, schema: 1 };
}

/** Throws TypeError for a line out of its place or not canonical. */
export function packRange(
  lines: Iterable<string> | AsyncIterable<string>,
  range: LineRange,
): AsyncGenerator<{ name: string; content: Buffer }> {
  return packParts({ lines, nameOf: partName, admit: (line) => admit(line, range), files: range.files });
}

/** A line that its reader would refuse must not leave. */
function admit(line: string, range: LineRange): void {
  const forgotten = readForgotten(line);
  const change = forgotten === null ? parseOwn(line, range.next) : null;
  if ((forgotten ?? change)?.n !== range.next) throw new TypeError(`line ${range.next} is not in its place`);
  addToTally(range.tally, change);
  range.chain = chainNext(range.chain, leafOf(line));
  range.schema = Math.max(range.schema, change?.s ?? 1);
  range.next += 1;
}

function parseOwn(line: string, n: number): Change {
  try {
    return parseChange(line);
  } catch (error) {
    throw new TypeError(`line ${n} cannot be sealed`, { cause: error });
  }
}
