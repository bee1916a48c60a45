/**
 * How often an officer may look. Every look leaves a line (op V); beyond READS_AN_HOUR of them within one hour nothing is shown
 * until they say what for, and the auditor reads that.
 */
import { refuse } from '#shared/kernel/failure.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import { cleanText } from '#shared/kernel/text-input.ts';
import { EXPLANATION_MIN, READS_AN_HOUR } from '#shared/ledgers/statutory/reading.ts';
import type { Journal } from '#main/db/journal.ts';
import type { Store } from '#main/db/open.ts';
import { statutoryMattersLedger } from './tables.ts';

const HOUR_MS = 3_600_000;

/** Refuses one look too many without an explanation; with one the auditor's line is left before anything is shown. */
export type CheckReads = (caller: Caller, explanation: string) => void;

interface View {
  readonly by: string;
  readonly at: string;
}

export function readsAnHour(raw: Store['raw'], journal: Journal, clock: Clock): CheckReads {
  const { name } = statutoryMattersLedger;
  const selectViews = raw.prepare(
    `SELECT json_extract(line, '$.u') AS "by", json_extract(line, '$.t') AS at FROM journal INDEXED BY journal_views
      WHERE ledger = ? AND op = 'V' ORDER BY epoch DESC, n DESC`,
  );

  /** Newest first, and no further back than the hour. */
  function readsOf(staff: string): number {
    const since = new Date(Date.parse(clock.now()) - HOUR_MS).toISOString();
    let reads = 0;
    for (const { by, at } of selectViews.iterate(name) as IterableIterator<View>) {
      if (at <= since) break;
      if (by === staff) reads += 1;
    }
    return reads;
  }

  return (caller, explanation) => {
    const reads = readsOf(caller.staff);
    if (reads < READS_AN_HOUR) return;
    const why = cleanText(explanation);
    if ([...why].length < EXPLANATION_MIN) refuse({ code: 'explain-needed' });
    journal.write(caller, (desk) =>
      desk.note('A', name, '-', { event: 'many-reads', reads: reads + 1 }, why),
    );
  };
}
