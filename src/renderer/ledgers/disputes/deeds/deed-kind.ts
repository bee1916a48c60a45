/** What can be done to a matter from its page: the deeds of the machine, and what changes no stage. */
import type { DisputeRecord } from '#shared/contract/disputes/disputes.ts';
import { DEED_NAMES, type DeedName, type Standing } from '#shared/ledgers/disputes/deeds.ts';
import { forkOf } from '#shared/ledgers/disputes/questions.ts';
import { isOpen, isViolence, STAGE_RULES, type Stage } from '#shared/ledgers/disputes/stages.ts';

export type ExtraDeed =
  | 'planFollowUp'
  | 'invite'
  | 'answerInvitation'
  | 'escalate'
  | 'assign'
  | 'amend'
  | 'addParty'
  | 'amendParty'
  | 'dropParty'
  | 'retire';

/** Of one stage, the usual deed first. */
const USUAL: Readonly<Record<Stage, readonly DeedName[]>> = {
  received: ['beginMediation', 'refer', 'transfer'],
  referred: ['answerReferral'],
  'police-mediation': ['holdSession'],
  'second-mediation': ['holdSession'],
  performing: ['confirmPerformance'],
  recognition: ['decideRecognition'],
  'at-station': ['noteReceipt'],
  telling: ['tell'],
  'fed-back': ['followUp', 'archive'],
  archived: [],
  violence: ['handOverViolence'],
  'violence-handed': ['tellVictim'],
  'violence-ended': [],
};

/** The one that is offered filled; null where this person has none of them. */
export function usualDeed({
  stage,
  deeds,
  answers,
}: Pick<DisputeRecord, 'stage' | 'deeds' | 'answers'>): DeedName | null {
  const usual = forkOf(answers).atOnce && stage === 'received' ? (['transfer'] as const) : USUAL[stage];
  return usual.find((deed) => deeds.includes(deed)) ?? null;
}

/** True where this person may do what is no deed of the machine: an auxiliary not at a stage that an officer owns. */
export function mayHandle({ stage }: Pick<DisputeRecord, 'stage'>, role: string): boolean {
  return (
    isOpen(stage) && (role === 'officer' || (role === 'auxiliary' && STAGE_RULES[stage].ownedBy === 'desk'))
  );
}

/** The same for what is done to disputes and not to domestic violence. */
export function mayHandleDispute(dispute: Pick<DisputeRecord, 'stage'>, role: string): boolean {
  return mayHandle(dispute, role) && !isViolence(dispute.stage);
}

/** What the machine has to know, as the page knows it. */
export function standingOf(dispute: DisputeRecord): Standing {
  const { stage, route, result, answers, sessions, followUps } = dispute;
  const [first] = sessions.map(({ heldOn }) => heldOn).toSorted();
  return {
    stage,
    route,
    result,
    answers,
    firstMediationOn: first ?? null,
    followUpsOwed: followUps.filter(({ doneOn }) => doneOn === null).length,
  };
}

export function isDeedName(name: string): name is DeedName {
  return DEED_NAMES.some((one) => one === name);
}
