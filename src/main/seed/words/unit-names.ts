/** What units are called, by what they are. */
import type { SmallPlace, UnitType } from '#shared/ledgers/population/units.ts';
import type { Weighted } from '#main/seed/random.ts';

export interface UnitWords {
  readonly type: UnitType;
  readonly smallPlace: SmallPlace | null;
  readonly names: readonly string[];
  readonly hours: readonly string[];
  /** First two characters of the credit code: who registers such a body. */
  readonly body: string;
}

const SHOP_HOURS = ['8:00—22:00', '7:30—21:00', '9:00—21:30', '全天'] as const;
const OFFICE_HOURS = ['周一至周五 9:00—17:30', '8:30—18:00'] as const;

function small(
  smallPlace: SmallPlace,
  type: UnitType,
  names: readonly string[],
  hours: readonly string[] = SHOP_HOURS,
): UnitWords {
  return { type, smallPlace, names, hours, body: '92' };
}

export const SMALL_PLACES_SEEN: readonly Weighted<UnitWords>[] = [
  [small('shop', 'shop', ['便利店', '副食店', '水果店', '五金店', '文具店', '粮油店']), 40],
  [small('restaurant', 'shop', ['面馆', '火锅店', '小吃店', '豆花饭店', '烧烤店']), 25],
  [small('beauty', 'shop', ['理发店', '美容院', '养生馆']), 10],
  [small('workshop', 'company', ['汽修厂', '门窗加工部', '家具作坊']), 7],
  [small('clinic', 'hospital', ['诊所', '口腔门诊部', '中医馆']), 5],
  [small('hotel', 'hotel', ['旅馆', '宾馆', '客栈'], ['全天']), 5],
  [small('school', 'school', ['幼儿园', '托管中心', '培训学校']), 4],
  [small('internet-cafe', 'entertainment', ['网吧', '网咖']), 2],
  [small('entertainment', 'entertainment', ['茶楼', '棋牌室', '歌厅']), 2],
];

export const OTHER_UNITS: readonly Weighted<UnitWords>[] = [
  [
    {
      type: 'company',
      smallPlace: null,
      names: ['商贸有限公司', '装饰有限公司', '物业服务部', '物流站'],
      hours: OFFICE_HOURS,
      body: '91',
    },
    45,
  ],
  [
    {
      type: 'shop',
      smallPlace: null,
      names: ['超市', '药房', '家电卖场', '建材经营部'],
      hours: SHOP_HOURS,
      body: '92',
    },
    40,
  ],
  [
    {
      type: 'association',
      smallPlace: null,
      names: ['老年协会', '志愿服务队', '商会'],
      hours: OFFICE_HOURS,
      body: '51',
    },
    7,
  ],
  [
    {
      type: 'government',
      smallPlace: null,
      names: ['便民服务站', '司法服务点'],
      hours: OFFICE_HOURS,
      body: '11',
    },
    4,
  ],
  [{ type: 'other', smallPlace: null, names: ['停车场', '仓库'], hours: ['全天'], body: '91' }, 4],
];

/** Confirmed by the government as key units of internal security. */
export const KEY_UNITS: readonly Weighted<UnitWords>[] = [
  [{ type: 'bank', smallPlace: null, names: ['储蓄所', '信用社'], hours: OFFICE_HOURS, body: '91' }, 30],
  [
    {
      type: 'school',
      smallPlace: null,
      names: ['小学', '中学', '中心幼儿园'],
      hours: OFFICE_HOURS,
      body: '12',
    },
    30,
  ],
  [{ type: 'hospital', smallPlace: null, names: ['卫生院', '医院'], hours: ['全天'], body: '12' }, 15],
  [
    {
      type: 'company',
      smallPlace: null,
      names: ['自来水厂', '加油站', '供电所'],
      hours: ['全天'],
      body: '91',
    },
    25,
  ],
];

const WORDS =
  '惠民 福满 鑫源 天成 顺发 宏达 佳美 润康 万家 乐佳 众信 金穗 同心 聚贤 吉祥 家和 新世纪 锦程 百味 馨悦 和顺 兴旺 永盛 三江'.split(
    ' ',
  );

/** Where it is and a word of good luck. */
export function unitStem(settlement: string, serial: number): string {
  return `${settlement}${WORDS[serial % WORDS.length] ?? ''}`;
}
