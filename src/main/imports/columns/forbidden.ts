/** What no ledger may hold: found by a column's header, by what its cells look like, and by single words. */
import type { ForbiddenRule } from '#shared/ledgers/population/import-rules.ts';
import { withoutLabels } from '#shared/kernel/person-labels.ts';
import { bareHeader } from './header-text.ts';

/** Parts of a header, without spaces and marks. */
const HEADERS: readonly (readonly [ForbiddenRule, RegExp])[] = [
  ['constitution-33', /民族|族别|族称|族裔|种族/u],
  ['pipl-28-religion', /宗教|信仰|信教|教派|教徒|礼拜/u],
  ['constitution-35', /政治|党派|党员|党籍|入党|党组织|团员|民主党/u],
  ['petitions-46', /信访|上访|访民|缠访|闹访|投诉人|举报人/u],
  [
    'pspl-136',
    /前科|案底|劣迹|处罚|违法|犯罪|罪名|刑满|刑释|服刑|判刑|刑期|拘留|涉案|吸毒|涉毒|戒毒|社区矫正|社矫|帮教|缓刑|假释|涉黑|涉恶|涉黄|涉赌/u,
  ],
  [
    'pipl-34',
    /重点(?!单位|场所|部位|行业)|管控|列管|稳控|布控|涉稳|涉恐|涉邪|邪教|高危|嫌疑|可疑|工作对象|特殊人群|特殊人员|关注(?:人|对象|等级|程度|类)|危险(?:性|等级|程度)|风险(?:等级|人员|评估|程度)|黑名单|扬言|流窜/u,
  ],
  ['pipl-24', /标签|积分|评分|打分|信用|画像|等级评定|人员等级|人员分级|星级/u],
  [
    'pipl-28-health',
    /健康|疾病|病史|病情|患病|慢性病|传染病|残疾|残障|伤残|精神|智力|艾滋|性病|肝炎|体检|疫苗|接种|核酸|血型|孕|生育|计生|节育|避孕|医保|失能|自理/u,
  ],
  ['pipl-28-biometrics', /指纹|掌纹|人脸|面部|虹膜|声纹|基因|dna|照片|相片|头像|行踪|轨迹|定位/u],
];

const NATIONS =
  '汉|蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|' +
  '柯尔克孜|土|达斡尔|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|' +
  '塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|穿青人|其他|未识别民';

/** A cell of such a column, whole. What also stands in columns that are allowed is no sign of one that is not. */
const CELLS: readonly (readonly [ForbiddenRule, RegExp])[] = [
  [
    'constitution-33',
    new RegExp(`^(?:(?:${NATIONS})族|汉|回|藏|彝|羌|苗|壮|满|侗|瑶|维吾尔|土家|蒙古)$`, 'u'),
  ],
  [
    'constitution-35',
    /^(?:(?:中共)?(?:正式|预备)?党员|中共(?:正式|预备)?党员|(?:共青)?团员|共青团员|群众|普通群众|民革(?:会员|党员)?|民盟(?:盟员)?|民建(?:会员)?|民进(?:会员)?|农工党(?:党员)?|致公党(?:党员)?|九三学社(?:社员)?|台盟(?:盟员)?|无党派(?:人士|民主人士)?|少先队员)$/u,
  ],
  [
    'pipl-28-religion',
    /^(?:无宗教(?:信仰)?|不信教|信教|佛教(?:徒)?|藏传佛教|道教(?:徒)?|基督教(?:徒)?|天主教(?:徒)?|伊斯兰教|穆斯林|其他宗教)$/u,
  ],
  [
    'pipl-28-health',
    /^(?:健康|良好|健康或良好|一般|较弱|体弱|患病|残疾|[一二三四]级残疾|(?:肢体|视力|听力|言语|智力|精神)残疾.*|高血压.*|糖尿病.*|心脏病.*|冠心病.*|慢性病.*|精神病.*|精神障碍.*|癌症.*)$/u,
  ],
  [
    'pipl-34',
    /^(?:非?重点(?:人员|人口|对象|青少年)|涉稳.*|涉恐.*|涉邪.*|高危人员|列管人员|管控对象|关注对象|一般关注|重点关注|特殊人群)$/u,
  ],
  [
    'pspl-136',
    /^(?:刑满释放(?:人员)?|刑释(?:人员)?|社区矫正(?:人员|对象)?|社矫(?:人员)?|吸毒(?:人员)?|涉毒(?:人员)?|戒毒(?:人员)?|有前科|无前科|前科(?:人员)?|有案底|无案底|缓刑|假释)$/u,
  ],
  ['petitions-46', /^(?:上访(?:人员|户)?|信访(?:人员|户)|缠访.*|闹访.*|越级上访.*)$/u],
];

/** The rule that a column's header breaks; null where it breaks none. */
export function forbiddenByHeader(header: string): ForbiddenRule | null {
  const bare = bareHeader(header);
  return HEADERS.find(([, pattern]) => pattern.test(bare))?.[0] ?? null;
}

/** Cells looked at before a column is judged by them, and the share of them that gives it away. */
const CELLS_MIN = 2;
const SHARE = 0.6;

/** The rule that a column's content breaks, whatever stands above it. Empty cells say nothing. */
export function forbiddenByCells(cells: readonly string[]): ForbiddenRule | null {
  const filled = cells.map(bareHeader).filter((cell) => cell !== '');
  if (filled.length < CELLS_MIN) return null;
  for (const [rule, pattern] of CELLS) {
    const hits = filled.filter((cell) => pattern.test(cell)).length;
    if (hits >= CELLS_MIN && hits >= filled.length * SHARE) return rule;
  }
  return null;
}

/** The text without what no record may hold. */
export function withoutForbiddenWords(text: string): { readonly text: string; readonly found: boolean } {
  const kept = withoutLabels(text);
  return { text: kept, found: kept !== text };
}
