/**
 * 矛盾纠纷: what the counter may know of a matter. What happened, what was said and agreed stays in the office until a reading
 * is witnessed; phones are masked; a minor's name is shortened. Domestic violence is an officer's and stands in no list.
 */
import * as z from 'zod/mini';
import { DESK_ROLES } from '#shared/kernel/role.ts';
import {
  BODY_OUTCOMES,
  DISPUTE_BODIES,
  DISPUTE_RESULTS,
  DISPUTE_SOURCES,
  DISPUTE_TYPE_CODES,
  LEVELS,
  ROUTES,
} from '#shared/ledgers/disputes/codes.ts';
import { DEED_NAMES } from '#shared/ledgers/disputes/deeds.ts';
import { intakeFields, intakeInput } from '#shared/ledgers/disputes/intake.ts';
import { PARTIES_MAX, partyFields, partyInput, SIDES } from '#shared/ledgers/disputes/parties.ts';
import { answersSchema, FORK_REASONS } from '#shared/ledgers/disputes/questions.ts';
import {
  AGREEMENT_KINDS,
  agreementFields,
  FOLLOW_UP_FINDINGS,
  REACHED_HOW,
  referralFields,
  sessionFields,
} from '#shared/ledgers/disputes/records.ts';
import { AGE_MARKS, LOOP_STEPS, NEXT_STEPS, STAGES } from '#shared/ledgers/disputes/stages.ts';
import { REVEAL_REASONS } from '#shared/ledgers/reveal.ts';
import { SATISFACTION } from '#shared/ledgers/visitors.ts';
import { call } from '#shared/contract/call.ts';
import { deedDone, disputeDeeds } from './deeds.ts';
import { figuresCall } from './figures.ts';
import {
  day,
  draftId,
  instant,
  nothing,
  page,
  pageRequest,
  reasonText,
  recordId,
  revision,
  keptWords,
} from '#shared/contract/shapes.ts';
import { visitRow } from '#shared/contract/visitors.ts';

/** Of each kind of record that one matter shows. */
export const RECORDS_MAX = 100;
/** Matters that Today shows. */
export const DUE_MAX = 50;
/** Open matters that look like the one that is being entered. */
export const ALIKE_MAX = 5;

const change = { id: recordId, revision };
const staffMember = z.object({ id: recordId, name: z.string() });

export const disputeRow = z.object({
  id: recordId,
  revision,
  receivedAt: instant,
  type: z.enum(DISPUTE_TYPE_CODES),
  raisedBy: z.enum(DISPUTE_SOURCES),
  /** The line of the address, or the place in words. */
  place: z.string(),
  policeGrid: z.nullable(z.string()),
  /** Minors shortened. */
  parties: z.array(z.object({ side: z.enum(SIDES), name: z.string() })).check(z.maxLength(PARTIES_MAX)),
  minor: z.boolean(),
  nature: answersSchema.shape.nature,
  route: z.nullable(z.enum(ROUTES)),
  stage: z.enum(STAGES),
  step: z.enum(LOOP_STEPS),
  next: z.nullable(z.enum(NEXT_STEPS)),
  level: z.enum(LEVELS),
  /** Exactly one while it is open. */
  owner: staffMember,
  officer: z.nullable(staffMember),
  gridWorker: z.string(),
  /** Until when the next step is due; null once it is archived. */
  dueOn: z.nullable(day),
  /** Full days since it came in while it is in hand; null once the parties were told. */
  ageDays: z.nullable(z.int()),
  ageMark: z.nullable(z.literal(AGE_MARKS)),
  /** The body whose answer is waited for. */
  waitingFor: z.nullable(z.object({ body: z.enum(DISPUTE_BODIES), bodyName: z.string(), dueOn: day })),
  result: z.nullable(z.enum(DISPUTE_RESULTS)),
  archivedOn: z.nullable(day),
  updatedAt: instant,
  synthetic: z.boolean(),
});
export type DisputeRow = z.infer<typeof disputeRow>;

const { phone: _phone, representativePhone: _agentPhone, ...openParty } = partyFields;
export const partyRow = z.object({
  id: recordId,
  revision,
  ...openParty,
  phoneMasked: z.nullable(z.string()),
  representativePhoneMasked: z.nullable(z.string()),
});
export type PartyRow = z.infer<typeof partyRow>;

