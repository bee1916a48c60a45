/** 来访接待: register, amend, answer, leave. Rules come from src/shared/ledgers/visitors.ts; every write is journalled. */
import { today as dayNow, type Clock } from '#shared/kernel/clock.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import type { visitorsContract, VisitRow } from '#shared/contract/visitors.ts';
import { Refusal, refuse } from '#shared/kernel/failure.ts';
import { isSyntheticOffice } from '#shared/kernel/ids.ts';
import { cleanText } from '#shared/kernel/text-input.ts';
import { revealReasonText } from '#shared/ledgers/reveal.ts';
import {
  cleanVisit,
  keepsContent,
  matterOf,
  needsBody,
  retainVisitUntil,
  visitIssues,
  visitState,
  type VisitInput,
} from '#shared/ledgers/visitors.ts';
import type { Journal } from '#main/db/journal.ts';
import type { NewRow } from '#main/db/ledger-table.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { consumeDraft, recordOfDraft } from '#main/desk/drafts.ts';
import type { Calls } from '#main/rpc/calls.ts';
import { findVisit, isLive, listVisits, onSiteVisits, searchVisits, visitRowOf } from './queries.ts';
import { visitorsLedger, type visitors, type VisitRecord } from './table.ts';

export interface VisitorsRoom {
  readonly db: ReadHandle;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly officeCode: string;
}

export function visitorsService(room: VisitorsRoom): Calls<typeof visitorsContract> {
  const { db, journal, clock } = room;

  /** The record at the revision the person saw, if this person may see it. */
  function mine(caller: Caller, change: { readonly id: string; readonly revision: number }): VisitRecord {
    const record = visible(caller, change.id);
    if (record.revision !== change.revision) refuse({ code: 'stale', revision: record.revision });
    return record;
  }

  function visible(caller: Caller, id: string): VisitRecord {
    return findVisit(db, caller, dayNow(clock), id) ?? refuse({ code: 'missing' });
  }

  function answer(id: string): VisitRow {
    return visitRowOf(db, id) ?? refuse({ code: 'missing' });
  }

  /** Writes changed fields, with the loop's step computed anew. */
  function change(
    caller: Caller,
    before: VisitRecord,
    changes: Partial<VisitRecord>,
    why?: string,
  ): VisitRow {
    const after = { ...before, ...changes };
    const state = visitState(after);
    journal.write(caller, (desk) =>
      desk.patch(visitorsLedger, before.id, before.revision, { ...fieldsIn(changes), state }, why),
    );
    return answer(before.id);
  }

  return {
    list: (input, caller) => listVisits(db, caller, dayNow(clock), input),
    search: (input) => searchVisits(db, cleanText(input.name), input),
    open: (input, caller) => answer(visible(caller, input.id).id),
    onSite: () => onSiteVisits(db),
    register: (input, caller) => {
      const made = recordOfDraft(db, caller, input.draft);
      // A record that was taken back since does not count as saved: the person pressed save again.
      if (made !== null && isLive(db, made)) return answer(made);
      const row = newVisit(checkVisit(input.visit, dayNow(clock)), caller, clock.now(), room.officeCode);
      const id = journal.write(caller, (desk) => {
        const record = desk.put(visitorsLedger, row);
        consumeDraft(desk, caller, input.draft, 'visitor', record.id);
        return record.id;
      });
      return answer(id);
    },
    amend: (input, caller) => {
      const before = mine(caller, input);
      const { phone, ...given } = input.visit;
      const visit = checkVisit(
        { ...given, phone: phone === undefined ? before.phone : phone },
        dayNow(clock),
        before.promisedOn,
      );
      // A new promise is owed, also where an older one was kept.
      const renewed = visit.promisedOn !== null && visit.promisedOn !== before.promisedOn;
      const answered = renewed ? { repliedOn: null, satisfied: 'not-asked' as const } : {};
      return change(caller, before, { ...visit, ...answered, legalBasis: matterOf(visit.matter).basis });
    },
    leave: (input, caller) => {
      // Gone is gone: a second key press, which still carries the revision before the first, changes nothing.
      if (visible(caller, input.id).leftAt !== null) return answer(input.id);
      return change(caller, mine(caller, input), { leftAt: clock.now() });
    },
    reply: (input, caller) => {
      const before = mine(caller, input);
      const referredTo = needsBody(input.result) ? input.referredTo : null;
      if (needsBody(input.result) && referredTo === null)
        refuse({ code: 'invalid', issues: [{ field: 'referredTo', rule: 'required' }] });
      const kept = keepsContent({ matter: before.matter, referredTo })
        ? {}
        : { name: null, phone: null, summary: null };
      const { result, satisfied } = input;
      return change(caller, before, { ...kept, result, referredTo, satisfied, repliedOn: dayNow(clock) });
    },
    retire: (input, caller) => {
      const before = mine(caller, input);
      journal.write(caller, (desk) =>
        desk.retire(visitorsLedger, before.id, before.revision, cleanText(input.reason)),
      );
      return {};
    },
    reveal: (input, caller) => {
      if (revealReasonText(input.reason, input.note) === null) refuse({ code: 'reason-needed' });
      return { value: visible(caller, input.id).phone ?? refuse({ code: 'missing' }) };
    },
  };
}

/** A visit as it will be stored; everything the desk did not say is given its beginning. */
export function newVisit(
  visit: VisitInput,
  caller: Caller,
  arrivedAt: string,
  officeCode: string,
): NewRow<typeof visitors> {
  const progress = { repliedOn: null, leftAt: null };
  return {
    ...visit,
    ...progress,
    arrivedAt,
    handledBy: caller.staff,
    satisfied: 'not-asked',
    state: visitState({ ...visit, ...progress }),
    legalBasis: matterOf(visit.matter).basis,
    retainUntil: retainVisitUntil(arrivedAt),
    source: 'desk',
    synthetic: isSyntheticOffice(officeCode),
  };
}

function checkVisit(input: VisitInput, today: string, stands: string | null = null): VisitInput {
  const visit = cleanVisit(input);
  const issues = visitIssues(visit, today, stands);
  if (issues.length > 0) throw new Refusal({ code: 'invalid', issues });
  return visit;
}

/** The fields an author may write; stamps are the journal's. */
function fieldsIn(changes: Partial<VisitRecord>): Partial<NewRow<typeof visitors>> {
  const { id, revision, changeN, createdAt, createdBy, updatedAt, updatedBy, retiredAt, ...fields } = changes;
  return fields;
}
