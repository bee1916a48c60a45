/** Papers of 依法登记事项, 关爱服务 and 权利请求 as the office puts them together, to be drawn: long, hard, and blank. */
import type {
  CareConsentPaper,
  DutySlip,
  EndNotice,
  HeldDataPaper,
  PersonPaper,
  RightsReplyPaper,
} from '#shared/contract/key-persons/papers.ts';
import { DUTY_KINDS } from '#shared/ledgers/statutory/categories.ts';
import { REFUSAL_GROUNDS } from '#shared/ledgers/rights/requests.ts';

export const OFFICE_ADDRESS = '示例市演示区青禾镇胜利路12号';
const imprint = {
  officeName: '胜利社区警务室',
  stationName: '青禾镇派出所',
  phone: '0833-0123456',
  address: OFFICE_ADDRESS,
  printedBy: '李建国',
  printedOn: '2026-11-23',
  printedAt: '09:12',
  template: 'R1',
};

export const NUMBER = '07-000321';
/** Long, and of another people: it has to fit where a name stands. */
export const HARD_NAME = '阿卜杜热合曼·买买提伊力哈木';

export const SLIPS: readonly DutySlip[] = DUTY_KINDS.map((kind) => ({
  name: 'duty-slip',
  ...imprint,
  duty: { number: NUMBER, person: HARD_NAME, kind, dueOn: '2026-11-30', officer: '李建国' },
}));

export const END_NOTICE_PAPERS: readonly EndNotice[] = (['SM03', 'SM05', 'SM06'] as const).map(
  (category) => ({
    name: 'end-notice',
    ...imprint,
    notice: {
      number: NUMBER,
      person: HARD_NAME,
      category,
      issuer: '示例市演示区人民法院',
      documentNumber: '（2023）示0101刑初1234号',
      startsOn: '2023-11-23',
      endsOn: '2026-11-23',
    },
  }),
);

const CARE: CareConsentPaper = {
  name: 'care-consent',
  ...imprint,
  care: {
    person: HARD_NAME,
    category: 'CA01',
    help: 'look-in',
    contact: 'family',
    contactName: '周强',
    contactPhone: '15400007712',
    deskLine: true,
  },
};

const fact = (label: string, value: string) => ({ label, value });
const RESIDENT = [
  fact('姓名', HARD_NAME),
  fact('公民身份号码', '519901199104010017'),
  fact('出生日期', '1991-04-01'),
  fact('联系电话', '15400007712'),
  fact('居住地址', '示例市演示区青禾镇胜利社区青禾苑小区3栋2单元501室'),
  fact('居住类型', '常住'),
];

/** Of somebody who came often. */
const VISITS = Array.from({ length: 40 }, (_, at) => [
  fact('来访时间', `2026-0${(at % 9) + 1}-11 09:30`),
  fact('事由', '户籍居住'),
  fact('内容', '询问居住证到期后怎样续签，需要带哪些材料，本人可否委托家人来办'),
]);

export const HELD: HeldDataPaper = {
  name: 'held-data',
  ...imprint,
  request: { number: NUMBER, person: HARD_NAME, receivedOn: '2026-11-09' },
  sections: [
    { ledger: '人口台账', basis: '《户口登记条例》第3、4条', keeps: '迁出后 12 个月', records: [RESIDENT] },
    { ledger: '来访登记', basis: '《人民警察法》第21条', keeps: '12 个月', records: VISITS },
    { ledger: '矛盾纠纷', basis: '《人民警察法》第21条', keeps: '归档后 3 年', records: [] },
  ],
};

export const NOTHING: HeldDataPaper = { ...HELD, sections: [] };

export const REPLIES: readonly RightsReplyPaper[] = [null, ...REFUSAL_GROUNDS].map((ground) => ({
  name: 'rights-reply',
  ...imprint,
  reply: {
    number: NUMBER,
    person: HARD_NAME,
    kind: 'delete',
    receivedOn: '2026-11-02',
    answeredOn: '2026-11-23',
    outcome: ground === null ? 'granted' : 'partly',
    ground,
    answer: '已删除来访登记中的联系电话。\n户口登记的信息在居住期间须依法保存，期满后自动删除。'.repeat(2),
  },
}));

export const FILLED: readonly PersonPaper[] = [
  ...SLIPS.slice(0, 1),
  ...END_NOTICE_PAPERS,
  CARE,
  { ...CARE, care: CARE.care && { ...CARE.care, deskLine: false } },
  HELD,
  NOTHING,
  ...REPLIES,
];

export const BLANK: readonly PersonPaper[] = [
  { name: 'duty-slip', ...imprint, duty: null },
  { name: 'end-notice', ...imprint, notice: null },
  { ...CARE, care: null },
  { name: 'rights-reply', ...imprint, reply: null },
];
