/**
 * The stages of a matter and who answers for each. Every open stage has an owner, a day and a next step; the step of the
 * four-step loop (受理 → 处置 → 反馈 → 归档) follows from the stage.
 */
export const STAGES = [
  'received',
  'referred',
  'police-mediation',
  'second-mediation',
  'performing',
  'recognition',
  'at-station',
  'telling',
  'fed-back',
  'archived',
  'violence',
  'violence-handed',
  'violence-ended',
] as const;
export type Stage = (typeof STAGES)[number];

export const LOOP_STEPS = ['received', 'handling', 'fed-back', 'archived'] as const;
export type LoopStep = (typeof LOOP_STEPS)[number];

/** What has to happen next; the counter has a verb for each. */
export const NEXT_STEPS = [
  'choose-way',
  'record-answer',
  'mediate',
  'mediate-again',
  'confirm-performance',
  'decide-recognition',
  'get-receipt',
  'tell-parties',
  'follow-up-or-archive',
  'hand-over-violence',
  'tell-victim',
] as const;
export type NextStep = (typeof NEXT_STEPS)[number];

export interface StageRule {
  readonly step: LoopStep;
  /** Who may own a matter at this stage; null where nobody does any more. */
  readonly ownedBy: 'desk' | 'officer' | null;
  readonly next: NextStep | null;
  /**
   * Days from entering the stage until the next step is due: the office's own promise. Null where the deed that leads here
   * names the day, or where nothing is due any more.
   */
  readonly dueDays: number | null;
}

/** A second mediation is over within seven working days of the first (程序规定 183). */
export const SECOND_MEDIATION_WORKING_DAYS = 7;

export const STAGE_RULES: Readonly<Record<Stage, StageRule>> = {
  received: { step: 'received', ownedBy: 'desk', next: 'choose-way', dueDays: 1 },
  referred: { step: 'handling', ownedBy: 'desk', next: 'record-answer', dueDays: null },
  'police-mediation': { step: 'handling', ownedBy: 'officer', next: 'mediate', dueDays: null },
  'second-mediation': {
    step: 'handling',
    ownedBy: 'officer',
    next: 'mediate-again',
    dueDays: null,
  },
  performing: { step: 'handling', ownedBy: 'officer', next: 'confirm-performance', dueDays: null },
  recognition: { step: 'handling', ownedBy: 'officer', next: 'decide-recognition', dueDays: 3 },
  'at-station': { step: 'handling', ownedBy: 'officer', next: 'get-receipt', dueDays: 1 },
  telling: { step: 'handling', ownedBy: 'desk', next: 'tell-parties', dueDays: 3 },
  'fed-back': { step: 'fed-back', ownedBy: 'desk', next: 'follow-up-or-archive', dueDays: null },
  archived: { step: 'archived', ownedBy: null, next: null, dueDays: null },
  violence: { step: 'handling', ownedBy: 'officer', next: 'hand-over-violence', dueDays: 0 },
  'violence-handed': { step: 'handling', ownedBy: 'officer', next: 'tell-victim', dueDays: 1 },
  'violence-ended': { step: 'archived', ownedBy: null, next: null, dueDays: null },
};

/** Stages of 家庭暴力, kept apart: no list, figure or paper of disputes counts them. */
export function isViolence(stage: Stage): boolean {
  return stage === 'violence' || stage === 'violence-handed' || stage === 'violence-ended';
}

export function isOpen(stage: Stage): boolean {
  return STAGE_RULES[stage].ownedBy !== null;
}

/** Taken in and the parties not told yet: what somebody still waits for. After that only its follow-up visits keep it open. */
export function isInHand(stage: Stage): boolean {
  const { step } = STAGE_RULES[stage];
  return step === 'received' || step === 'handling';
}

/** Days after which a matter in hand is shown as aging. */
export const AGE_MARKS = [3, 7, 15, 30] as const;
export type AgeMark = (typeof AGE_MARKS)[number];

/** The highest mark that so many days have reached; null while it is younger than all. */
export function ageMarkOf(ageDays: number): AgeMark | null {
  return AGE_MARKS.findLast((mark) => ageDays >= mark) ?? null;
}
