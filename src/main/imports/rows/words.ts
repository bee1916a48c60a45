/** Words communities write where the ledger has codes. */
import { isPlain } from '#shared/kernel/text-input.ts';
import type {
  HousingCode,
  IdType,
  OutState,
  ResidenceType,
  Sex,
} from '#shared/ledgers/population/residents.ts';

/** Without spaces and marks, Latin letters in capitals. */
function bare(text: string): string {
  if (isPlain(text)) return text;
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}√×]/gu, '');
}

function wordsOf<Code extends string>(
  rows: Readonly<Partial<Record<Code, string>>>,
): ReadonlyMap<string, Code> {
  return new Map(
    Object.entries<string | undefined>(rows).flatMap(([code, words = '']) =>
      words.split(' ').map((word) => [word, code as Code] as const),
    ),
  );
}

/** As it stands, which is how most people write it; else without spaces and marks. */
function wordIn<Code>(words: ReadonlyMap<string, Code>, text: string): Code | undefined {
  return words.get(text) ?? words.get(bare(text));
}

const SEX_WORDS = wordsOf<Sex>({
  '1': '男 男性 男子 M MALE 1男 1男性',
  '2': '女 女性 女子 F FEMALE 2女 2女性',
  '0': '未知 不详 0未知 0未知的性别',
  '9': '未说明 9未说明的性别 9未说明',
});

/** Null for a word that is none, and for a digit: see `sexOfCode`. */
export function sexFromWord(text: string): Sex | null {
  return wordIn(SEX_WORDS, text) ?? null;
}

/** How a sheet counts: 1 男 2 女 (GB/T 2261.1), or 0 男 1 女 2 unknown. */
export type SexCodes = 'gb' | 'from-zero';

/** Null where nobody knows how the sheet counts. */
export function sexOfCode(text: string, codes: SexCodes | null): Sex | null {
  const code = bare(text);
  if (codes === null || !/^[0129]$/u.test(code)) return null;
  if (codes === 'gb') return code as Sex;
  return code === '0' ? '1' : code === '1' ? '2' : '0';
}

const ID_TYPE_WORDS = wordsOf<IdType>({
  '111':
    '111 身份证 居民身份证 公民身份证 中国居民身份证 二代身份证 第二代身份证 二代证 第二代居民身份证 中华人民共和国居民身份证',
  '114': '114 军官证 军人证 士兵证 文职干部证',
  '115': '115 警官证 人民警察证 警察证',
  '414': '414 护照 普通护照 外国护照 中国护照 外籍护照',
  '511': '511 台胞证 台湾居民来往大陆通行证 台湾通行证',
  '516': '516 港澳居民来往内地通行证 港澳通行证 回乡证 港澳居民通行证 往来港澳通行证',
  '554': '554 外国人居留证 外国人居留许可 居留证 居留许可 外国人居留许可证',
  'hmt-permit': '港澳台居民居住证 港澳居民居住证 台湾居民居住证 港澳台居住证',
  'foreign-card': '外国人永久居留身份证 外国人永久居留证 永久居留证 永久居留身份证',
  'temporary-card': '临时身份证 临时居民身份证',
  'household-book': '户口簿 户口本 户口薄 居民户口簿',
  'birth-certificate': '出生证 出生医学证明 出生证明',
  none: '无证件 无证 没有证件 无身份证',
});

export function idTypeFromWord(text: string): IdType | null {
  return wordIn(ID_TYPE_WORDS, text) ?? null;
}

const YES = new Set('是 有 Y YES TRUE 1 √ 对 已'.split(' '));
const NO = new Set('否 无 N NO FALSE 0 × X 不 未 不是 没有 否否'.split(' '));

/** Null for every other word. */
export function yesOrNo(text: string): boolean | null {
  const word = bare(text);
  return YES.has(word) ? true : NO.has(word) ? false : null;
}

