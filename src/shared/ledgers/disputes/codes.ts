/** 矛盾纠纷: its code lists. They ship closed: an office may rename a label, not add a kind of person. */

/** 纠纷类型, as practice counts them. Births and families' planning are nobody's dispute type here: `other`. */
export const DISPUTE_TYPES = [
  { code: 'neighbour', digit: '1' },
  { code: 'family', digit: '2' },
  { code: 'damages', digit: '3' },
  { code: 'property-services', digit: '4' },
  { code: 'consumer', digit: '5' },
  { code: 'labour', digit: '6' },
  { code: 'contract', digit: '7' },
  { code: 'housing-land', digit: '8' },
  { code: 'traffic', digit: '9' },
  { code: 'other', digit: '0' },
  { code: 'forest-land', digit: null },
  { code: 'expropriation', digit: null },
  { code: 'medical', digit: null },
  { code: 'business', digit: null },
  { code: 'village-affairs', digit: null },
  { code: 'environment', digit: null },
] as const;
export type DisputeType = (typeof DISPUTE_TYPES)[number]['code'];
export const DISPUTE_TYPE_CODES = DISPUTE_TYPES.map(({ code }) => code) as [DisputeType, ...DisputeType[]];

/** 来源: a party asks, found by the office itself, a visit to the desk, a call passed on, another body handed it over. */
export const DISPUTE_SOURCES = ['party', 'found', 'visit', 'call', 'handed-over'] as const;
export type DisputeSource = (typeof DISPUTE_SOURCES)[number];

/** 化解层级, lowest first: a matter only ever goes up. */
export const LEVELS = ['grid', 'community', 'town', 'station', 'judicial'] as const;
export type Level = (typeof LEVELS)[number];

/** Where a matter may go from here, with a reason. */
export function levelsAbove(level: Level): readonly Level[] {
  return LEVELS.slice(LEVELS.indexOf(level) + 1);
}

/** 去向. Which of them is open to a matter follows from the answers: questions.ts. */
export const ROUTES = [
  /** 人民调解: 《人民调解法》第18条. */
  'people-mediation',
  /** 告知向人民法院起诉: 《公安机关办理行政案件程序规定》第178条第2款. */
  'court',
  /** Another body is responsible. */
  'other-body',
  /** 治安调解: 《治安管理处罚法》第9条；程序规定第178–185条. */
  'police-mediation',
  /** 自行和解或者人民调解后认可: 《治安管理处罚法》第9条；程序规定第186条. */
  'recognition',
  /** 移交派出所办案. */
  'transfer',
  /** 家庭暴力: 《反家庭暴力法》第15–17条. Never a dispute. */
  'domestic-violence',
] as const;
export type Route = (typeof ROUTES)[number];

/** What became of it. */
export const DISPUTE_RESULTS = [
  /** 治安调解 in writing, and performed: an oral one does not exist (程序规定 184). */
  'settled-written',
  'settled-by-body',
  'settled-themselves',
  'recognised',
  'court',
  'to-station',
  'mediation-failed',
  'not-performed',
  'not-settled',
  'withdrawn',
] as const;
export type DisputeResult = (typeof DISPUTE_RESULTS)[number];

/** After these somebody goes and asks whether it holds. */
const SETTLED: ReadonlySet<DisputeResult> = new Set([
  'settled-written',
  'settled-by-body',
  'settled-themselves',
  'recognised',
]);

export function isSettled(result: DisputeResult | null): boolean {
  return result !== null && SETTLED.has(result);
}

const UNSETTLED: ReadonlySet<DisputeResult> = new Set(['mediation-failed', 'not-performed', 'not-settled']);

/** Mediated in vain: the parties are told that the civil side may go to court (程序规定 185；人民调解法 26). */
export function isLeftToCourt(result: DisputeResult | null): boolean {
  return result !== null && UNSETTLED.has(result);
}

/** Bodies a matter is referred to or that mediate together with the office. */
export const DISPUTE_BODIES = [
  'mediation-committee',
  'community-committee',
  'property-company',
  'judicial-office',
  'town',
  'urban-management',
  'market-regulation',
  'labour-arbitration',
  'traffic-police',
  'emergency-management',
  'civil-affairs',
  'womens-federation',
  'health',
  'legal-aid',
  'other',
] as const;
export type DisputeBody = (typeof DISPUTE_BODIES)[number];

/** What a body answered. */
export const BODY_OUTCOMES = ['settled', 'not-settled', 'returned'] as const;
export type BodyOutcome = (typeof BODY_OUTCOMES)[number];

/** What a body does: it was handed the matter, or it sits at the table. */
export const BODY_PARTS = ['referred', 'joint'] as const;
export type BodyPart = (typeof BODY_PARTS)[number];
