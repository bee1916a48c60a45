/** Reads the journal's own lines: what an action wrote, and what stood before it. */
import { parseChange, readForgotten, type Change } from '#bundle-format';
import { refuse } from '#shared/kernel/failure.ts';
import type { LedgerName } from '#shared/ledgers/names.ts';
import { headIn, presentEpoch, type LinePlace } from './epoch.ts';
import type { Store } from './open.ts';

export type { Change };

/** A line with its place: after a restore its number alone does not tell which one is meant. */
export interface HeldChange extends Change {
  readonly epoch: number;
}

interface HeldLine {
  readonly epoch: number;
  readonly line: string;
}

function changeOf({ epoch, line }: HeldLine): HeldChange {
  return { ...parseChange(line), epoch };
}

/** The last line of the present epoch. */
export function headOf(raw: Store['raw']): number {
  return headIn(raw, presentEpoch(raw));
}

/** Lines of one epoch. Refused with `too-late` where the text of one of them is gone. */
export function linesBetween(raw: Store['raw'], epoch: number, from: number, to: number): HeldChange[] {
  const lines = raw
    .prepare('SELECT epoch, line FROM journal WHERE epoch = ? AND n BETWEEN ? AND ? ORDER BY n')
    .all(epoch, from, to) as HeldLine[];
  return lines.map((held) =>
    readForgotten(held.line) === null ? changeOf(held) : refuse({ code: 'too-late' }),
  );
}

/** Lines of one record and operation, newest first; those whose text is gone are left out. */
export function linesOf(
  raw: Store['raw'],
  ledger: LedgerName,
  record: string,
  op: Change['op'],
): HeldChange[] {
  const lines = raw
    .prepare(
      'SELECT epoch, line FROM journal WHERE ledger = ? AND record = ? AND op = ? ORDER BY epoch DESC, n DESC',
    )
    .all(ledger, record, op) as HeldLine[];
  return lines.filter(({ line }) => readForgotten(line) === null).map(changeOf);
}

/** All lines of one record that have their text, oldest first. */
export function historyLines(raw: Store['raw'], ledger: LedgerName, record: string): HeldChange[] {
  const lines = raw
    .prepare('SELECT epoch, line FROM journal WHERE ledger = ? AND record = ? ORDER BY epoch, n')
    .all(ledger, record) as HeldLine[];
  return lines.filter(({ line }) => readForgotten(line) === null).map(changeOf);
}

/** The first event of a ledger (op A) behind a line, in its epoch; null where there is none. For lines of a moment ago. */
export function noteBehind(
  raw: Store['raw'],
  ledger: LedgerName,
  { epoch, n }: LinePlace,
): HeldChange | null {
  const held = raw
    .prepare(
      `SELECT epoch, line FROM journal WHERE epoch = ? AND n > ? AND ledger = ? AND op = 'A' ORDER BY n LIMIT 1`,
    )
    .get(epoch, n, ledger) as HeldLine | undefined;
  return held === undefined ? null : changeOf(held);
}

/** The fields that a line changed, with the values that the lines before it left them. */
export function valuesBefore(raw: Store['raw'], { l, k, epoch, n, d }: HeldChange): Change['d'] {
  const earlier = raw
    .prepare(
      `SELECT line FROM journal WHERE ledger = ? AND record = ? AND (epoch, n) < (?, ?) AND op IN ('I', 'U')
       ORDER BY epoch, n`,
    )
    .pluck()
    .all(l, k, epoch, n) as string[];
  const before: Record<string, Change['d'][string]> = {};
  for (const line of earlier) Object.assign(before, parseChange(line).d);
  return Object.fromEntries(Object.keys(d).map((field) => [field, before[field] ?? null]));
}

/** True where the record was changed behind this line. */
export function isChangedAfter(
  raw: Store['raw'],
  ledger: LedgerName,
  record: string,
  { epoch, n }: LinePlace,
): boolean {
  const found = raw
    .prepare(
      `SELECT EXISTS (SELECT 1 FROM journal WHERE ledger = ? AND record = ? AND (epoch, n) > (?, ?)
         AND op IN ('I', 'U', 'X', 'F'))`,
    )
    .pluck()
    .get(ledger, record, epoch, n);
  return found === 1;
}

/**
 * Records of a ledger of which a line behind `n` of the present epoch says something that matters; null where more lines
 * than `limit` follow.
 * @param matters asked of each field that was changed; a record that is new, gone or forgotten always matters
 */
export function recordsChangedAfter(
  raw: Store['raw'],
  ledger: LedgerName,
  n: number,
  limit: number,
  matters: (field: string) => boolean,
): ReadonlySet<string> | null {
  const lines = raw
    .prepare(
      `SELECT record, op, line FROM journal WHERE epoch = ? AND n > ? AND ledger = ?
         AND op IN ('I', 'U', 'X', 'F') LIMIT ?`,
    )
    .all(presentEpoch(raw), n, ledger, limit + 1) as WrittenLine[];
  if (lines.length > limit) return null;
  const changed = lines.filter(
    ({ op, line }) =>
      op !== 'U' || readForgotten(line) !== null || Object.keys(parseChange(line).d).some(matters),
  );
  return new Set(changed.map(({ record }) => record));
}

interface WrittenLine {
  readonly record: string;
  readonly op: string;
  readonly line: string;
}
