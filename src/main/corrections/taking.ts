/**
 * Corrections as a receipt brings them: laid on the shelf for an officer to decide, and nothing more. What was answered, what
 * no form has, and what is about a record that is not here is passed over without a word.
 */
import { readAnswer, readProposed, type Correction } from '#bundle-format';
import { dayOf } from '#shared/kernel/calendar-day.ts';
import { isCorrectable, unfitFields } from '#shared/ledgers/sent/corrections.ts';
import { linesOf } from '#main/db/journal-lines.ts';
import type { Desk } from '#main/db/journal.ts';
import type { Store } from '#main/db/open.ts';
import { proposals } from '#main/db/shelf-tables.ts';
import type { Corrections } from '#main/desk/correcting.ts';

export type TakeCorrections = (desk: Desk, sent: readonly Correction[]) => void;

export function correctionTaker(raw: Store['raw'], of: Corrections): TakeCorrections {
  const isHere = raw.prepare('SELECT EXISTS (SELECT 1 FROM proposals WHERE id = ?)').pluck();

  function mayTake({ id, ledger, k, fields }: Correction): boolean {
    const proposed = readProposed(fields);
    if (proposed === null || !isCorrectable(ledger) || unfitFields(ledger, proposed).length > 0) return false;
    if (isHere.get(id) === 1 || of[ledger].find(k) === null) return false;
    return linesOf(raw, ledger, k, 'C').every((line) => readAnswer(line)?.id !== id);
  }

  return (desk, sent) => {
    const receivedOn = dayOf(desk.now);
    for (const correction of sent) {
      if (!mayTake(correction)) continue;
      const { id, ledger, k: record, base, fields, reason, officer } = correction;
      desk.shelves.keep(proposals, { id, ledger, record, base, fields, reason, officer, receivedOn });
    }
  };
}
