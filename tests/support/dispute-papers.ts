/** Papers of one matter as the office puts them together, to be drawn: a long story, hard names, a minor with a guardian. */
import type { DisputePaper, PartyOnPaper } from '#shared/contract/disputes/papers.ts';
import type { DisputeFigures } from '#shared/contract/disputes/figures.ts';
import {
  DISPUTE_BODIES,
  DISPUTE_RESULTS,
  DISPUTE_TYPE_CODES,
  LEVELS,
} from '#shared/ledgers/disputes/codes.ts';
import { AGE_MARKS } from '#shared/ledgers/disputes/stages.ts';

const imprint = {
  officeName: '胜利社区警务室',
  stationName: '青禾镇派出所',
  phone: '0833-0123456',
  address: '示例市演示区青禾镇胜利路12号',
  printedBy: '王芳',
  printedOn: '2026-11-23',
  printedAt: '09:12',
};

const plain = { ...imprint, form: 'plain', reason: null } as const;
const whole = { ...imprint, form: 'whole', reason: { code: 'paper', note: '' } } as const;
const blank = { ...imprint, form: 'blank', reason: null } as const;

export const ID = '07-000123';
const ADULT: PartyOnPaper = {
  side: 'a',
  name: '李欣',
  sex: '2',
  age: 34,
  minor: false,
  address: '示例市演示区青禾镇青禾苑3栋2单元501',
  representative: null,
  representativeName: null,
  phone: '15400007712',
  representativePhone: null,
};
const MINOR: PartyOnPaper = {
  ...ADULT,
  side: 'b',
  name: '阿××',
  sex: '1',
  age: 15,
  minor: true,
  address: '示例市演示区青禾镇青禾苑3栋2单元601',
  representative: 'guardian',
  representativeName: '买买提江·吐尔逊',
  phone: '15400007713',
  representativePhone: '15400007714',
};
/** As the agreement alone has it. */
export const MINOR_IN_FULL = '阿卜杜热合曼·买买提江·吐尔逊';

const withoutPhones = (party: PartyOnPaper) => ({ ...party, phone: null, representativePhone: null });
const HIDDEN = [ADULT, MINOR].map(withoutPhones);
const SHOWN = [ADULT, MINOR];

export const STORY =
  '2026年11月20日22时许，乙方在家中练习架子鼓，甲方上楼劝说时双方发生争吵（此前已因噪声问题沟通3次，均未解决）。' +
  '争吵中乙方将甲方手机碰落，屏幕损坏，维修费用为1286.50元；甲方随后推搡乙方，乙方右手臂有轻微擦伤，未就医。' +
  '“以后几点可以练习”是双方争执的主要问题……物业公司、网格员均到场劝解。';
const COURSE = Array.from(
  { length: 9 },
  (_, at) => `${at % 2 === 0 ? '李欣' : '买买提江·吐尔逊'}：${STORY.slice(0, 60 + at * 9)}`,
).join('\n');
const TERMS =
  '1. 乙方于每日20时以后不再练习架子鼓，周末及节假日延长至21时。\n2. 乙方的监护人赔偿甲方手机维修费1286.50元。\n3. 双方互相道歉，今后遇有问题先与物业公司、网格员联系。';

const SESSION = {
  ordinal: 1,
  heldOn: '2026-11-22',
  from: '14:00',
  to: '15:30',
  place: '胜利社区警务室调解室',
  present: '网格员张伟、物业公司经理赵敏',
  recording: '执法记录仪 0012 号，派出所采集站',
  guardianPresent: true,
  outcome: 'agreed',
  course: COURSE,
} as const;

const figures = (audience: DisputeFigures['audience']): DisputeFigures => {
  const shown = (count: number) => (audience === 'public' && count > 0 && count < 5 ? null : count);
  return {
    from: '2026-01-01',
    to: '2026-12-31',
    audience,
    received: 412,
    archived: 371,
    inHand: 41,
    byType: DISPUTE_TYPE_CODES.map((type, at) => ({ type, received: shown(Math.round(120 / (at + 1)) - 6) })),
    byLevel: LEVELS.map((level, at) => ({
      level,
      received: shown(160 - at * 38),
      archived: shown(140 - at * 34),
    })),
    byMonth: Array.from({ length: 12 }, (_, at) => ({
      month: `2026-${String(at + 1).padStart(2, '0')}`,
      received: shown(28 + ((at * 7) % 15)),
      archived: shown(22 + ((at * 5) % 17)),
    })),
    byResult: DISPUTE_RESULTS.map((result, at) => ({ result, archived: shown(90 - at * 9) })),
    byAge: ([0, ...AGE_MARKS] as const).map((from, at) => ({ from, inHand: shown(15 - at * 3) })),
    byBody:
      audience === 'public'
        ? []
        : DISPUTE_BODIES.map((body, at) => ({
            body,
            asked: 20 - at,
            answered: 15 - at,
            late: at % 4,
            waiting: 5,
            medianDays: at % 3 === 0 ? null : 6.5,
          })),
  };
};

