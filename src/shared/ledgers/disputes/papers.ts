/**
 * 文书 of a matter: which fit its stage, who may make them, and with how much on them. Domestic violence has no paper of a
 * dispute, only what the victim is told of her rights. Form and service both ask here.
 */
import type { Role } from '#shared/kernel/role.ts';
import { isLeftToCourt, type DisputeResult, type Route } from './codes.ts';
import { forkOf, type Answers } from './questions.ts';
import type { AGREEMENT_FORMS, AgreementKind } from './records.ts';
import { isOpen, isViolence, type Stage } from './stages.ts';

/** In the order in which a matter needs them. */
export const DISPUTE_PAPERS = [
  'dispute-acceptance',
  'dispute-rights',
  'dispute-court-notice',
  'dispute-referral',
  'dispute-mediation-record',
  'dispute-agreement',
  'dispute-joint-application',
  'dispute-follow-up',
  'violence-rights',
] as const;
export type DisputePaperName = (typeof DISPUTE_PAPERS)[number];

/**
 * How much stands on a paper. `plain`: names and codes, and lines to write on in place of what happened and of phones.
 * `whole`: those too, for a reason that stands at its foot. `blank`: nothing of any matter, for a power cut.
 */
export const PAPER_FORMS = ['plain', 'whole', 'blank'] as const;
export type PaperForm = (typeof PAPER_FORMS)[number];

/** What has to be known of a matter. */
export interface MatterOfPapers {
  readonly stage: Stage;
  readonly route: Route | null;
  readonly result: DisputeResult | null;
  readonly answers: Answers;
  readonly sessions: readonly unknown[];
  readonly referrals: readonly unknown[];
  readonly followUps: readonly unknown[];
  readonly agreement: {
    readonly kind: AgreementKind;
    readonly form: (typeof AGREEMENT_FORMS)[number];
  } | null;
}

interface FormRule {
  readonly roles: readonly Role[];
  readonly fits: (matter: MatterOfPapers) => boolean;
}

interface PaperRule {
  /** Absent: there is no such form of it. */
  readonly plain?: FormRule;
  readonly whole?: FormRule;
  readonly blank: readonly Role[];
}

const DESK: readonly Role[] = ['auxiliary', 'officer'];
const OFFICER: readonly Role[] = ['officer'];

const always = () => true;
const mediating = ({ stage }: MatterOfPapers) => stage === 'police-mediation' || stage === 'second-mediation';
const settledElsewhere = ({ agreement }: MatterOfPapers) =>
  agreement !== null && agreement.kind !== 'police-mediation';

const RULES: Readonly<Record<DisputePaperName, PaperRule>> = {
  'dispute-acceptance': {
    plain: { roles: DESK, fits: always },
    whole: { roles: OFFICER, fits: always },
    blank: DESK,
  },
  'dispute-rights': { plain: { roles: DESK, fits: ({ stage }) => isOpen(stage) }, blank: DESK },
  'dispute-court-notice': { plain: { roles: DESK, fits: mayGoToCourt }, blank: DESK },
  'dispute-referral': {
    plain: { roles: DESK, fits: ({ referrals }) => referrals.length > 0 },
    blank: DESK,
  },
  'dispute-mediation-record': {
    plain: { roles: OFFICER, fits: mediating },
    whole: { roles: OFFICER, fits: ({ sessions }) => sessions.length > 0 },
    blank: DESK,
  },
  'dispute-agreement': {
    whole: {
      roles: OFFICER,
      fits: ({ agreement }) => agreement?.kind === 'police-mediation' && agreement.form === 'written',
    },
    blank: DESK,
  },
  'dispute-joint-application': {
    plain: { roles: OFFICER, fits: mayBeRecognised },
    whole: { roles: OFFICER, fits: (matter) => mayBeRecognised(matter) && settledElsewhere(matter) },
    blank: DESK,
  },
  'dispute-follow-up': {
    plain: { roles: OFFICER, fits: ({ followUps }) => followUps.length > 0 },
    whole: { roles: OFFICER, fits: ({ followUps }) => followUps.length > 0 },
    blank: DESK,
  },
  'violence-rights': { plain: { roles: OFFICER, fits: always }, blank: OFFICER },
};

/** A purely civil matter (程序规定 178), and what is left of one where mediation failed or was not kept to (治安法 9). */
function mayGoToCourt({ answers, result }: MatterOfPapers): boolean {
  return forkOf(answers).routes.includes('court') || isLeftToCourt(result);
}

/** 程序规定 186: before the police have decided, and only where mediation would have been open. */
function mayBeRecognised({ answers, route, stage }: MatterOfPapers): boolean {
  const open = isOpen(stage) || route === 'recognition';
  return open && forkOf(answers).routes.includes('recognition') && route !== 'transfer';
}

export interface PaperOffer {
  readonly name: DisputePaperName;
  /** At least one, the one that says least first; never `blank`. */
  readonly forms: readonly Exclude<PaperForm, 'blank'>[];
}

/** The papers this person may make of this matter now. */
export function papersOf(matter: MatterOfPapers, role: Role): PaperOffer[] {
  return DISPUTE_PAPERS.filter((name) => isViolence(matter.stage) === (name === 'violence-rights'))
    .map((name) => ({ name, forms: formsOf(RULES[name], matter, role) }))
    .filter(({ forms }) => forms.length > 0);
}

function formsOf(rule: PaperRule, matter: MatterOfPapers, role: Role) {
  return (['plain', 'whole'] as const).filter((form) => {
    const own = rule[form];
    return own !== undefined && own.roles.includes(role) && own.fits(matter);
  });
}

/** The papers this person may print blank. */
export function blankPapersOf(role: Role): DisputePaperName[] {
  return DISPUTE_PAPERS.filter((name) => RULES[name].blank.includes(role));
}

/** Who may make a form of a paper at all, whatever the matter. */
export function rolesOfPaper(name: DisputePaperName, form: PaperForm): readonly Role[] {
  const rule = RULES[name];
  return form === 'blank' ? rule.blank : (rule[form]?.roles ?? []);
}
