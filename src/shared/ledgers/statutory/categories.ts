/**
 * 依法登记事项: the closed list. Nobody stands in this ledger but by a legal document of one of these eight kinds, and nobody
 * longer than its term. The list is data: an entry names the digest of the list it was made under, the bundle signs it, and
 * the station approves nothing that was made under another list.
 */
export const CATEGORY_CODES = ['SM01', 'SM02', 'SM03', 'SM04', 'SM05', 'SM06', 'SM07', 'SM08'] as const;
export type CategoryCode = (typeof CATEGORY_CODES)[number];

/** 决定机关, by kind; its name is written beside it. */
export const DECIDING_BODIES = [
  'court',
  'procuratorate',
  'police',
  'prison-authority',
  'corrections-body',
] as const;
export type DecidingBody = (typeof DECIDING_BODIES)[number];

/** The longest that one document may hold, from the day it starts; `exactly` leaves nothing to be typed. */
export interface Cap {
  readonly count: number;
  readonly unit: 'days' | 'months' | 'years';
  readonly exactly: boolean;
}

/** Who has to say yes before an entry is one. `notice`: a court order runs at once, and the station is told. */
export const APPROVALS = ['reviewer', 'two-reviewers', 'notice'] as const;
export type Approval = (typeof APPROVALS)[number];

/** What the law has the office do. No word says why the person is here. */
export const DUTY_KINDS = [
  'tell-rules',
  'talk',
  'supervise',
  'announce',
  'remind',
  'test-as-told',
  'help-as-asked',
  'answer-request',
  'verify-order',
  'assist-order',
  'visit-person',
  'visit-protected',
  'review',
] as const;
export type DutyKind = (typeof DUTY_KINDS)[number];

/** `agreement`: as often as the agreement with the lead body says, which the entry names in days. */
export type Interval = { readonly days: number } | { readonly months: number } | 'agreement';

export interface DutyRule {
  readonly kind: DutyKind;
  /** Days from the day the entry takes effect to the first time. */
  readonly first: number;
  /** Null: once. */
  readonly every: Interval | null;
}

/** How it may end before its day. */
export const END_WAYS = ['released', 'changed', 'terminated', 'answered', 'revoked', 'visits-done'] as const;
export type EndWay = (typeof END_WAYS)[number];

export interface CategoryRule {
  /** Articles, as shown to whoever enters it and to the person. */
  readonly basis: string;
  readonly decidedBy: readonly DecidingBody[];
  /** The document it starts with, by its name. */
  readonly document: string;
  readonly cap: Cap;
  /** What the term runs from: the start that the document names, or the day the person reported. */
  readonly runsFrom: 'document' | 'reporting-day';
  readonly approval: Approval;
  /** `named`: nobody in the office but the officer in charge. `officers`: every officer, because it cannot wait for one. */
  readonly seenBy: 'named' | 'officers';
  readonly duties: readonly DutyRule[];
  /** Somebody is protected by it, whose name and phone are looked at separately. */
  readonly protects: boolean;
  readonly endWays: readonly EndWay[];
  /** At the end the person, the unit and the residents' committee are told in writing before it is sealed. */
  readonly endNotice: boolean;
  /** Months that the sealed record is kept. */
  readonly sealedMonths: number;
}

const REVIEW_MONTHLY: DutyRule = { kind: 'review', first: 30, every: { months: 1 } };
const TELL: DutyRule = { kind: 'tell-rules', first: 0, every: null };

