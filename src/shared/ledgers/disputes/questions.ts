/**
 * The questions that have to be answered before a matter can be saved, in their order, and the fork that follows from them:
 * what kind of matter it is decides who may handle it. The answers never decide on a person, only on the way.
 */
import * as z from 'zod/mini';
import type { Route } from './codes.ts';

/** 无, 轻微 (no crime suspected), 轻伤以上. */
export const INJURIES = ['none', 'slight', 'serious'] as const;
/** 纯民事, or 违反治安管理. */
export const NATURES = ['civil', 'public-order'] as const;
export type Nature = (typeof NATURES)[number];

/** In the order in which they are asked. */
export const QUESTIONS = ['danger', 'injury', 'weapon', 'violence', 'minor', 'nature'] as const;
export type Question = (typeof QUESTIONS)[number];

export const answersSchema = z.object({
  /** Somebody is in danger now. */
  danger: z.boolean(),
  /** Hurt by another's hand: a fall or a collision is `none` here, its damages are a civil matter. */
  injury: z.enum(INJURIES),
  /** A knife, a tool, a bottle was used or shown. */
  weapon: z.boolean(),
  /** 家庭暴力: among family members or people who live together (反家庭暴力法 2, 37). */
  violence: z.boolean(),
  /** A party is under eighteen. */
  minor: z.boolean(),
  nature: z.enum(NATURES),
});
export type Answers = z.infer<typeof answersSchema>;

/** Why a matter may not be mediated by the police, though it is a case of public order (程序规定 179). */
export const MEDIATION_EXCLUSIONS = [
  'hired-violence',
  'gang-fight',
  'repeated',
  'unwilling',
  'again-during',
  'fled',
  'unsuitable',
] as const;
export type MediationExclusion = (typeof MEDIATION_EXCLUSIONS)[number];

/** Said of a mediation and not of the case: who will not sit down with the police may still settle (程序规定 186). */
const OF_THE_TABLE: ReadonlySet<MediationExclusion> = new Set(['unwilling', 'again-during']);

/** What keeps a settlement from being recognised: it is for cases that could have been mediated, and for no others. */
export const RECOGNITION_EXCLUSIONS = MEDIATION_EXCLUSIONS.filter((why) => !OF_THE_TABLE.has(why));

/** Why the fork is as it is; the counter has words for each. */
export const FORK_REASONS = [
  'violence',
  'danger',
  'serious-injury',
  'weapon',
  'public-order',
  'civil',
] as const;
export type ForkReason = (typeof FORK_REASONS)[number];

export interface Fork {
  readonly reason: ForkReason;
  /** Every way the law leaves open, the usual one first. */
  readonly routes: readonly Route[];
  /** Somebody has to act at once: 110, or the officer on duty. */
  readonly atOnce: boolean;
}

const CIVIL: readonly Route[] = ['people-mediation', 'court', 'other-body'];
const PUBLIC_ORDER: readonly Route[] = ['police-mediation', 'recognition', 'transfer'];

/** The one fork of a matter. Domestic violence comes before everything: it is never an ordinary dispute. */
export function forkOf(answers: Answers): Fork {
  if (answers.violence) return { reason: 'violence', routes: ['domestic-violence'], atOnce: true };
  if (answers.danger) return { reason: 'danger', routes: ['transfer'], atOnce: true };
  if (answers.injury === 'serious') return { reason: 'serious-injury', routes: ['transfer'], atOnce: true };
  if (answers.weapon) return { reason: 'weapon', routes: ['transfer'], atOnce: true };
  if (answers.nature === 'public-order')
    return { reason: 'public-order', routes: PUBLIC_ORDER, atOnce: false };
  return { reason: 'civil', routes: CIVIL, atOnce: false };
}

/** A slight injury is at least a case of public order: nobody is sent to a committee with it (程序规定 178). */
export function answersIssue(answers: Answers): { readonly field: Question; readonly rule: string } | null {
  const hurt = answers.injury !== 'none' || answers.weapon;
  return hurt && !answers.violence && answers.nature === 'civil'
    ? { field: 'nature', rule: 'not-civil' }
    : null;
}