const { course: _course, ...openSession } = sessionFields;
export const sessionRow = z.object({
  id: recordId,
  revision,
  ...openSession,
  heldOn: day,
  /** 1 for the first mediation, 2 for the second. */
  ordinal: z.int(),
  hostName: z.string(),
});
export type SessionRow = z.infer<typeof sessionRow>;

const { facts: _facts, terms: _terms, manner: _manner, ...openAgreement } = agreementFields;
export const agreementRow = z.object({
  id: recordId,
  revision,
  ...openAgreement,
  kind: z.enum(AGREEMENT_KINDS),
  /** Of an agreement before a people's mediation committee: last day for both to ask the court (人民调解法 33). */
  confirmUntil: z.nullable(day),
  performedOn: z.nullable(day),
  breachedOn: z.nullable(day),
  recognisedOn: z.nullable(day),
});
export type AgreementRow = z.infer<typeof agreementRow>;

export const levelRow = z.object({
  id: recordId,
  level: z.enum(LEVELS),
  since: day,
  /** Days it stood or stands at this level. */
  days: z.int(),
  reason: z.string(),
  byName: z.string(),
});
export type LevelRow = z.infer<typeof levelRow>;

export const referralRow = z.object({
  id: recordId,
  revision,
  ...referralFields,
  sentOn: day,
  sentByName: z.string(),
  answeredOn: z.nullable(day),
  outcome: z.nullable(z.enum(BODY_OUTCOMES)),
  answer: z.string(),
  /** Days after the day it was given; 0 while in time. */
  lateDays: z.int(),
});
export type ReferralRow = z.infer<typeof referralRow>;

export const followUpRow = z.object({
  id: recordId,
  revision,
  ordinal: z.int(),
  dueOn: day,
  doneOn: z.nullable(day),
  how: z.nullable(z.enum(REACHED_HOW)),
  finding: z.nullable(z.enum(FOLLOW_UP_FINDINGS)),
  satisfied: z.enum(SATISFACTION),
  note: z.string(),
  doneByName: z.nullable(z.string()),
});
export type FollowUpRow = z.infer<typeof followUpRow>;

const many = <Row extends z.core.$ZodType>(row: Row) => z.array(row).check(z.maxLength(RECORDS_MAX));

export const disputeRecord = z.object({
  ...disputeRow.shape,
  addressId: z.nullable(recordId),
  happenedOn: z.nullable(day),
  amount: z.nullable(z.int()),
  answers: answersSchema,
  /** Number under which the station took it over; '' until then. */
  receipt: z.string(),
  toldOn: z.nullable(day),
  toldHow: z.nullable(z.enum(REACHED_HOW)),
  satisfied: z.enum(SATISFACTION),
  /** By this day a second mediation has to be over; null where none is allowed. */
  secondMediationBy: z.nullable(day),
  /** False where the days off of that year are not announced yet. */
  secondMediationSure: z.boolean(),
  legalBasis: z.string(),
  retainUntil: z.nullable(day),
  partyRows: z.array(partyRow).check(z.maxLength(PARTIES_MAX)),
  sessions: many(sessionRow),
  agreement: z.nullable(agreementRow),
  levels: many(levelRow),
  referrals: many(referralRow),
  followUps: many(followUpRow),
  /** Visits to the desk in this matter, those that this person may see; what was said there is read there. */
  visits: many(z.omit(visitRow, { summary: true })),
  /** What this person may do now. */
  deeds: z.array(z.enum(DEED_NAMES)).check(z.maxLength(DEED_NAMES.length)),
});
export type DisputeRecord = z.infer<typeof disputeRecord>;

/** What the counter does not hold until somebody reads it for a reason. */
export const disputeText = z.object({
  summary: z.string(),
  demands: z.string(),
  sessions: many(z.object({ id: recordId, course: z.string() })),
  agreement: z.nullable(z.object({ facts: z.string(), terms: z.string(), manner: z.string() })),
});
export type DisputeText = z.infer<typeof disputeText>;

export const DISPUTE_VIEWS = ['open', 'due', 'overdue', 'waiting', 'archived', 'all', 'violence'] as const;
export const DISPUTE_SORTS = ['dueOn', 'receivedAt', 'updatedAt'] as const;
export const disputeFilter = z.object({
  /** `violence` is an officer's; everybody else finds it empty. */
  view: z.enum(DISPUTE_VIEWS),
  types: z.array(z.enum(DISPUTE_TYPE_CODES)),
  levels: z.array(z.enum(LEVELS)),
  stages: z.array(z.enum(STAGES)),
  owner: z.nullable(recordId),
  policeGrid: z.nullable(z.string().check(z.maxLength(20))),
  /** Came in on these days. */
  from: z.nullable(day),
  to: z.nullable(day),
});
export type DisputeFilter = z.infer<typeof disputeFilter>;

