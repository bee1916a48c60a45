/** What the papers of an entry share: their foot, whose they are, and what the journal is told of them. */
import type { Caller } from '#shared/kernel/caller.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import { revealReasonText, type RevealReason } from '#shared/ledgers/reveal.ts';
import type { TimedImprintOf } from '#main/desk/imprint.ts';
import type { PaperNote } from '#main/desk/paper-press.ts';
import type { Matter } from '#main/ledgers/statutory/visible.ts';

export interface StatutoryPapersDesk {
  readonly clock: Clock;
  readonly imprintOf: TimedImprintOf;
  readonly nameOf: (staff: string) => string;
  /** Refuses with `missing` what this person may not see. */
  readonly visible: (caller: Caller, id: string) => Matter;
}

export interface Reason {
  readonly reason: RevealReason;
  readonly note: string;
}

export function noteOf(paper: string, record: string, { reason, note }: Reason): PaperNote {
  const line = { ledger: 'statutory_matters', record, facts: { paper } };
  const why = revealReasonText(reason, note);
  return why === null ? line : { ...line, why };
}
