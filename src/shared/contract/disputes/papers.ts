/**
 * Papers of disputes: what each carries, and who may have it made. What happened, what was said and phones stand only on the
 * whole form, which is read for a reason; a minor is two marks after a surname everywhere but on the agreement.
 */
import * as z from 'zod/mini';
import { DESK_ROLES } from '#shared/kernel/role.ts';
import {
  BODY_PARTS,
  DISPUTE_BODIES,
  DISPUTE_RESULTS,
  DISPUTE_SOURCES,
  DISPUTE_TYPE_CODES,
  LEVELS,
} from '#shared/ledgers/disputes/codes.ts';
import { DISPUTE_PAPERS, PAPER_FORMS } from '#shared/ledgers/disputes/papers.ts';
import { PARTIES_MAX, REPRESENTATIVES, SIDES } from '#shared/ledgers/disputes/parties.ts';
import { AGREEMENT_KINDS, FOLLOW_UP_FINDINGS, REACHED_HOW } from '#shared/ledgers/disputes/records.ts';
import { SESSION_OUTCOMES } from '#shared/ledgers/disputes/deeds.ts';
import { SEXES } from '#shared/ledgers/population/residents.ts';
import { REVEAL_REASONS } from '#shared/ledgers/reveal.ts';
import { SATISFACTION } from '#shared/ledgers/visitors.ts';
import { call } from '#shared/contract/call.ts';
import { timedImprint } from '#shared/contract/imprint.ts';
import { AUDIENCES, disputeFigures } from './figures.ts';
import { day, reasonText, recordId } from '#shared/contract/shapes.ts';

/** Of one matter on one paper. */
const VISITS_ON_PAPER_MAX = 100;

/** What every paper of a matter carries beside its own. */
const about = {
  ...timedImprint,
  form: z.enum(PAPER_FORMS),
  /** Why it was read; null on every form but the whole one. */
  reason: z.nullable(z.object({ code: z.enum(REVEAL_REASONS), note: z.string() })),
};

const partyName = z.object({ side: z.enum(SIDES), name: z.string() });
const partyOnPaper = z.object({
  side: z.enum(SIDES),
  name: z.string(),
  sex: z.enum(SEXES),
  age: z.nullable(z.int()),
  minor: z.boolean(),
  address: z.string(),
  representative: z.nullable(z.enum(REPRESENTATIVES)),
  representativeName: z.nullable(z.string()),
  /** Null: a line to write on, on every form but the whole one. */
  phone: z.nullable(z.string()),
  representativePhone: z.nullable(z.string()),
});
export type PartyOnPaper = z.infer<typeof partyOnPaper>;

const parties = z.array(partyOnPaper).check(z.maxLength(PARTIES_MAX));

/** Null: a line to write on. */
const written = z.nullable(z.string());

/** 受理登记表. */
export const acceptancePaper = z.object({
  name: z.literal('dispute-acceptance'),
  ...about,
  matter: z.nullable(
    z.object({
      id: recordId,
      receivedOn: day,
      type: z.enum(DISPUTE_TYPE_CODES),
      raisedBy: z.enum(DISPUTE_SOURCES),
      place: z.string(),
      happenedOn: z.nullable(day),
      amount: z.nullable(z.int()),
      level: z.enum(LEVELS),
      registeredBy: z.string(),
      officer: written,
      gridWorker: z.string(),
      parties,
      summary: written,
      demands: written,
    }),
  ),
});
export type AcceptancePaper = z.infer<typeof acceptancePaper>;

/** 权利义务告知书: the law in words, and who was told. */
export const rightsPaper = z.object({
  name: z.literal('dispute-rights'),
  ...about,
  matter: z.nullable(z.object({ id: recordId, parties })),
});
export type RightsPaper = z.infer<typeof rightsPaper>;

/** 解决途径告知书: people's mediation, the court, and what else is open. */
export const courtNoticePaper = z.object({
  name: z.literal('dispute-court-notice'),
  ...about,
  matter: z.nullable(
    z.object({
      id: recordId,
      parties,
      type: z.enum(DISPUTE_TYPE_CODES),
      /** A case of public order: what is left for the court after mediation failed or was not kept to. */
      afterMediation: z.boolean(),
    }),
  ),
});
export type CourtNoticePaper = z.infer<typeof courtNoticePaper>;

/** 转办单 / 转介函: what is asked of the body and whose matter it is; nothing of what happened. */
export const referralPaper = z.object({
  name: z.literal('dispute-referral'),
  ...about,
  matter: z.nullable(
    z.object({
      id: recordId,
      type: z.enum(DISPUTE_TYPE_CODES),
      parties: z.array(partyName).check(z.maxLength(PARTIES_MAX)),
      body: z.enum(DISPUTE_BODIES),
      bodyName: z.string(),
      part: z.enum(BODY_PARTS),
      request: z.string(),
      sentOn: day,
      sentBy: z.string(),
      dueOn: day,
    }),
  ),
});
export type ReferralPaper = z.infer<typeof referralPaper>;

/** 调解笔录. */
export const mediationRecordPaper = z.object({
  name: z.literal('dispute-mediation-record'),
  ...about,
  matter: z.nullable(
    z.object({
      id: recordId,
      type: z.enum(DISPUTE_TYPE_CODES),
      parties,
      host: z.string(),
      /** Null before it was held. */
      session: z.nullable(
        z.object({
          ordinal: z.int(),
          heldOn: day,
          from: z.string(),
          to: z.string(),
          place: z.string(),
          present: z.string(),
          recording: z.string(),
          guardianPresent: z.boolean(),
          outcome: z.enum(SESSION_OUTCOMES),
          course: z.string(),
        }),
      ),
    }),
  ),
});
export type MediationRecordPaper = z.infer<typeof mediationRecordPaper>;

