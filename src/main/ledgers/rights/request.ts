/** A request from the desk to its answer. What was answered stands for three years: it is neither changed nor taken out. */
import { addMonths } from '#shared/kernel/calendar-day.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { orRefuse } from '#shared/kernel/failure.ts';
import { isSyntheticOffice } from '#shared/kernel/ids.ts';
import {
  answerDueOn,
  answerIssues,
  cleanAnswer,
  cleanRequest,
  REQUEST_RETENTION_MONTHS,
  requestIssues,
  WRONG_REQUEST_RETENTION_MONTHS,
  type RightsAnswer,
  type RightsRequest,
} from '#shared/ledgers/rights/requests.ts';
import { consumeDraft, recordOfDraft } from '#main/desk/drafts.ts';
import { findRequest } from './reading.ts';
import { dayIn, type RightsRoom } from './room.ts';
import { rightsRequestsLedger, type RightsEntry } from './table.ts';

/** Answers with its id. */
export function registerRequest(
  room: RightsRoom,
  caller: Caller,
  input: RightsRequest,
  draft: string,
): string {
  const made = recordOfDraft(room.db, caller, draft);
  // A request that was taken out since does not count as saved: the person pressed save again.
  if (made !== null && findRequest(room.db, caller, made) !== null) return made;
  const request = cleanRequest(input);
  const issues = requestIssues(request, dayIn(room));
  if (request.residentId !== null && room.people.seenBy(caller, request.residentId) === null)
    issues.push({ field: 'residentId', rule: 'missing' });
  orRefuse(issues);
  return room.journal.write(caller, (desk) => {
    const record = desk.put(rightsRequestsLedger, {
      ...request,
      dueOn: answerDueOn(request.receivedOn),
      registeredBy: caller.staff,
      answeredOn: null,
      answeredBy: null,
      identity: null,
      outcome: null,
      ground: null,
      answer: '',
      retainUntil: null,
      source: 'desk',
      synthetic: isSyntheticOffice(room.officeCode),
    });
    consumeDraft(desk, caller, draft, 'rights', record.id);
    return record.id;
  });
}

export function answerRequest(
  room: RightsRoom,
  caller: Caller,
  entry: RightsEntry,
  input: RightsAnswer,
): void {
  checkOpen(entry);
  const answer = cleanAnswer(input);
  orRefuse(answerIssues(answer));
  const day = dayIn(room);
  room.journal.write(caller, (desk) =>
    desk.patch(rightsRequestsLedger, entry.id, entry.revision, {
      ...answer,
      answeredOn: day,
      answeredBy: caller.staff,
      retainUntil: addMonths(day, REQUEST_RETENTION_MONTHS),
    }),
  );
}

/** A wrong entry leaves the ledger and is forgotten like any other. */
export function retireRequest(room: RightsRoom, caller: Caller, entry: RightsEntry): void {
  checkOpen(entry);
  const retainUntil = addMonths(dayIn(room), WRONG_REQUEST_RETENTION_MONTHS);
  room.journal.write(caller, (desk) => {
    const { revision } = desk.patch(rightsRequestsLedger, entry.id, entry.revision, { retainUntil });
    desk.retire(rightsRequestsLedger, entry.id, revision, 'wrong-entry');
  });
}

function checkOpen({ answeredOn }: RightsEntry): void {
  if (answeredOn !== null) orRefuse([{ field: 'outcome', rule: 'answered-already' }]);
}
