/** Codes of a matter in the words that stand on 查阅答复. */
import type {
  BodyOutcome,
  DisputeBody,
  DisputeResult,
  DisputeSource,
  DisputeType,
  Level,
} from '#shared/ledgers/disputes/codes.ts';
import type { SESSION_OUTCOMES } from '#shared/ledgers/disputes/deeds.ts';
import type { REPRESENTATIVES, Side } from '#shared/ledgers/disputes/parties.ts';
import type { REACHED_HOW } from '#shared/ledgers/disputes/records.ts';
import type { Stage } from '#shared/ledgers/disputes/stages.ts';
import type { Sex } from '#shared/ledgers/population/residents.ts';
import type { SATISFACTION } from '#shared/ledgers/visitors.ts';

type Word<Code extends string> = Readonly<Record<Code, string>>;

export const TYPE_WORDS: Word<DisputeType> = {
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
};

export const SOURCE_WORDS: Word<DisputeSource> = {
  party: '当事人求助',
  found: '走访发现',
  visit: '窗口来访',
  call: '来电转入',
  'handed-over': '其他单位转来',
};

export const LEVEL_WORDS: Word<Level> = {
  grid: '网格',
  community: '村居',
  town: '镇街',
  station: '派出所',
  judicial: '司法途径',
};

/** Of domestic violence nothing stands on this paper. */
export const STAGE_WORDS: Word<Exclude<Stage, `violence${string}`>> = {
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
};

export const RESULT_WORDS: Word<DisputeResult> = {
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
};

export const BODY_WORDS: Word<DisputeBody> = {
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
};

export const BODY_OUTCOME_WORDS: Word<BodyOutcome> = {
  settled: '已化解',
  'not-settled': '未化解',
  returned: '退回',
};

export const SESSION_WORDS: Word<(typeof SESSION_OUTCOMES)[number]> = {
  agreed: '达成协议',
  'once-more': '再次调解',
  failed: '未达成协议',
};

export const HOW_WORDS: Word<(typeof REACHED_HOW)[number]> = { visit: '上门', phone: '电话', desk: '窗口' };

export const REPRESENTATIVE_WORDS: Word<(typeof REPRESENTATIVES)[number]> = {
  guardian: '监护人',
  agent: '委托代理人',
  delegate: '代表人',
};

export const SIDE_WORDS: Word<Side> = { a: '甲方', b: '乙方', c: '丙方', d: '丁方' };

export const SATISFIED_WORDS: Word<(typeof SATISFACTION)[number]> = {
  'not-asked': '未询问',
  yes: '满意',
  no: '不满意',
};

export const SEX_WORDS: Word<Sex> = { '0': '未知', '1': '男', '2': '女', '9': '未说明' };
