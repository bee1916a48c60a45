/** 与户主关系: the two-digit table of GB/T 4761-2008, and the words people write instead of it. */
import type { Sex } from '#shared/kernel/citizen-number.ts';
import { isPlain } from '#shared/kernel/text-input.ts';

/** The edition of 2008 dropped 03 (head of a small collective household) and 98 (housekeeper); they stay unused. */
export const RELATIONS = [
  { code: '01', zh: '本人', en: 'self' },
  { code: '02', zh: '户主', en: 'head of household' },
  { code: '10', zh: '配偶', en: 'spouse' },
  { code: '11', zh: '夫', en: 'husband' },
  { code: '12', zh: '妻', en: 'wife' },
  { code: '20', zh: '子', en: 'son' },
  { code: '21', zh: '独生子', en: 'only son' },
  { code: '22', zh: '长子', en: 'eldest son' },
  { code: '23', zh: '次子', en: 'second son' },
  { code: '24', zh: '三子', en: 'third son' },
  { code: '25', zh: '四子', en: 'fourth son' },
  { code: '26', zh: '五子', en: 'fifth son' },
  { code: '27', zh: '养子或继子', en: 'adopted son or stepson' },
  { code: '28', zh: '女婿', en: 'son-in-law' },
  { code: '29', zh: '其他儿子', en: 'other son' },
  { code: '30', zh: '女', en: 'daughter' },
  { code: '31', zh: '独生女', en: 'only daughter' },
  { code: '32', zh: '长女', en: 'eldest daughter' },
  { code: '33', zh: '次女', en: 'second daughter' },
  { code: '34', zh: '三女', en: 'third daughter' },
  { code: '35', zh: '四女', en: 'fourth daughter' },
  { code: '36', zh: '五女', en: 'fifth daughter' },
  { code: '37', zh: '养女或继女', en: 'adopted daughter or stepdaughter' },
  { code: '38', zh: '儿媳', en: 'daughter-in-law' },
  { code: '39', zh: '其他女儿', en: 'other daughter' },
  { code: '40', zh: '孙子、孙女或外孙子、外孙女', en: 'grandchild' },
  { code: '41', zh: '孙子', en: 'son’s son' },
  { code: '42', zh: '孙女', en: 'son’s daughter' },
  { code: '43', zh: '外孙子', en: 'daughter’s son' },
  { code: '44', zh: '外孙女', en: 'daughter’s daughter' },
  { code: '45', zh: '孙媳妇或外孙媳妇', en: 'grandson’s wife' },
  { code: '46', zh: '孙女婿或外孙女婿', en: 'granddaughter’s husband' },
  { code: '47', zh: '曾孙子或外曾孙子', en: 'great-grandson' },
  { code: '48', zh: '曾孙女或外曾孙女', en: 'great-granddaughter' },
  { code: '49', zh: '其他孙子、孙女或外孙子、外孙女', en: 'other grandchild' },
  { code: '50', zh: '父母', en: 'parent' },
  { code: '51', zh: '父亲', en: 'father' },
  { code: '52', zh: '母亲', en: 'mother' },
  { code: '53', zh: '公公', en: 'husband’s father' },
  { code: '54', zh: '婆婆', en: 'husband’s mother' },
  { code: '55', zh: '岳父', en: 'wife’s father' },
  { code: '56', zh: '岳母', en: 'wife’s mother' },
  { code: '57', zh: '继父或养父', en: 'stepfather or adoptive father' },
  { code: '58', zh: '继母或养母', en: 'stepmother or adoptive mother' },
  { code: '59', zh: '其他父母关系', en: 'other parent' },
  { code: '60', zh: '祖父母或外祖父母', en: 'grandparent' },
  { code: '61', zh: '祖父', en: 'father’s father' },
  { code: '62', zh: '祖母', en: 'father’s mother' },
  { code: '63', zh: '外祖父', en: 'mother’s father' },
  { code: '64', zh: '外祖母', en: 'mother’s mother' },
  { code: '65', zh: '配偶的祖父母或外祖父母', en: 'spouse’s grandparent' },
  { code: '66', zh: '曾祖父', en: 'great-grandfather' },
  { code: '67', zh: '曾祖母', en: 'great-grandmother' },
  { code: '68', zh: '配偶的曾祖父母或外曾祖父母', en: 'spouse’s great-grandparent' },
  { code: '69', zh: '其他祖父母或外祖父母关系', en: 'other grandparent' },
  { code: '70', zh: '兄弟姐妹', en: 'brother or sister' },
  { code: '71', zh: '兄', en: 'elder brother' },
  { code: '72', zh: '嫂', en: 'elder brother’s wife' },
  { code: '73', zh: '弟', en: 'younger brother' },
  { code: '74', zh: '弟媳', en: 'younger brother’s wife' },
  { code: '75', zh: '姐姐', en: 'elder sister' },
  { code: '76', zh: '姐夫', en: 'elder sister’s husband' },
  { code: '77', zh: '妹妹', en: 'younger sister' },
  { code: '78', zh: '妹夫', en: 'younger sister’s husband' },
  { code: '79', zh: '其他兄弟姐妹', en: 'other brother or sister' },
  { code: '80', zh: '其他', en: 'other' },
  { code: '81', zh: '伯父', en: 'father’s elder brother' },
  { code: '82', zh: '伯母', en: 'wife of father’s elder brother' },
  { code: '83', zh: '叔父', en: 'father’s younger brother' },
  { code: '84', zh: '婶母', en: 'wife of father’s younger brother' },
  { code: '85', zh: '舅父', en: 'mother’s brother' },
  { code: '86', zh: '舅母', en: 'wife of mother’s brother' },
  { code: '87', zh: '姨父', en: 'husband of mother’s sister' },
  { code: '88', zh: '姨母', en: 'mother’s sister' },
  { code: '89', zh: '姑父', en: 'husband of father’s sister' },
  { code: '90', zh: '姑母', en: 'father’s sister' },
  { code: '91', zh: '堂兄弟、堂姐妹', en: 'cousin of the same surname' },
  { code: '92', zh: '表兄弟、表姐妹', en: 'cousin of another surname' },
  { code: '93', zh: '侄子', en: 'brother’s son' },
  { code: '94', zh: '侄女', en: 'brother’s daughter' },
  { code: '95', zh: '外甥', en: 'sister’s son' },
  { code: '96', zh: '外甥女', en: 'sister’s daughter' },
  { code: '97', zh: '其他亲属', en: 'other relative' },
  { code: '99', zh: '非亲属', en: 'not a relative' },
] as const;

