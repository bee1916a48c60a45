/**
 * 更正建议: the calls, an officer's alone. Nothing is taken over by itself: yes is an ordinary change under the ledger's own
 * rules and a line that names the proposal, no is that line with a reason; either takes the proposal off the shelf.
 */
import { asc, count, eq } from 'drizzle-orm';
import { answerFacts, readProposed } from '#bundle-format';
import {
  PROPOSALS_SHOWN,
  type correctionsContract,
  type ProposalRecord,
  type ProposalRow,
} from '#shared/contract/sent/corrections.ts';
import { refuse, refuseField } from '#shared/kernel/failure.ts';
import { cleanText } from '#shared/kernel/text-input.ts';
import {
  correctionStands,
  isCorrectable,
  type CorrectableLedger,
  type ProposedFields,
} from '#shared/ledgers/sent/corrections.ts';
import { historyLines } from '#main/db/journal-lines.ts';
import type { Journal } from '#main/db/journal.ts';
import type { ReadHandle, Store } from '#main/db/open.ts';
import { proposals } from '#main/db/shelf-tables.ts';
import type { CorrectedRecord, Corrections } from '#main/desk/correcting.ts';
import type { Calls } from '#main/rpc/calls.ts';

export interface CorrectionsRoom {
  readonly db: ReadHandle;
  readonly raw: Store['raw'];
  readonly journal: Journal;
  readonly of: Corrections;
}

interface Proposal {
  readonly row: ProposalRow;
  readonly ledger: CorrectableLedger;
  readonly proposed: ProposedFields;
  readonly since: ReadonlySet<string>;
  readonly standing: CorrectedRecord;
}

export function correctionsService(room: CorrectionsRoom): Calls<typeof correctionsContract> {
  const { db, raw, journal, of } = room;

  /** Null where the record is not here any more, or the fields are none that its form has. */
  function proposalOf(entry: typeof proposals.$inferSelect): Proposal | null {
    const { id, ledger, record, base, fields, reason, officer, receivedOn } = entry;
    const proposed = readProposed(fields);
    if (proposed === null || !isCorrectable(ledger)) return null;
    const standing = of[ledger].find(record);
    if (standing === null) return null;
    const since = changedSince(ledger, record, base);
    const names = Object.keys(proposed);
    const stands = correctionStands(names, since);
    return {
      row: { id, ledger, record, fields: names, stands, reason, officer, receivedOn },
      ledger,
      proposed,
      since,
      standing,
    };
  }

  /** Fields that the office changed after the version that whoever proposes had read. */
  function changedSince(ledger: CorrectableLedger, record: string, base: number): ReadonlySet<string> {
    const later = historyLines(raw, ledger, record).filter(({ op, v }) => op === 'U' && v > base);
    return new Set(later.flatMap(({ d }) => Object.keys(d)));
  }

  function find(id: string): Proposal {
    const entry = db.select().from(proposals).where(eq(proposals.id, id)).get();
    return (entry === undefined ? null : proposalOf(entry)) ?? refuse({ code: 'missing' });
  }

  function seen({ id, revision }: { readonly id: string; readonly revision: number }): Proposal {
    const proposal = find(id);
    if (proposal.standing.revision !== revision)
      refuse({ code: 'stale', revision: proposal.standing.revision });
    return proposal;
  }

  return {
    list: () =>
      db
        .select()
        .from(proposals)
        .orderBy(asc(proposals.receivedOn), asc(proposals.id))
        .limit(PROPOSALS_SHOWN)
        .all()
        .flatMap((entry) => proposalOf(entry)?.row ?? []),
    open: ({ id }, caller) => {
      const { row, standing, proposed, since } = find(id);
      journal.write(caller, (desk) =>
        desk.note('V', row.ledger, row.record, { call: 'corrections.open', correction: id }),
      );
      return { ...row, revision: standing.revision, values: valuesOf(standing, proposed, since) };
    },
    accept: (input, caller) => {
      const { row, ledger, proposed, standing } = seen(input);
      const taken = Object.fromEntries(
        input.fields.map((name) => [name, proposed[name] ?? missingOr(proposed, name)]),
      );
      journal.write(caller, (desk) => {
        of[ledger].amend(desk, caller, standing, taken);
        const facts = { ...answerFacts(row.id, 'accepted'), fields: Object.keys(taken).toSorted() };
        desk.answer(of[ledger].ledger, row.record, facts);
        desk.shelves.drop(proposals, { id: row.id });
      });
      return {};
    },
    decline: (input, caller) => {
      const { row, ledger } = seen(input);
      journal.write(caller, (desk) => {
        desk.answer(of[ledger].ledger, row.record, answerFacts(row.id, 'declined'), cleanText(input.reason));
        desk.shelves.drop(proposals, { id: row.id });
      });
      return {};
    },
    waiting: () => ({ count: db.select({ n: count() }).from(proposals).get()?.n ?? 0 }),
  };
}

/** Null is a value that may be proposed: the field is to be emptied. */
function missingOr(proposed: ProposedFields, name: string): null {
  return Object.hasOwn(proposed, name) ? null : refuseField('fields', 'not-proposed');
}

function valuesOf(
  standing: CorrectedRecord,
  proposed: ProposedFields,
  since: ReadonlySet<string>,
): ProposalRecord['values'] {
  return Object.entries(proposed).map(([field, value]) => ({
    field,
    now: standing.values[field] ?? null,
    proposed: value,
    changedSince: since.has(field),
  }));
}