/** One of each, with everything on it that may stand there. */
export const FILLED_PAPERS = [
  {
    name: 'dispute-acceptance',
    ...whole,
    template: 'J1',
    matter: {
      id: ID,
      receivedOn: '2026-11-21',
      type: 'neighbour',
      raisedBy: 'visit',
      place: '示例市演示区青禾镇青禾苑3栋2单元601',
      happenedOn: '2026-11-20',
      amount: 1286,
      level: 'community',
      registeredBy: '王芳',
      officer: '李建国',
      gridWorker: '张伟',
      parties: SHOWN,
      summary: STORY,
      demands: '赔偿手机维修费，20时以后不再练习架子鼓。',
    },
  },
  { name: 'dispute-rights', ...plain, template: 'J2', matter: { id: ID, parties: HIDDEN } },
  {
    name: 'dispute-court-notice',
    ...plain,
    template: 'J3',
    matter: { id: ID, parties: HIDDEN, type: 'labour', afterMediation: false },
  },
  {
    name: 'dispute-referral',
    ...plain,
    template: 'J4',
    matter: {
      id: ID,
      type: 'neighbour',
      parties: HIDDEN.map(({ side, name }) => ({ side, name })),
      body: 'mediation-committee',
      bodyName: '胜利社区人民调解委员会',
      part: 'referred',
      request: '请就噪声时段和赔偿事宜组织调解，并告知双方办理结果。',
      sentOn: '2026-11-23',
      sentBy: '王芳',
      dueOn: '2026-12-08',
    },
  },
  {
    name: 'dispute-mediation-record',
    ...whole,
    template: 'J5',
    matter: { id: ID, type: 'neighbour', parties: SHOWN, host: '李建国', session: SESSION },
  },
  {
    name: 'dispute-agreement',
    ...whole,
    reason: { code: 'other', note: '双方到场签字' },
    template: 'J6',
    matter: {
      id: ID,
      parties: [ADULT, { ...MINOR, name: MINOR_IN_FULL }],
      host: '李建国',
      heldOn: SESSION.heldOn,
      place: SESSION.place,
      present: SESSION.present,
      happenedOn: '2026-11-20',
      happenedAt: '示例市演示区青禾镇青禾苑3栋2单元601',
      agreedOn: '2026-11-22',
      facts: STORY,
      terms: TERMS,
      performBy: '2026-12-06',
      manner: '赔偿款以现金当面给付，李欣出具收条。',
    },
  },
  {
    name: 'dispute-joint-application',
    ...whole,
    template: 'J7',
    matter: {
      id: ID,
      parties: SHOWN,
      happenedOn: '2026-11-20',
      happenedAt: '示例市演示区青禾镇青禾苑3栋2单元601',
      settled: {
        kind: 'self-settlement',
        agreedOn: '2026-11-22',
        facts: STORY,
        terms: TERMS,
        performedOn: '2026-11-23',
      },
    },
  },
  {
    name: 'dispute-follow-up',
    ...whole,
    template: 'J8',
    matter: {
      id: ID,
      type: 'neighbour',
      parties: SHOWN,
      result: 'settled-written',
      toldOn: '2026-11-08',
      visits: [
        {
          ordinal: 1,
          dueOn: '2026-11-23',
          doneOn: '2026-11-23',
          how: 'visit',
          finding: 'holds',
          satisfied: 'yes',
          note: '双方均表示没有新的矛盾，赔偿款已经给付。',
          doneBy: '王芳',
        },
        {
          ordinal: 2,
          dueOn: '2027-02-06',
          doneOn: null,
          how: null,
          finding: null,
          satisfied: 'not-asked',
          note: '',
          doneBy: null,
        },
      ],
    },
  },
  { name: 'violence-rights', ...plain, template: 'J9' },
  { name: 'dispute-figures', ...imprint, template: 'J10', figures: figures('office') },
] as const satisfies readonly DisputePaper[];

export const PUBLIC_FIGURES = {
  name: 'dispute-figures',
  ...imprint,
  template: 'J10',
  figures: figures('public'),
} as const satisfies DisputePaper;

/** One of each for a power cut. */
export const BLANK_PAPERS = [
  { name: 'dispute-acceptance', ...blank, template: 'J1', matter: null },
  { name: 'dispute-rights', ...blank, template: 'J2', matter: null },
  { name: 'dispute-court-notice', ...blank, template: 'J3', matter: null },
  { name: 'dispute-referral', ...blank, template: 'J4', matter: null },
  { name: 'dispute-mediation-record', ...blank, template: 'J5', matter: null },
  { name: 'dispute-agreement', ...blank, template: 'J6', matter: null },
  { name: 'dispute-joint-application', ...blank, template: 'J7', matter: null },
  { name: 'dispute-follow-up', ...blank, template: 'J8', matter: null },
  { name: 'violence-rights', ...blank, template: 'J9' },
] as const satisfies readonly DisputePaper[];