const amendedIntake = z.object({
  ...intakeFields,
  /** Left out: it stays, since the counter does not hold it. */
  summary: z.optional(intakeFields.summary),
  demands: z.optional(intakeFields.demands),
});

export const disputesContract = {
  /** An auxiliary sees matters they took in or own and open civil ones; an officer all but, outside its own view, violence. */
  list: call({ roles: DESK_ROLES })
    .input(
      z.object({
        ...pageRequest,
        filter: disputeFilter,
        sort: z.object({ by: z.enum(DISPUTE_SORTS), descending: z.boolean() }),
      }),
    )
    .output(page(disputeRow)),
  /** For Today and the rail: overdue first, then by day; to a week ahead. */
  due: call({ roles: DESK_ROLES })
    .input(nothing)
    .output(
      z.object({ open: z.int(), overdue: z.int(), rows: z.array(disputeRow).check(z.maxLength(DUE_MAX)) }),
    ),
  open: call({ roles: DESK_ROLES })
    .input(z.object({ id: recordId }))
    .output(disputeRecord),
  /** Open matters of the same two people or at the same door, so that nothing is taken in twice. */
  alike: call({ roles: DESK_ROLES })
    .input(
      z.object({
        addressId: z.nullable(recordId),
        residents: z.array(recordId).check(z.maxLength(PARTIES_MAX)),
      }),
    )
    .output(z.array(disputeRow).check(z.maxLength(ALIKE_MAX))),
  /** What happened, what was said and agreed. */
  read: call({ roles: ['officer'], witnessed: { ledger: 'disputes', record: 'id', reason: 'reason' } })
    .input(z.object({ id: recordId, reason: z.enum(REVEAL_REASONS), note: reasonText }))
    .output(disputeText),
  revealPhone: call({
    roles: ['officer'],
    witnessed: { ledger: 'dispute_parties', record: 'id', reason: 'reason' },
  })
    .input(
      z.object({
        id: recordId,
        field: z.enum(['phone', 'representativePhone']),
        reason: z.enum(REVEAL_REASONS),
        note: reasonText,
      }),
    )
    .output(z.object({ value: z.string() })),
  /** Saves a new matter with its parties and consumes the draft. What the answers lead to is said at once. */
  register: call({ roles: DESK_ROLES })
    .input(
      z.object({
        intake: intakeInput,
        parties: z.array(partyInput).check(z.minLength(1), z.maxLength(PARTIES_MAX)),
        /**
         * The visit that this came from: it is answered with `to-dispute`. `visitor` is the place in `parties` of who came, or
         * null: where no phone was typed the one of the visit is taken, which the counter knows only masked.
         */
        visit: z.nullable(z.object({ ...change, visitor: z.nullable(z.int()) })),
        draft: draftId,
      }),
    )
    .output(
      z.object({
        id: recordId,
        fork: z.enum(FORK_REASONS),
        /** Null where this person may not see it: domestic violence is the officer's from then on. */
        dispute: z.nullable(disputeRow),
      }),
    ),
  amend: call({ roles: DESK_ROLES })
    .input(z.object({ ...change, intake: amendedIntake }))
    .output(deedDone),
  addParty: call({ roles: DESK_ROLES })
    .input(z.object({ ...change, party: partyInput }))
    .output(deedDone),
  /** `id` and `revision` are the party's; phones left out stay. */
  amendParty: call({ roles: DESK_ROLES })
    .input(
      z.object({
        ...change,
        party: z.object({
          ...partyFields,
          phone: z.optional(partyFields.phone),
          representativePhone: z.optional(partyFields.representativePhone),
        }),
      }),
    )
    .output(deedDone),
  dropParty: call({ roles: ['officer'] })
    .input(z.object({ ...change, reason: keptWords(100) }))
    .output(deedDone),
  /** Takes a wrong entry out of the ledger with all that hangs on it. */
  retire: call({ roles: ['officer'] })
    .input(z.object({ ...change, reason: keptWords(100) }))
    .output(nothing),
  figures: figuresCall,
  ...disputeDeeds,
};
