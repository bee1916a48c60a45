/** Words that every screen of the disputes needs: its codes, its fields, its rules, what is due. */
import type { DisputeRow } from '#shared/contract/disputes/disputes.ts';
import type {
  AGREEMENT_FORMS,
  AgreementKind,
  FOLLOW_UP_FINDINGS,
  REACHED_HOW,
} from '#shared/ledgers/disputes/records.ts';
import type {
  BodyOutcome,
  BodyPart,
  DisputeBody,
  DisputeResult,
  DisputeSource,
  DisputeType,
  Level,
  Route,
} from '#shared/ledgers/disputes/codes.ts';
import type { SessionOutcome } from '#shared/ledgers/disputes/deeds.ts';
import type { Intake } from '#shared/ledgers/disputes/intake.ts';
import type { Party, REPRESENTATIVES, Side } from '#shared/ledgers/disputes/parties.ts';
import type {
  ForkReason,
  INJURIES,
  MediationExclusion,
  Nature,
  Question,
} from '#shared/ledgers/disputes/questions.ts';
import type { AgeMark, NextStep, Stage } from '#shared/ledgers/disputes/stages.ts';
import type { SATISFACTION } from '#shared/ledgers/visitors.ts';
import type { Words } from '#renderer/ui/words.ts';

type Word<Code extends string | number> = Readonly<Record<Code, string>>;

/** Everything of a matter that a person is shown by its name. */
export type DisputeField =
  | Exclude<keyof Intake, 'addressId' | 'answers'>
  | Question
  | Extract<
      keyof DisputeRow,
      | 'id'
      | 'receivedAt'
      | 'parties'
      | 'route'
      | 'stage'
      | 'next'
      | 'owner'
      | 'dueOn'
      | 'result'
      | 'archivedOn'
    >
  | 'age'
  | 'waitingFor'
  | 'policeGrid'
  | 'receipt'
  | 'toldOn'
  | 'toldHow'
  | 'satisfied'
  | 'retainUntil'
  | 'legalBasis';

export type PartyField = Exclude<keyof Party, 'residentId'>;

const types = {
  neighbour: '邻里',
  family: '婚姻家庭',
  damages: '损害赔偿',
  'property-services': '物业服务',
  consumer: '消费',
  labour: '劳动争议',
  contract: '合同',
  'housing-land': '房屋宅基地',
  traffic: '道路交通',
  other: '其他',
  'forest-land': '山林土地',
  expropriation: '征地拆迁',
  medical: '医疗',
  business: '生产经营',
  'village-affairs': '村务管理',
  environment: '环境污染',
} as const satisfies Word<DisputeType>;

const sources = {
  party: '当事人求助',
  found: '走访发现',
  visit: '窗口来访',
  call: '来电转入',
  'handed-over': '其他单位转来',
} as const satisfies Word<DisputeSource>;

const levels = {
  grid: '网格',
  community: '村居',
  town: '镇街',
  station: '派出所',
  judicial: '司法途径',
} as const satisfies Word<Level>;

const routes = {
  'people-mediation': '人民调解',
  court: '告知起诉',
  'other-body': '转其他单位',
  'police-mediation': '治安调解',
  recognition: '认可和解',
  transfer: '移交派出所',
  'domestic-violence': '家庭暴力处置',
} as const satisfies Word<Route>;

const results = {
  'settled-written': '调解成功并履行',
  'settled-by-body': '其他单位化解',
  'settled-themselves': '自行和解',
  recognised: '和解获认可',
  court: '告知起诉',
  'to-station': '派出所办理',
  'mediation-failed': '调解未成，派出所办理',
  'not-performed': '未履行，派出所办理',
  'not-settled': '其他单位未化解',
  withdrawn: '当事人撤回',
} as const satisfies Word<DisputeResult>;

const bodies = {
  'mediation-committee': '人民调解委员会',
  'community-committee': '村（居）委会',
  'property-company': '物业公司',
  'judicial-office': '司法所',
  town: '乡镇政府（街道）',
  'urban-management': '城管',
  'market-regulation': '市场监管',
  'labour-arbitration': '劳动仲裁',
  'traffic-police': '交警',
  'emergency-management': '应急管理',
  'civil-affairs': '民政',
  'womens-federation': '妇联',
  health: '卫生健康',
  'legal-aid': '法律援助',
  other: '其他单位',
} as const satisfies Word<DisputeBody>;

const stages = {
  received: '待定去向',
  referred: '等待答复',
  'police-mediation': '治安调解',
  'second-mediation': '再次调解',
  performing: '履行中',
  recognition: '待认可',
  'at-station': '已移交派出所',
  telling: '待告知',
  'fed-back': '已反馈',
  archived: '已归档',
  violence: '家庭暴力处置',
  'violence-handed': '家庭暴力已移交',
  'violence-ended': '家庭暴力处置完毕',
} as const satisfies Word<Stage>;