/** 治安调解协议: the contents of 程序规定 184, as a draft of the office. The one paper with a minor's whole name. */
export const agreementPaper = z.object({
  name: z.literal('dispute-agreement'),
  ...about,
  matter: z.nullable(
    z.object({
      id: recordId,
      parties,
      host: z.string(),
      heldOn: z.nullable(day),
      place: z.string(),
      present: z.string(),
      happenedOn: z.nullable(day),
      happenedAt: z.string(),
      agreedOn: day,
      facts: z.string(),
      terms: z.string(),
      performBy: day,
      manner: z.string(),
    }),
  ),
});
export type AgreementPaper = z.infer<typeof agreementPaper>;

/** 认可和解共同申请书 (程序规定 186). */
export const jointApplicationPaper = z.object({
  name: z.literal('dispute-joint-application'),
  ...about,
  matter: z.nullable(
    z.object({
      id: recordId,
      parties,
      happenedOn: z.nullable(day),
      happenedAt: z.string(),
      /** Null before it was settled, and on every form but the whole one. */
      settled: z.nullable(
        z.object({
          kind: z.enum(AGREEMENT_KINDS),
          agreedOn: day,
          facts: z.string(),
          terms: z.string(),
          performedOn: z.nullable(day),
        }),
      ),
    }),
  ),
});
export type JointApplicationPaper = z.infer<typeof jointApplicationPaper>;

/** 回访记录. */
export const followUpPaper = z.object({
  name: z.literal('dispute-follow-up'),
  ...about,
  matter: z.nullable(
    z.object({
      id: recordId,
      type: z.enum(DISPUTE_TYPE_CODES),
      parties,
      result: z.nullable(z.enum(DISPUTE_RESULTS)),
      toldOn: z.nullable(day),
      visits: z
        .array(
          z.object({
            ordinal: z.int(),
            dueOn: day,
            doneOn: z.nullable(day),
            how: z.nullable(z.enum(REACHED_HOW)),
            finding: z.nullable(z.enum(FOLLOW_UP_FINDINGS)),
            satisfied: z.enum(SATISFACTION),
            note: written,
            doneBy: written,
          }),
        )
        .check(z.maxLength(VISITS_ON_PAPER_MAX)),
    }),
  ),
});
export type FollowUpPaper = z.infer<typeof followUpPaper>;

/** 家庭暴力受害人权利告知: the law and where help is. Whose it is stands nowhere: the paper may be found by the other. */
export const violenceRightsPaper = z.object({ name: z.literal('violence-rights'), ...about });
export type ViolenceRightsPaper = z.infer<typeof violenceRightsPaper>;

/** 纠纷统计: the numbers of `disputes.figures`, on one page. */
export const figuresPaper = z.object({
  name: z.literal('dispute-figures'),
  ...timedImprint,
  figures: disputeFigures,
});
export type FiguresPaper = z.infer<typeof figuresPaper>;

export const disputePaper = z.discriminatedUnion('name', [
  acceptancePaper,
  rightsPaper,
  courtNoticePaper,
  referralPaper,
  mediationRecordPaper,
  agreementPaper,
  jointApplicationPaper,
  followUpPaper,
  violenceRightsPaper,
  figuresPaper,
]);
export type DisputePaper = z.infer<typeof disputePaper>;

/** Which of several referrals or sessions it is about; null: the last one. */
const part = z.nullable(recordId);

/** A paper without what needs a reason: of a matter, blank where `dispute` is null, or the sheet of figures. */
export const disputePaperOrder = z.union([
  z.object({ name: z.enum(DISPUTE_PAPERS), dispute: z.nullable(recordId), part }),
  z.object({ name: z.literal('dispute-figures'), from: day, to: day, audience: z.enum(AUDIENCES) }),
]);
export type DisputePaperOrder = z.infer<typeof disputePaperOrder>;

const wholeOrder = z.object({
  name: z.enum(DISPUTE_PAPERS),
  dispute: recordId,
  part,
  reason: z.enum(REVEAL_REASONS),
  note: reasonText,
});
export type WholePaperOrder = z.infer<typeof wholeOrder>;

const witnessed = { ledger: 'disputes', record: 'dispute', reason: 'reason' } as const;
const saved = z.object({ file: z.string(), pages: z.int() });
const printed = z.object({ pages: z.int() });

export const disputePapersContract = {
  /** Who may have which paper is decided by the paper: papers.ts of the ledger's rules. */
  preview: call({ roles: DESK_ROLES })
    .input(z.object({ order: disputePaperOrder }))
    .output(disputePaper),
  /** Asks where to, and answers with the file's name. A line is left. */
  savePdf: call({ roles: DESK_ROLES })
    .input(z.object({ order: disputePaperOrder }))
    .output(saved),
  print: call({ roles: DESK_ROLES })
    .input(z.object({ order: disputePaperOrder }))
    .output(printed),
  /** With what happened, what was said and phones. */
  previewWhole: call({ roles: ['officer'], witnessed })
    .input(wholeOrder)
    .output(disputePaper),
  savePdfWhole: call({ roles: ['officer'], witnessed })
    .input(wholeOrder)
    .output(saved),
  printWhole: call({ roles: ['officer'], witnessed })
    .input(wholeOrder)
    .output(printed),
};