export type RelationCode = (typeof RELATIONS)[number]['code'];
export const RELATION_CODES = RELATIONS.map(({ code }) => code) as [RelationCode, ...RelationCode[]];

export interface RelationReading {
  readonly code: RelationCode;
  /** The word says what somebody does with the flat (租客, 房东), not who they are to the head. */
  readonly note: null | 'not-a-relation';
}

/** Only the head, or whoever is written down as the one the others are related to. */
export function mayBeHead(code: RelationCode): boolean {
  return code === '02' || code === '01';
}

/** Words of one meaning. 媳妇 is missing on purpose: a wife in one place, a son's wife in the next. */
const SAYINGS: readonly (readonly [RelationCode, string])[] = [
  ['01', '自己 户主本人 本户'],
  ['11', '丈夫 老公 男人 夫君'],
  ['12', '妻子 老婆 太太 夫人 爱妻 婆娘'],
  ['20', '儿 儿子 小儿子 幺儿 男孩'],
  ['21', '独子 独生儿子'],
  ['22', '大儿子 大儿 大子 长儿 长男'],
  ['23', '二子 二儿子 二儿 次男'],
  ['24', '三儿子 三儿'],
  ['25', '四儿子 四儿'],
  ['26', '五儿子 五儿'],
  ['27', '养子 继子 义子'],
  ['28', '婿 上门女婿'],
  ['29', '六子 七子 六儿子'],
  ['30', '女儿 闺女 小女儿 小女 幺女 女孩'],
  ['31', '独女 独生女儿'],
  ['32', '大女儿 大女 大闺女 长闺女'],
  ['33', '二女 二女儿 二闺女'],
  ['34', '三女儿 三闺女'],
  ['35', '四女儿 四闺女'],
  ['36', '五女儿 五闺女'],
  ['37', '养女 继女 义女'],
  ['38', '儿媳妇 儿妇'],
  ['39', '六女 七女 六女儿'],
  ['41', '孙儿 长孙 次孙 长孙子 亲孙子'],
  ['42', '长孙女 次孙女'],
  ['43', '外孙儿 长外孙'],
  ['45', '孙媳 孙媳妇 外孙媳 外孙媳妇'],
  ['46', '孙女婿 外孙女婿 孙婿'],
  ['47', '曾孙子 重孙子 外曾孙子 重外孙子'],
  ['48', '曾孙女 重孙女 外曾孙女 重外孙女'],
  ['51', '父 爸 爸爸 爹 老爸 老汉'],
  ['52', '母 妈 妈妈 娘 老妈'],
  ['53', '公爹 夫之父'],
  ['54', '婆母 夫之母'],
  ['55', '丈人 老丈人 岳丈 妻之父'],
  ['56', '丈母娘 丈母 岳娘 妻之母'],
  ['57', '继父 养父 后父 后爸'],
  ['58', '继母 养母 后母 后妈'],
  ['61', '爷爷'],
  ['62', '奶奶'],
  ['63', '外公 姥爷 外爷'],
  ['64', '外婆 姥姥 外奶'],
  ['66', '太爷爷 曾祖'],
  ['67', '太奶奶'],
  ['70', '兄弟 姐妹 兄妹 姐弟 姊妹 手足'],
  ['71', '哥 哥哥 兄长 胞兄 长兄'],
  ['72', '嫂子 嫂嫂 兄嫂'],
  ['73', '弟弟 胞弟'],
  ['74', '弟妹 弟媳妇 弟妇'],
  ['75', '姐 姊 姊姊 胞姐'],
  ['76', '姊夫'],
  ['77', '妹 胞妹'],
  ['78', '妹婿'],
  ['81', '伯 伯伯 大伯'],
  ['82', '伯娘'],
  ['83', '叔 叔叔 幺爸'],
  ['84', '婶 婶婶 婶子 婶娘'],
  ['85', '舅 舅舅'],
  ['86', '舅妈 舅娘'],
  ['87', '姨夫 姨丈'],
  ['88', '姨 姨妈 姨娘'],
  ['89', '姑夫 姑丈'],
  ['90', '姑 姑姑 姑妈'],
  ['91', '堂兄 堂哥 堂弟 堂姐 堂妹 堂兄弟 堂姐妹 堂兄妹'],
  ['92', '表兄 表哥 表弟 表姐 表妹 表兄弟 表姐妹 表兄妹'],
  ['93', '侄儿'],
  ['95', '外甥子'],
  [
    '97',
    '亲属 亲戚 其他亲戚 侄孙 侄孙女 侄媳 侄媳妇 侄女婿 外甥媳妇 外甥女婿 亲家 亲家公 亲家母 ' +
      '小叔子 大伯子 大姑子 小姑子 大舅子 小舅子 大姨子 小姨子 内弟 内兄 妻弟 妻妹 妻兄 妻姐 连襟 妯娌',
  ],
  ['99', '无亲属关系 无关系 保姆 月嫂 护工 佣人 家政 雇工 雇员 朋友 友人 同事 同学 工友 邻居'],
];