const RESIDENCE_WORDS = wordsOf<ResidenceType>({
  registered:
    '户籍 户籍人口 户籍人员 常住 常住人口 常住户籍 户籍常住 户籍在册常住 本地户籍 本地 本地人口 本地常住 本地居民 在册 户籍在册 ' +
    '人户一致 一致 人在户在 本社区户籍 户籍居民 常住居民 本村户籍 本村村民 村民 常口 户籍人口常住',
  mismatch:
    '人户分离 人户分离人口 人在户不在 人户不一致 不一致 户籍不在本地 市内人户分离 外来常住 人在此户不在此 户不在本地',
  temporary:
    '流动 流动人口 流动人员 暂住 暂住人口 暂住人员 外来 外来人口 外来人员 外来务工 外来务工人员 租住 租户 租客 承租人 寄住 寄住人口 ' +
    '租房 借住 流口 外地 外地人口 暂住流动 流入 流入人口',
  overseas:
    '境外 境外人员 境外人口 外国人 外籍 外籍人员 港澳台 港澳台人员 港澳 台胞 港澳居民 台湾居民 外籍人士 港澳台居民 外籍港澳台',
  empty: '空挂 空挂户 空挂人口 户在人不在 挂户 挂靠 人不在户在 空户 挂靠户 户在人不在此',
});

/** @param yes what 是 means: the header asks 是否人户分离, 是否流动人口 or 是否户籍人口 */
export function residenceTypeFromWord(text: string, yes: ResidenceType): ResidenceType | null {
  const known = wordIn(RESIDENCE_WORDS, text);
  if (known !== undefined) return known;
  const answer = yesOrNo(text);
  if (answer === null) return null;
  if (answer) return yes;
  return yes === 'registered' ? 'temporary' : 'registered';
}

/** What the answer 是 says under this header. */
export function yesUnder(header: string): ResidenceType {
  if (/流动|暂住|外来/u.test(header)) return 'temporary';
  return /分离/u.test(header) || !/户籍|常住/u.test(header) ? 'mismatch' : 'registered';
}

const HOUSING_WORDS = wordsOf<HousingCode>({
  '01': '01 自购 自有 自住 自建 自有住房 自有产权 购买 自购房 自建房 自有房 商品房 自家 产权房 私有 私房 自有自住 房改房 安置房',
  '02': '02 租赁 租住 租房 出租 出租房 租用 承租 租 出租屋 公租房 廉租房 整租 合租 私人出租 租赁房',
  '03': '03 寄居 寄住 投靠 投亲 随亲属 随父母 随子女',
  '04': '04 借住 借用 借宿 亲友家 借',
  '05': '05 单位宿舍 宿舍 职工宿舍 集体宿舍 员工宿舍 学生宿舍 单位住房 单位公房',
  '06': '06 临时性宿舍 工棚 工地 工地宿舍 临时宿舍 临时 工地工棚 活动板房',
  '07': '07 农民工公寓 公寓 人才公寓',
  '99': '99 其他 其它',
});

export function housingFromWord(text: string): HousingCode | null {
  return wordIn(HOUSING_WORDS, text) ?? null;
}

const OUT_WORDS = wordsOf<OutState | 'here'>({
  dead: '死亡 去世 已故 身故 亡故 病故 死亡注销 已死亡 已去世 过世 已过世',
  missing: '失踪 下落不明 失联',
  moved: '迁出 已迁出 搬离 已搬离 搬走 已搬走 搬出 已搬出 迁移 迁走 注销 已注销 户口迁出 已迁走 已搬迁 搬迁',
  left: '离开 已离开 外出 暂离 外出务工 长期外出 临时外出 外地务工',
  here: '在住 正常 在册 常住 居住 居住中 未迁出 未搬离 未离开 在世 健在 在 实住 现住 有效 未死亡 生存',
});

/** Where somebody is; null for a word that does not say it. `yes` is what 是 means: moved, or dead. */
export function outStateFromWord(text: string, yes: OutState): OutState | 'here' | null {
  const known = wordIn(OUT_WORDS, text);
  if (known !== undefined) return known;
  const answer = yesOrNo(text);
  return answer === null ? null : answer ? yes : 'here';
}