const steps = {
  'choose-way': '选定去向',
  'record-answer': '登记答复',
  mediate: '组织调解',
  'mediate-again': '再次调解',
  'confirm-performance': '确认履行',
  'decide-recognition': '决定是否认可',
  'get-receipt': '登记派出所接收',
  'tell-parties': '告知当事人',
  'follow-up-or-archive': '回访或归档',
  'hand-over-violence': '移交派出所',
  'tell-victim': '告知受害人权利',
} as const satisfies Word<NextStep>;

const fields = {
  id: '编号',
  receivedAt: '受理时间',
  type: '类型',
  raisedBy: '来源',
  place: '地点',
  happenedOn: '发生日期',
  summary: '事由经过',
  demands: '诉求',
  amount: '争议金额',
  level: '化解层级',
  officer: '责任民警',
  gridWorker: '网格员',
  danger: '正在发生危险',
  injury: '有人被打伤',
  weapon: '用过或亮过器械',
  violence: '家庭成员或共同生活的人之间',
  minor: '有未成年人',
  nature: '性质',
  parties: '当事人',
  route: '去向',
  stage: '状态',
  next: '下一步',
  owner: '负责人',
  dueOn: '期限',
  result: '结果',
  archivedOn: '归档日期',
  age: '已过',
  waitingFor: '等待单位',
  policeGrid: '警格',
  receipt: '派出所接收编号',
  toldOn: '告知日期',
  toldHow: '告知方式',
  satisfied: '是否满意',
  retainUntil: '保存到',
  legalBasis: '法律依据',
} as const satisfies Word<DisputeField>;

const partyFields = {
  side: '一方',
  name: '姓名',
  sex: '性别',
  age: '年龄',
  minor: '未满 18 岁',
  phone: '联系电话',
  address: '住址',
  representative: '由谁代为参加',
  representativeName: '代为参加的人',
  representativePhone: '代为参加的人的电话',
} as const satisfies Word<PartyField>;

export const zh = {
  title: '矛盾纠纷',
  ledger: '矛盾纠纷台账',
  yes: '是',
  no: '否',
  none: '（无）',
  comma: '、',
  yuan: '{{amount}} 元',
  years: '{{age}} 岁',
  commands: {
    register: '纠纷登记',
    figures: '纠纷统计',
    refresh: '刷新列表',
  },
  types,
  sources,
  levels,
  routes,
  results,
  bodies,
  stages,
  steps,
  fields,
  partyFields,
  injuries: { none: '没有', slight: '轻微', serious: '轻伤以上' } as const satisfies Word<
    (typeof INJURIES)[number]
  >,
  natures: { civil: '民事', 'public-order': '违反治安管理' } as const satisfies Word<Nature>,
  forks: {
    violence: '家庭暴力不按纠纷登记：保存后转民警处置，办理中只有民警能看到。',
    danger: '有人正处于危险中：请先拨打 110，再登记。保存后移交派出所。',
    'serious-injury': '伤情可能构成轻伤以上：不能调解，移交派出所办案。',
    weapon: '用过或亮过器械：不能调解，移交派出所办案。',
    'public-order': '违反治安管理：可以治安调解、认可和解，或移交派出所。只能由民警办理。',
    civil: '民事纠纷：引导人民调解，告知可以起诉，或转主管单位。公安机关不作调解处理。',
  } as const satisfies Word<ForkReason>,
  exclusions: {
    'hired-violence': '雇凶伤害他人',
    'gang-fight': '结伙斗殴或其他寻衅滋事',
    repeated: '多次实施违反治安管理行为',
    unwilling: '当事人明确表示不愿调解',
    'again-during': '调解过程中又挑起事端',
    fled: '一方逃跑或下落不明',
    unsuitable: '其他不宜调解的情形',
  } as const satisfies Word<MediationExclusion>,
  sides: { a: '甲方', b: '乙方', c: '丙方', d: '丁方' } as const satisfies Word<Side>,
  sexes: { '0': '未知', '1': '男', '2': '女', '9': '未说明' },
  representatives: {
    guardian: '监护人',
    agent: '委托代理人',
    delegate: '代表人',
  } as const satisfies Word<(typeof REPRESENTATIVES)[number]>,
  parts: { referred: '转交办理', joint: '联合调解' } as const satisfies Word<BodyPart>,
  outcomes: {
    settled: '已化解',
    'not-settled': '未化解',
    returned: '退回',
  } as const satisfies Word<BodyOutcome>,
  sessionOutcomes: {
    agreed: '达成协议',
    'once-more': '未达成，可再调解一次',
    failed: '未达成',
  } as const satisfies Word<SessionOutcome>,
  agreementKinds: {
    'police-mediation': '治安调解协议',
    'people-mediation': '人民调解协议',
    'self-settlement': '自行和解协议',
  } as const satisfies Word<AgreementKind>,
  agreementForms: { written: '书面', oral: '口头' } as const satisfies Word<(typeof AGREEMENT_FORMS)[number]>,
  how: { visit: '上门', phone: '电话', desk: '当面' } as const satisfies Word<(typeof REACHED_HOW)[number]>,
  findings: {
    holds: '已履行且稳定',
    'under-way': '履行中',
    'not-kept': '没有履行',
    again: '又起纠纷',
    'not-reached': '找不到当事人',
  } as const satisfies Word<(typeof FOLLOW_UP_FINDINGS)[number]>,
  satisfaction: { 'not-asked': '未询问', yes: '满意', no: '不满意' } as const satisfies Word<
    (typeof SATISFACTION)[number]
  >,
  ages: {
    d3: '满 3 天',
    d7: '满 7 天',
    d15: '满 15 天',
    d30: '满 30 天',
  } as const satisfies Word<`d${AgeMark}`>,
  ageDays: '{{days}} 天',
  due: {
    overdue: '逾期 {{days}} 天',
    today: '今天到期',
    tomorrow: '明天到期',
    ahead: '还有 {{days}} 天',
  },
} as const;

