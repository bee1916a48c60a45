/**
 * What the station answered, handed on in the transaction that keeps the receipt: answers to the ledger they are about, and
 * that a seal was broken to the auditor, as a line of its own. Read again it changes nothing.
 */
import type { Decision } from '#bundle-format';
import type { Desk } from '#main/db/journal.ts';
import type { Store } from '#main/db/open.ts';

/** A ledger's part: it takes what is about its records and still waits, and passes over the rest. */
export type TakeDecisions = (desk: Desk, decisions: readonly Decision[]) => void;

export function decisionTaker(raw: Store['raw'], take: TakeDecisions): TakeDecisions {
  const isTold = raw
    .prepare(
      `SELECT EXISTS (SELECT 1 FROM journal
         WHERE ledger = ? AND record = ? AND op = 'A'
           AND json_extract(line, '$.d.event') = 'unsealed' AND json_extract(line, '$.d.at') = ?)`,
    )
    .pluck();

  return (desk, decisions) => {
    for (const { answer, ledger, k, at, reviewer, reason } of decisions) {
      // Every receipt tells it again until this very line has arrived there.
      if (answer !== 'unsealed' || isTold.get(ledger, k, at) === 1) continue;
      desk.note('A', ledger, k, { event: 'unsealed', number: k, at, reviewer }, reason);
    }
    take(
      desk,
      decisions.filter(({ answer }) => answer !== 'unsealed'),
    );
  };
}
