/** Reads the journal's own lines: what an action wrote, and what stood before it. */
import { parseChange, readForgotten, type Change } from '#bundle-format';
import { refuse } from '#shared/kernel/failure.ts';
import type { LedgerName } from '#shared/ledgers/names.ts';
import { EPOCH } from './epoch.ts';
import type { Store } from './open.ts';

export type { Change };

/** The last line. */
export function headOf(raw: Store['raw']): number {
  return Number(raw.prepare('SELECT coalesce(max(n), 0) FROM journal WHERE epoch = ?').pluck().get(EPOCH));
}

/** Refused with `too-late` where the text of one of them is gone. */
export function linesBetween(raw: Store['raw'], from: number, to: number): Change[] {
  const lines = raw
    .prepare('SELECT line FROM journal WHERE epoch = ? AND n BETWEEN ? AND ? ORDER BY n')
    .pluck()
    .all(EPOCH, from, to) as string[];
  return lines.map((line) =>
    readForgotten(line) === null ? parseChange(line) : refuse({ code: 'too-late' }),
  );
}

/** Lines of one record and operation, newest first; those whose text is gone are left out. */
export function linesOf(raw: Store['raw'], ledger: LedgerName, record: string, op: Change['op']): Change[] {
  const lines = raw
    .prepare(
      'SELECT line FROM journal WHERE ledger = ? AND record = ? AND op = ? ORDER BY epoch DESC, n DESC',
    )
    .pluck()
    .all(ledger, record, op) as string[];
  return lines.filter((line) => readForgotten(line) === null).map(parseChange);
}

/** The first event of a ledger (op A) behind a line; null where there is none. For lines of a moment ago. */
export function noteBehind(raw: Store['raw'], ledger: LedgerName, n: number): Change | null {
  const line = raw
    .prepare(
      `SELECT line FROM journal WHERE epoch = ? AND n > ? AND ledger = ? AND op = 'A' ORDER BY n LIMIT 1`,
    )
    .pluck()
    .get(EPOCH, n, ledger);
  return typeof line === 'string' ? parseChange(line) : null;
}

/** The fields that a line changed, with the values that the lines before it left them. */
export function valuesBefore(raw: Store['raw'], { l, k, n, d }: Change): Change['d'] {
  const earlier = raw
    .prepare(
      `SELECT line FROM journal WHERE ledger = ? AND record = ? AND n < ? AND epoch = ? AND op IN ('I', 'U')
       ORDER BY n`,
    )
    .pluck()
    .all(l, k, n, EPOCH) as string[];
  const before: Record<string, Change['d'][string]> = {};
  for (const line of earlier) Object.assign(before, parseChange(line).d);
  return Object.fromEntries(Object.keys(d).map((field) => [field, before[field] ?? null]));
}

/** True where the record was changed behind this line. */
export function isChangedAfter(raw: Store['raw'], ledger: LedgerName, record: string, n: number): boolean {
  const found = raw
    .prepare(
      `SELECT EXISTS (SELECT 1 FROM journal WHERE ledger = ? AND record = ? AND n > ? AND epoch = ?
         AND op IN ('I', 'U', 'X', 'F'))`,
    )
    .pluck()
    .get(ledger, record, n, EPOCH);
  return found === 1;
}

/**
 * Records of a ledger of which a line behind `n` says something that matters; null where more lines than `limit` follow.
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
    .all(EPOCH, n, ledger, limit + 1) as WrittenLine[];
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