/** Measures decided elsewhere, in the order of the law. Nothing is added here without a law that names the duty. */
export const CATEGORIES: Readonly<Record<CategoryCode, CategoryRule>> = {
  /** 取保候审 */
  SM01: {
    basis: '《刑事诉讼法》第67、71、79条；《公安机关办理刑事案件程序规定》第91—95条',
    decidedBy: ['court', 'procuratorate', 'police'],
    document: '取保候审决定书、执行通知书',
    cap: { count: 12, unit: 'months', exactly: false },
    runsFrom: 'document',
    approval: 'reviewer',
    seenBy: 'named',
    duties: [TELL, { kind: 'talk', first: 7, every: { months: 1 } }, REVIEW_MONTHLY],
    protects: false,
    endWays: ['released', 'changed'],
    endNotice: false,
    sealedMonths: 6,
  },
  /** 监视居住, at the person's own home only. */
  SM02: {
    basis: '《刑事诉讼法》第74、75、77、79条',
    decidedBy: ['court', 'procuratorate', 'police'],
    document: '监视居住决定书、执行通知书',
    cap: { count: 6, unit: 'months', exactly: false },
    runsFrom: 'document',
    approval: 'two-reviewers',
    seenBy: 'named',
    duties: [
      TELL,
      { kind: 'supervise', first: 1, every: { days: 7 } },
      { kind: 'review', first: 7, every: { days: 7 } },
    ],
    protects: false,
    endWays: ['released', 'changed'],
    endNotice: false,
    sealedMonths: 6,
  },
  /** 剥夺政治权利 */
  SM03: {
    basis: '《刑事诉讼法》第270条；《刑法》第54—58条',
    decidedBy: ['court'],
    document: '判决书、执行通知书',
    cap: { count: 10, unit: 'years', exactly: false },
    runsFrom: 'document',
    approval: 'reviewer',
    seenBy: 'named',
    duties: [
      { kind: 'announce', first: 7, every: null },
      { kind: 'remind', first: 180, every: { months: 6 } },
      { kind: 'review', first: 180, every: { months: 6 } },
    ],
    protects: false,
    endWays: ['changed', 'terminated'],
    endNotice: true,
    sealedMonths: 6,
  },
  /**
   * 社区矫正: a written request for help of the corrections body, and nothing standing. Three months is the shortest term
   * that any sentence served in the community has (《刑法》第38条), so a request never outlives the document behind it.
   */
  SM04: {
    basis: '《社区矫正法》第8、30、31条',
    decidedBy: ['corrections-body', 'court', 'prison-authority', 'police'],
    document: '社区矫正机构书面协助请求',
    cap: { count: 3, unit: 'months', exactly: false },
    runsFrom: 'document',
    approval: 'reviewer',
    seenBy: 'named',
    duties: [
      { kind: 'help-as-asked', first: 1, every: null },
      { kind: 'answer-request', first: 7, every: null },
    ],
    protects: false,
    endWays: ['answered'],
    endNotice: false,
    sealedMonths: 3,
  },
  /** 社区戒毒: three years from the day of reporting (《戒毒条例》第14条), no day more and none less. */
  SM05: {
    basis: '《禁毒法》第33—35条；《戒毒条例》第13—23条',
    decidedBy: ['police'],
    document: '责令社区戒毒决定书',
    cap: { count: 3, unit: 'years', exactly: true },
    runsFrom: 'reporting-day',
    approval: 'reviewer',
    seenBy: 'named',
    duties: [{ kind: 'test-as-told', first: 30, every: 'agreement' }],
    protects: false,
    endWays: ['terminated', 'changed'],
    endNotice: true,
    sealedMonths: 6,
  },
  /** 社区康复 */
  SM06: {
    basis: '《禁毒法》第48条；《戒毒条例》第37—40条',
    decidedBy: ['police'],
    document: '责令社区康复决定书',
    cap: { count: 3, unit: 'years', exactly: false },
    runsFrom: 'document',
    approval: 'reviewer',
    seenBy: 'named',
    duties: [{ kind: 'test-as-told', first: 30, every: 'agreement' }],
    protects: false,
    endWays: ['terminated', 'changed'],
    endNotice: true,
    sealedMonths: 6,
  },
  /** 家庭暴力告诫后查访: both sides, each alone. */
  SM07: {
    basis: '《反家庭暴力法》第16、17条',
    decidedBy: ['police'],
    document: '家庭暴力告诫书',
    cap: { count: 90, unit: 'days', exactly: false },
    runsFrom: 'document',
    approval: 'reviewer',
    seenBy: 'named',
    duties: [
      { kind: 'visit-protected', first: 7, every: { months: 1 } },
      { kind: 'visit-person', first: 7, every: { months: 1 } },
    ],
    protects: true,
    endWays: ['visits-done', 'revoked'],
    endNotice: false,
    sealedMonths: 12,
  },
  /** 人身安全保护令协助执行 */
  SM08: {
    basis: '《反家庭暴力法》第28—32条',
    decidedBy: ['court'],
    document: '人身安全保护令、协助执行通知书',
    cap: { count: 6, unit: 'months', exactly: false },
    runsFrom: 'document',
    approval: 'notice',
    seenBy: 'officers',
    duties: [
      { kind: 'verify-order', first: 1, every: null },
      { kind: 'assist-order', first: 7, every: { days: 7 } },
    ],
    protects: true,
    endWays: ['revoked', 'changed'],
    endNotice: false,
    sealedMonths: 12,
  },
};

/** The list as one line of text, the same on every machine: what its digest is taken of. */
export function closedListText(): string {
  return JSON.stringify(CATEGORY_CODES.map((code) => [code, CATEGORIES[code]]));
}
