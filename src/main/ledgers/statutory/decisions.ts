/**
 * The station's answers as a receipt brings them: an entry becomes one, or is refused with a reason. Nobody in the office can
 * say yes. An answer that comes too late, to another revision, or with a reviewer too few changes nothing, and read again it
 * changes nothing either; whoever carries the stick does not learn whether there was one.
 */
import { dayOf, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { cleanText } from '#shared/kernel/text-input.ts';
import { CATEGORIES } from '#shared/ledgers/statutory/categories.ts';
import type { Desk } from '#main/db/journal.ts';
import type { Changes } from '#main/db/ledger-table.ts';
import type { Store } from '#main/db/open.ts';
import { putFirstDuties } from './duties.ts';
import { statutoryMattersLedger, type MatterEntry, type statutoryMatters } from './tables.ts';
import { liveEntry, standingNow, type Known } from './visible.ts';

/** One answer as the station signed it. Those about other ledgers are passed over. */
export interface StationDecision {
  readonly ledger: string;
  /** Number of the record, and the revision that the reviewer read. */
  readonly k: string;
  readonly v: number;
  /** Leaf of the line that made this revision, 64 hex: a restored office may give number and revision to another entry. */
  readonly leaf: string;
  readonly answer: string;
  readonly reviewer: string;
  readonly second: string | null;
  readonly reason: string;
  /** Instant. */
  readonly at: string;
}

/** Applies them in the transaction that keeps the receipt. */
export type TakeDecisions = (desk: Desk, decisions: readonly StationDecision[]) => void;

export interface DecisionsRoom extends Known {
  readonly raw: Store['raw'];
}

export function statutoryDecisions({ raw, ...known }: DecisionsRoom): TakeDecisions {
  const selectLeaf = raw
    .prepare('SELECT leaf FROM journal WHERE ledger = ? AND record = ? AND n = ? ORDER BY epoch DESC LIMIT 1')
    .pluck();

  /** Null where it does not wait any more, or was changed since the reviewer read it. */
  function waitingEntry({ k, v, leaf }: StationDecision): MatterEntry | null {
    const entry = liveEntry(known.db, k);
    if (entry === null || entry.revision !== v) return null;
    const line = selectLeaf.get(statutoryMattersLedger.name, k, entry.changeN) as Buffer | undefined;
    if (line?.toString('hex') !== leaf) return null;
    return standingNow(known, entry) === 'provisional' ? entry : null;
  }

  return (desk, decisions) => {
    // The store shows what was committed, so a second answer to the same entry would not see the first.
    const answered = new Set<string>();
    for (const decision of decisions) {
      if (decision.ledger !== statutoryMattersLedger.name || answered.has(decision.k)) continue;
      const entry = waitingEntry(decision);
      const changes = entry === null ? null : changesOf(entry, decision, known.today());
      if (entry === null || changes === null) continue;
      answered.add(entry.id);
      const decided = desk.patch(statutoryMattersLedger, entry.id, entry.revision, changes);
      if (decided.state === 'approved') putFirstDuties(desk, decided, known.today());
    }
  };
}

function changesOf(
  { category }: MatterEntry,
  { answer, reviewer, second, reason, at }: StationDecision,
  today: CalendarDay,
): Changes<typeof statutoryMatters> | null {
  const first = cleanText(reviewer);
  const other = cleanText(second ?? '');
  if (first === '') return null;
  // A station's clock that is ahead would let an entry begin tomorrow.
  const day = dayOf(at);
  const decided = { decidedOn: day < today ? day : today, reviewer: first };
  if (answer === 'deny') return { ...decided, state: 'denied', denial: cleanText(reason) };
  if (answer !== 'approve') return null;
  if (CATEGORIES[category].approval !== 'two-reviewers') return { ...decided, state: 'approved' };
  return other === '' || other === first ? null : { ...decided, state: 'approved', secondReviewer: other };
}