/** Words that leave the sex open: for a man, for a woman, and where nobody knows (null: ask). */
const OPEN: readonly (readonly [RelationCode, RelationCode, RelationCode | null, string])[] = [
  ['11', '12', '10', '配偶 爱人 对象 老伴 夫妻 夫妇 伴侣 另一半'],
  ['20', '30', null, '子女 孩子 小孩 儿女 子或女'],
  ['27', '37', null, '养子女 继子女'],
  ['41', '42', '40', '孙 孙子女 孙辈'],
  ['43', '44', '43', '外孙'],
  ['43', '44', '40', '外孙子女 外孙辈'],
  ['47', '48', null, '曾孙 重孙 曾孙子女 外曾孙 重外孙'],
  ['51', '52', '50', '父母 双亲'],
  ['53', '54', null, '公婆'],
  ['55', '56', null, '岳父母'],
  ['61', '62', '60', '祖父母'],
  ['63', '64', '60', '外祖父母'],
  ['66', '67', null, '曾祖父母'],
  ['93', '94', null, '侄 侄子女'],
];

const LODGERS =
  '租客 租户 租住 租赁 承租人 房客 房东 二房东 出租人 合租 合租人 室友 业主 房主 住户 租房 借住 寄住';

const BY_WORD = new Map<string, RelationCode>([
  ...SAYINGS.flatMap(([code, words]) => words.split(' ').map((word) => [word, code] as const)),
  ...RELATIONS.map(({ code, zh }) => [bare(zh), code] as const),
]);
const BY_OPEN_WORD = new Map(
  OPEN.flatMap(([male, female, unknown, words]) =>
    words.split(' ').map((word) => [word, { male, female, unknown }] as const),
  ),
);
const LODGER_WORDS = new Set(LODGERS.split(' '));

/** 大哥, 二叔, 三姨: which of several is not kept. 大舅子 and the like are words of their own and found first. */
const BIRTH_ORDER =
  /^[大二三四五六七八小幺老](?=(?:哥|弟|姐|妹|嫂|叔|婶|舅|姨|姑|伯|儿媳|女婿|孙|外孙|侄|外甥))/u;
const SEEN_FROM = /^(?:(?:系|是|为)?(?:本人|户主)(?:之|的)?|之)(?=.)/u;

/**
 * The code of what a spreadsheet says, or null where it has to be asked: an unknown word, or one of two meanings.
 * @param sex decides words such as 爱人 or 子女; null where it is not known
 */
export function relationFromWords(text: string, sex: Sex | null): RelationReading | null {
  const word = bare(text);
  const seen = word.replace(SEEN_FROM, '');
  for (const form of [word, seen, seen.replace(BIRTH_ORDER, '')]) {
    const code = codeOf(form, sex);
    if (code !== null) return { code, note: null };
    if (LODGER_WORDS.has(form)) return { code: '99', note: 'not-a-relation' };
  }
  return null;
}

function codeOf(word: string, sex: Sex | null): RelationCode | null {
  const open = BY_OPEN_WORD.get(word);
  if (open !== undefined) return open[sex ?? 'unknown'];
  return BY_WORD.get(word) ?? RELATION_CODES.find((code) => code === word) ?? null;
}

/** Without spaces, marks and brackets. */
function bare(text: string): string {
  return isPlain(text) ? text : text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
}
