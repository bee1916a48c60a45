/**
 * 依法登记事项. Officers only, and of those only whoever is in charge: to everybody else an entry does not exist. Whatever names
 * a person is a witnessed read; what Today and the list of waiting entries say are counts, numbers and days.
 */
import * as z from 'zod/mini';
import { REVEAL_REASONS } from '#shared/ledgers/reveal.ts';
import { CATEGORY_CODES, DUTY_KINDS, END_WAYS } from '#shared/ledgers/statutory/categories.ts';
import { DUTY_RESULTS } from '#shared/ledgers/statutory/duties.ts';
import { correctionInput, entryFields, entryInput } from '#shared/ledgers/statutory/entry.ts';
import { ENTRY_STATES, STANDINGS } from '#shared/ledgers/statutory/standing.ts';
import { call } from '#shared/contract/call.ts';
import { day, draftId, nothing, reasonText, recordId, revision, keptWords } from '#shared/contract/shapes.ts';

/** More entries than one officer ever has in charge. */
export const ENTRIES_MAX = 200;
/** Duties of one entry that are shown: of a weekly duty those of half a year, done and due. */
export const DUTIES_MAX = 200;

const change = { id: recordId, revision };

/** Why, and where too many were looked at within the hour, what for. */
const reading = {
  reason: z.enum(REVEAL_REASONS),
  note: reasonText,
  /** '' until the office asks for it (`explain-needed`). */
  explanation: reasonText,
};

export const dutyRow = z.object({
  id: recordId,
  revision,
  kind: z.enum(DUTY_KINDS),
  dueOn: day,
  doneOn: z.nullable(day),
  result: z.nullable(z.enum(DUTY_RESULTS)),
  /** Number of the paper record, where one was written. */
  recordNumber: z.string(),
  doneByName: z.string(),
});
export type DutyRow = z.infer<typeof dutyRow>;

export const matterRow = z.object({
  id: recordId,
  revision,
  category: z.enum(CATEGORY_CODES),
  name: z.string(),
  startsOn: day,
  endsOn: day,
  /** Full days until it ends; negative where only the notice is owed. */
  daysLeft: z.int(),
  standing: z.enum(STANDINGS),
  /** The next duty; null where none is open. */
  next: z.nullable(z.object({ kind: z.enum(DUTY_KINDS), dueOn: day })),
  overdue: z.int(),
  officerName: z.string(),
  synthetic: z.boolean(),
});
export type MatterRow = z.infer<typeof matterRow>;

const { protectedName: _name, protectedPhone: _phone, ...openFields } = entryFields;
export const matterRecord = z.object({
  id: recordId,
  revision,
  ...openFields,
  standing: z.enum(STANDINGS),
  daysLeft: z.int(),
  officer: z.object({ id: recordId, name: z.string() }),
  enteredOn: day,
  enteredByName: z.string(),
  /** Null for an order that runs without an answer. */
  approvedOn: z.nullable(day),
  reviewer: z.string(),
  secondReviewer: z.string(),
  endedOn: z.nullable(day),
  noticeOn: z.nullable(day),
  /** The protected person's name shortened; the whole of it is a read of its own. */
  protectedMasked: z.nullable(z.string()),
  duties: z.array(dutyRow).check(z.maxLength(DUTIES_MAX)),
  synthetic: z.boolean(),
});
export type MatterRecord = z.infer<typeof matterRecord>;

/** An entry that is none yet: no name. */
export const waitingRow = z.object({
  id: recordId,
  revision,
  category: z.enum(CATEGORY_CODES),
  state: z.enum(ENTRY_STATES),
  enteredOn: day,
  /** The day on which it removes itself. */
  goneOn: day,
  /** Set where an export has carried it. */
  sent: z.boolean(),
  /** The station's reason for saying no. */
  denial: z.string(),
});
export type WaitingRow = z.infer<typeof waitingRow>;

/** What Today tells the officer in charge, and nobody else: no name, no category. */
export const statutoryDue = z.object({
  overdue: z.int(),
  today: z.int(),
  /** Due within the next seven days. */
  week: z.int(),
  /** Ends within thirty days. */
  ending: z.int(),
  /** Notices of an ended measure that are not printed yet. */
  notices: z.int(),
  /** Entries that the station has not answered. */
  waiting: z.int(),
});
export type StatutoryDue = z.infer<typeof statutoryDue>;

const officer = { roles: ['officer'] as const };
const read = (record: string | null) =>
  call({ ...officer, witnessed: { ledger: 'statutory_matters', record, reason: 'reason' } });

export const statutoryContract = {
  due: call(officer).input(nothing).output(statutoryDue),
  waiting: call(officer)
    .input(nothing)
    .output(z.array(waitingRow).check(z.maxLength(ENTRIES_MAX))),
  list: read(null)
    .input(z.object(reading))
    .output(z.array(matterRow).check(z.maxLength(ENTRIES_MAX))),
  open: read('id')
    .input(z.object({ id: recordId, ...reading }))
    .output(matterRecord),
  /** Name and phone of whoever the measure protects: the officer in charge only. */
  revealProtected: read('id')
    .input(z.object({ id: recordId, ...reading }))
    .output(z.object({ name: z.string(), phone: z.string() })),
  /** Provisional, but for a court order. Refused with `not-enrolled` while the office knows no station. */
  enter: call(officer)
    .input(z.object({ entry: entryInput, draft: draftId }))
    .output(z.object({ id: recordId, revision, state: z.enum(ENTRY_STATES) })),
  /** Takes back an entry that was not answered, or puts away a denied one; nothing of it stays. */
  withdraw: call(officer).input(z.object(change)).output(nothing),
  /** Puts a name, a birth date or the lead body right. A birth date that makes a minor seals the entry at once. */
  correct: call(officer)
    .input(z.object({ ...change, correction: correctionInput, reason: keptWords(100) }))
    .output(z.object({ revision, sealed: z.boolean() })),
  /** Another officer takes over. */
  handOver: call(officer)
    .input(z.object({ ...change, officer: recordId }))
    .output(nothing),
  /** Writes the result of a duty and puts down the next one. */
  doDuty: call(officer)
    .input(
      z.object({
        id: recordId,
        duty: z.object(change),
        doneOn: day,
        result: z.enum(DUTY_RESULTS),
        recordNumber: z.string().check(z.maxLength(60)),
      }),
    )
    .output(dutyRow),
  /** Takes back a result that was written by mistake, with the duty that followed from it. */
  undoDuty: call(officer)
    .input(z.object({ id: recordId, duty: z.object(change) }))
    .output(dutyRow),
  /** Ends it before its day, by a document. It is sealed at once, or after its notice where one is owed. */
  end: call(officer)
    .input(z.object({ ...change, how: z.enum(END_WAYS), endedOn: day }))
    .output(nothing),
};

export const sealedRow = z.object({
  id: recordId,
  /** Number of the record that was sealed. */
  of: recordId,
  category: z.string(),
  from: day,
  to: day,
  sealedOn: day,
  /** SHA-256 of the sealed content, 64 hex digits. */
  digest: z.string(),
  deleteOn: day,
});

export const sealedContract = {
  /** For the auditor: what was sealed, and when it goes. */
  list: call({ roles: ['auditor'] })
    .input(nothing)
    .output(z.array(sealedRow).check(z.maxLength(1000))),
};