export const en: Words<typeof zh> = {
  title: 'Disputes',
  ledger: 'Disputes ledger',
  yes: 'Yes',
  no: 'No',
  none: '(none)',
  comma: ', ',
  yuan: '{{amount}} yuan',
  years: '{{age}}',
  commands: { register: 'Register a dispute', figures: 'Figures of disputes', refresh: 'Refresh the list' },
  types: {
    neighbour: 'Neighbours',
    family: 'Family',
    damages: 'Damages',
    'property-services': 'Property service',
    consumer: 'Consumer',
    labour: 'Labour',
    contract: 'Contract',
    'housing-land': 'House, land',
    traffic: 'Traffic',
    other: 'Other',
    'forest-land': 'Forest land',
    expropriation: 'Expropriation',
    medical: 'Medical',
    business: 'Business',
    'village-affairs': 'Village affairs',
    environment: 'Environment',
  },
  sources: {
    party: 'A party asks',
    found: 'Found by the office',
    visit: 'Visit to the desk',
    call: 'Call passed on',
    'handed-over': 'Handed over',
  },
  levels: {
    grid: 'Grid',
    community: 'Community',
    town: 'Town',
    station: 'Station',
    judicial: 'Courts',
  },
  routes: {
    'people-mediation': "People's mediation",
    court: 'Court advised',
    'other-body': 'Another body',
    'police-mediation': 'Police mediation',
    recognition: 'Recognition',
    transfer: 'To the station',
    'domestic-violence': 'Domestic violence',
  },
  results: {
    'settled-written': 'Agreed and performed',
    'settled-by-body': 'Settled by a body',
    'settled-themselves': 'Settled themselves',
    recognised: 'Settlement recognised',
    court: 'Court advised',
    'to-station': 'With the station',
    'mediation-failed': 'No agreement; station',
    'not-performed': 'Not performed; station',
    'not-settled': 'Not settled by the body',
    withdrawn: 'Withdrawn',
  },
  bodies: {
    'mediation-committee': 'Mediation committee',
    'community-committee': 'Village or community',
    'property-company': 'Property company',
    'judicial-office': 'Judicial office',
    town: 'Town or subdistrict',
    'urban-management': 'Urban management',
    'market-regulation': 'Market regulation',
    'labour-arbitration': 'Labour arbitration',
    'traffic-police': 'Traffic police',
    'emergency-management': 'Emergency management',
    'civil-affairs': 'Civil affairs',
    'womens-federation': "Women's federation",
    health: 'Health',
    'legal-aid': 'Legal aid',
    other: 'Another body',
  },
  stages: {
    received: 'Way to choose',
    referred: 'Waiting',
    'police-mediation': 'Mediation',
    'second-mediation': 'Mediate again',
    performing: 'Performing',
    recognition: 'To recognise',
    'at-station': 'At the station',
    telling: 'Tell parties',
    'fed-back': 'Parties told',
    archived: 'Archived',
    violence: 'Violence',
    'violence-handed': 'Handed over',
    'violence-ended': 'Violence ended',
  },
  steps: {
    'choose-way': 'Choose the way',
    'record-answer': 'Note the answer',
    mediate: 'Mediate',
    'mediate-again': 'Mediate again',
    'confirm-performance': 'Confirm performance',
    'decide-recognition': 'Decide on recognition',
    'get-receipt': 'Note the receipt',
    'tell-parties': 'Tell the parties',
    'follow-up-or-archive': 'Follow up or file',
    'hand-over-violence': 'Hand over',
    'tell-victim': 'Tell the victim',
  },
  fields: {
    id: 'Number',
    receivedAt: 'Received',
    type: 'Type',
    raisedBy: 'Raised by',
    place: 'Place',
    happenedOn: 'Happened on',
    summary: 'What happened',
    demands: 'Demands',
    amount: 'Amount in dispute',
    level: 'Level',
    officer: 'Officer in charge',
    gridWorker: 'Grid worker',
    danger: 'Somebody in danger now',
    injury: "Hurt by another's hand",
    weapon: 'A weapon used or shown',
    violence: 'Among family or people living together',
    minor: 'A party is a minor',
    nature: 'Nature',
    parties: 'Parties',
    route: 'Way',
    stage: 'State',
    next: 'Next step',
    owner: 'Owner',
    dueOn: 'Due',
    result: 'Result',
    archivedOn: 'Archived on',
    age: 'Age',
    waitingFor: 'Waiting for',
    policeGrid: 'Police grid',
    receipt: "Station's receipt",
    toldOn: 'Told on',
    toldHow: 'Told how',
    satisfied: 'Satisfied',
    retainUntil: 'Kept until',
    legalBasis: 'Legal basis',
  },
  partyFields: {
    side: 'Side',
    name: 'Name',
    sex: 'Sex',
    age: 'Age',
    minor: 'Under 18',
    phone: 'Phone',
    address: 'Address',
    representative: 'Represented by',
    representativeName: 'Name of who represents',
    representativePhone: 'Phone of who represents',
  },
  injuries: { none: 'None', slight: 'Slight', serious: 'More than slight' },
  natures: { civil: 'Civil', 'public-order': 'Public order' },
  forks: {
    violence:
      'Domestic violence is not registered as a dispute: once saved, an officer handles it and only officers see it.',
    danger: 'Somebody is in danger: call 110 first, then register. Once saved it goes to the station.',
    'serious-injury': 'The injury may be more than slight: no mediation; it goes to the station.',
    weapon: 'A weapon was used or shown: no mediation; it goes to the station.',
    'public-order':
      'Public order: police mediation, recognition of a settlement, or the station. An officer handles it.',
    civil:
      "Civil: people's mediation, advice on the court, or the body in charge. The police do not mediate.",
  },
  exclusions: {
    'hired-violence': 'Somebody was hired to hurt',
    'gang-fight': 'A gang fight or picking quarrels',
    repeated: 'Repeated breaches of public order',
    unwilling: 'A party will not be mediated',
    'again-during': 'New trouble during the mediation',
    fled: 'A party fled or cannot be found',
    unsuitable: 'Unsuitable for another reason',
  },
  sides: { a: 'Party A', b: 'Party B', c: 'Party C', d: 'Party D' },
  sexes: { '0': 'Unknown', '1': 'Male', '2': 'Female', '9': 'Not said' },
  representatives: { guardian: 'Guardian', agent: 'Agent', delegate: 'Delegate' },
  parts: { referred: 'Referred', joint: 'At the table' },
  outcomes: { settled: 'Settled', 'not-settled': 'Not settled', returned: 'Returned' },
  sessionOutcomes: { agreed: 'Agreement', 'once-more': 'None yet; once more', failed: 'No agreement' },
  agreementKinds: {
    'police-mediation': 'Police mediation agreement',
    'people-mediation': "People's mediation agreement",
    'self-settlement': 'Own settlement',
  },
  agreementForms: { written: 'Written', oral: 'Oral' },
  how: { visit: 'At their door', phone: 'By phone', desk: 'At the desk' },
  findings: {
    holds: 'Kept and stable',
    'under-way': 'Being performed',
    'not-kept': 'Not kept',
    again: 'A new quarrel',
    'not-reached': 'Not reached',
  },
  satisfaction: { 'not-asked': 'Not asked', yes: 'Satisfied', no: 'Not satisfied' },
  ages: { d3: '3+ days', d7: '7+ days', d15: '15+ days', d30: '30+ days' },
  ageDays: '{{days}} d',
  due: {
    overdue: '{{days}} d overdue',
    today: 'due today',
    tomorrow: 'due tomorrow',
    ahead: 'in {{days}} d',
  },
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    disputes: typeof zh;
  }
}
