// The leaf of the line that made a version. A record does not say in which epoch its line has that number; the line does.
import { leafOf, parseChange, readForgotten } from '#bundle-format';

/** Of the lines with that number, newest epoch first. */
export function leafAmong(lines: readonly string[], ledger: string, record: string, v: number): string {
  let blank: string | null = null;
  for (const line of lines) {
    const forgotten = readForgotten(line);
    if (forgotten !== null) {
      // Of a restored office whose earlier epoch forgot what it has again.
      blank ??= forgotten.leaf;
      continue;
    }
    const change = parseChange(line);
    if (change.l === ledger && change.k === record && change.v === v) return leafOf(line).toString('hex');
  }
  if (blank === null) throw new RangeError(`no line made ${ledger} ${record} version ${v}`);
  return blank;
}
