/** What is done to a matter: one call a deed of the machine, with its roles, and those that change no stage. */
import * as z from 'zod/mini';
import { DESK_ROLES } from '#shared/kernel/role.ts';
import { LEVELS } from '#shared/ledgers/disputes/codes.ts';
import { STAGES } from '#shared/ledgers/disputes/stages.ts';
import { DEED_RULES, type DeedName } from '#shared/ledgers/disputes/deeds.ts';
import { MEDIATION_EXCLUSIONS, RECOGNITION_EXCLUSIONS } from '#shared/ledgers/disputes/questions.ts';
import {
  AGREEMENT_KINDS,
  agreementInput,
  followUpInput,
  REACHED_HOW,
  referralAnswerInput,
  referralInput,
  sessionInput,
} from '#shared/ledgers/disputes/records.ts';
import { SATISFACTION } from '#shared/ledgers/visitors.ts';
import { call } from '#shared/contract/call.ts';
import { day, recordId, revision, keptWords } from '#shared/contract/shapes.ts';

const change = { id: recordId, revision };
const reason = keptWords(100);
/** Who takes over what becomes an officer's; needed where none is in charge of the matter yet, else null. */
const officer = z.nullable(recordId);
/** A number under which the station took it over. */
const receipt = keptWords(50);
/** How and when the parties were told. */
const told = { how: z.enum(REACHED_HOW), satisfied: z.enum(SATISFACTION) };

/** The roles of a deed are those of the machine: written once. */
const deed = (name: DeedName) => call({ roles: DEED_RULES[name].roles });

/** What a deed answers: the record is opened anew by whoever shows it. */
export const deedDone = z.object({
  id: recordId,
  revision,
  stage: z.enum(STAGES),
  /** False where this person may not see the matter any more, as an auxiliary after domestic violence was reported. */
  seen: z.boolean(),
});
export type DeedDone = z.infer<typeof deedDone>;

export const disputeDeeds = {
  /** A purely civil matter goes to a mediation committee or another body, with a slip. */
  refer: deed('refer')
    .input(z.object({ ...change, referral: referralInput }))
    .output(deedDone),
  /** The body answered. Settled before a committee, its agreement may be noted for the court's thirty days. */
  answerReferral: deed('answerReferral')
    .input(
      z.object({
        ...change,
        referral: recordId,
        answer: referralAnswerInput,
        agreement: z.nullable(agreementInput),
      }),
    )
    .output(deedDone),
  adviseCourt: deed('adviseCourt').input(z.object(change)).output(deedDone),
  settleThemselves: deed('settleThemselves').input(z.object(change)).output(deedDone),
  withdraw: deed('withdraw')
    .input(z.object({ ...change, reason }))
    .output(deedDone),
  beginMediation: deed('beginMediation')
    .input(
      z.object({
        ...change,
        heldOn: day,
        /** Any of them closes the way (程序规定 179); the form asks for each. */
        exclusions: z.array(z.enum(MEDIATION_EXCLUSIONS)),
      }),
    )
    .output(deedDone),
  putOff: deed('putOff')
    .input(z.object({ ...change, heldOn: day, reason }))
    .output(deedDone),
  holdSession: deed('holdSession')
    .input(z.object({ ...change, session: sessionInput, agreement: z.nullable(agreementInput) }))
    .output(deedDone),
  confirmPerformance: deed('confirmPerformance')
    .input(z.object({ ...change, performedOn: day }))
    .output(deedDone),
  reportBreach: deed('reportBreach')
    .input(z.object({ ...change, reason }))
    .output(deedDone),
  /** Both parties ask in writing that what they settled is recognised (程序规定 186). */
  takeApplication: deed('takeApplication')
    .input(
      z.object({
        ...change,
        kind: z.enum(AGREEMENT_KINDS).check(z.refine((kind) => kind !== 'police-mediation')),
        /** Any of them closes this way too: it is for cases that could have been mediated. */
        exclusions: z.array(z.enum(RECOGNITION_EXCLUSIONS)),
        agreement: agreementInput,
        performedOn: z.nullable(day),
      }),
    )
    .output(deedDone),
  decideRecognition: deed('decideRecognition')
    .input(z.object({ ...change, granted: z.boolean(), performedOn: z.nullable(day), reason }))
    .output(deedDone),
  transfer: deed('transfer')
    .input(z.object({ ...change, reason, officer }))
    .output(deedDone),
  noteReceipt: deed('noteReceipt')
    .input(z.object({ ...change, receipt }))
    .output(deedDone),
  /** The parties were told what became of it; follow-up visits are planned. */
  tell: deed('tell')
    .input(z.object({ ...change, ...told }))
    .output(deedDone),
  followUp: deed('followUp')
    .input(z.object({ ...change, followUpId: recordId, followUp: followUpInput }))
    .output(deedDone),
  archive: deed('archive').input(z.object(change)).output(deedDone),
  reopen: deed('reopen')
    .input(z.object({ ...change, reason }))
    .output(deedDone),
  reportViolence: deed('reportViolence')
    .input(z.object({ ...change, officer }))
    .output(deedDone),
  handOverViolence: deed('handOverViolence')
    .input(z.object({ ...change, receipt }))
    .output(deedDone),
  /** Told of the warning letter, the protection order, shelter and legal aid (反家庭暴力法 15–19, 23). */
  tellVictim: deed('tellVictim')
    .input(z.object({ ...change, how: told.how }))
    .output(deedDone),

  /** One more follow-up visit than is planned by itself. */
  planFollowUp: call({ roles: DESK_ROLES })
    .input(z.object({ ...change, dueOn: day }))
    .output(deedDone),
  /** Another body sits at the table; its answer changes no stage. */
  invite: call({ roles: ['officer'] })
    .input(z.object({ ...change, referral: referralInput }))
    .output(deedDone),
  answerInvitation: call({ roles: ['officer'] })
    .input(z.object({ ...change, referral: recordId, answer: referralAnswerInput }))
    .output(deedDone),
  /** Up only, with a reason. */
  escalate: call({ roles: DESK_ROLES })
    .input(z.object({ ...change, level: z.enum(LEVELS), reason }))
    .output(deedDone),
  /** Another owner; at some stages it has to be an officer. */
  assign: call({ roles: ['officer'] })
    .input(z.object({ ...change, owner: recordId }))
    .output(deedDone),
};
