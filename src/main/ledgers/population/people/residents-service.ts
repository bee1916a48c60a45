/** 实有人口: register, amend, verify, mark as gone. Rules come from src/shared/ledgers/population; every write is journalled. */
import type { residentsContract, ResidentRow } from '#shared/contract/population/residents.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { today } from '#shared/kernel/clock.ts';
import { refuse, type FieldIssue } from '#shared/kernel/failure.ts';
import { cleanText } from '#shared/kernel/text-input.ts';
import { isChild, residentWarnings } from '#shared/ledgers/population/residents.ts';
import { revealReasonText } from '#shared/ledgers/reveal.ts';
import { consumeDraft, recordOfDraft } from '#main/desk/drafts.ts';
import { residentsLedger } from '#main/ledgers/population/tables.ts';
import type { ResidentRecord } from '#main/ledgers/population/tables.ts';
import type { Calls } from '#main/rpc/calls.ts';
import { findAlike } from './alike.ts';
import { residentAmendment } from './amending.ts';
import { checkedResident, entryOf, newResident } from './entry.ts';
import { exportPeople } from './export/export-people.ts';
import { findResident, seenResident, wardsOf } from './find.ts';
import { backAgain, gone } from './gone.ts';
import type { PeopleList } from './list/list.ts';
import type { PeopleRoom } from './room.ts';
import { readerNow } from './masked-number.ts';
import { liveResident, shownResident, visibleTo } from './shown.ts';
import { undoVerified, verifySeen } from './verifying/verified-actions.ts';
import { previewVerifying, verifyMatching } from './verifying/verify-matching.ts';

export function residentsService(room: PeopleRoom, list: PeopleList): Calls<typeof residentsContract> {
  const { db, raw, journal, clock } = room;
  const day = () => today(clock);

  function answer(caller: Caller, id: string): ResidentRow {
    return shownResident(db, readerNow(caller, clock), id) ?? refuse({ code: 'missing' });
  }

  function saved(caller: Caller, id: string): { resident: ResidentRow; warnings: FieldIssue[] } {
    const record = findResident(db, liveResident, id) ?? refuse({ code: 'missing' });
    return { resident: answer(caller, id), warnings: residentWarnings(entryOf(record), day()) };
  }

  function visible(caller: Caller, id: string): ResidentRecord {
    return findResident(db, visibleTo(caller), id) ?? refuse({ code: 'missing' });
  }

  return {
    list: (input, caller) => list.page(input, caller),
    open: (input, caller) => {
      const record = visible(caller, input.id);
      if (record.outState !== null || isChild(record.birthDate, day()))
        journal.write(caller, (desk) => desk.note('V', 'residents', record.id, { call: 'residents.open' }));
      return answer(caller, record.id);
    },
    alike: (input, caller) => findAlike(db, readerNow(caller, clock), input),
    register: (input, caller) => {
      const made = recordOfDraft(db, caller, input.draft);
      // A record that was taken back since, or is seen no more, does not count as saved: the person pressed save again.
      if (made !== null && findResident(db, visibleTo(caller), made) !== null) return saved(caller, made);
      const entry = checkedResident(db, caller, input.resident, { before: null }, day());
      const id = journal.write(caller, (desk) => {
        const record = desk.put(residentsLedger, newResident(entry, room.officeCode));
        consumeDraft(desk, caller, input.draft, 'resident', record.id);
        return record.id;
      });
      return saved(caller, id);
    },
    amend: (input, caller) => {
      const before = seenResident(db, caller, input);
      const given = Object.fromEntries(
        Object.entries(input.resident).filter(([, value]) => value !== undefined),
      );
      journal.write(caller, residentAmendment(db, caller, before, given, day()));
      return saved(caller, before.id);
    },
    setOut: (input, caller) => {
      const before = seenResident(db, caller, input);
      const changes =
        input.outState === null
          ? backAgain(db, raw, before)
          : gone(before, input.outState, input.outOn, day());
      journal.write(caller, (desk) => desk.patch(residentsLedger, before.id, before.revision, changes));
      return answer(caller, before.id);
    },
    verify: (input, caller) => verifySeen(room, caller, input.people, input.how),
    verifyPreview: (input) => previewVerifying(list, input.filter),
    verifyMatching: (input, caller, { signal }) => verifyMatching(room, list, caller, input, signal),
    undoVerify: (input, caller, { signal }) => undoVerified(room, caller, input.action, signal),
    retire: (input, caller) => {
      const before = seenResident(db, caller, input);
      const reason = cleanText(input.reason);
      journal.write(caller, (desk) => {
        for (const ward of wardsOf(db, before.id))
          desk.patch(residentsLedger, ward.id, ward.revision, { guardianId: null }, reason);
        desk.retire(residentsLedger, before.id, before.revision, reason);
      });
      return {};
    },
    reveal: (input, caller) => {
      if (revealReasonText(input.reason, input.note) === null) refuse({ code: 'reason-needed' });
      return { value: visible(caller, input.id)[input.field] ?? refuse({ code: 'missing' }) };
    },
    export: (input, caller, context) => exportPeople(room, list, caller, input, context),
  };
}
