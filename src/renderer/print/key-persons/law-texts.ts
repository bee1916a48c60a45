/**
 * What the papers about a person's own rights and duties say of the law, as data: every statement with its articles, in one
 * place, so that a lawyer can read and correct it without reading code. The wording is to be confirmed by the bureau's lawyer
 * before a release.
 */
import type { CategoryCode } from '#shared/ledgers/statutory/categories.ts';
import type { RequestOutcome } from '#shared/ledgers/rights/requests.ts';
import type { Statement } from '#renderer/print/document/pieces.ts';

const PERSONAL = '《个人信息保护法》';
const DRUGS = '《戒毒条例》';

export interface EndNoticeTexts {
  /** What ended, as the law calls it. */
  readonly measure: string;
  /** Whom the law has told, one copy each; the person first. Nobody else is. */
  readonly told: readonly [string, string, string];
  /** What holds from the day on. */
  readonly effect: Statement;
  /** What whoever is told beside the person has to heed. */
  readonly discretion: Statement;
}

const NO_DISADVANTAGE: Statement = {
  text: '戒毒的个人信息依法保密。本人在入学、就业、享受社会保障等方面不受歧视。',
  articles: `${DRUGS}第七条、第十条`,
};

/** 期满告知. Of drug treatment neither a unit nor a committee is told: the family and the township are. */
export const END_NOTICES: Readonly<Partial<Record<CategoryCode, EndNoticeTexts>>> = {
  SM03: {
    measure: '剥夺政治权利',
    told: ['本人', '所在单位', '居住地居（村）民委员会'],
    effect: {
      text: '本人依法享有的政治权利自期满之日起恢复。',
      articles:
        '《刑事诉讼法》第二百七十条；《刑法》第五十八条；《公安机关办理刑事案件程序规定》第三百一十三条',
    },
    discretion: {
      text: '本告知只用于本人恢复行使政治权利，请勿张贴，也不要转告无关的人。',
      articles: '',
    },
  },
  SM05: {
    measure: '社区戒毒',
    told: ['本人', '家属', '执行地乡（镇）人民政府、街道办事处'],
    effect: { text: '社区戒毒自期满之日起解除。', articles: `${DRUGS}第二十三条` },
    discretion: NO_DISADVANTAGE,
  },
  SM06: {
    measure: '社区康复',
    told: ['本人', '家属', '执行地乡（镇）人民政府、街道办事处'],
    effect: { text: '社区康复自期满之日起解除。', articles: `${DRUGS}第四十条` },
    discretion: NO_DISADVANTAGE,
  },
};

/** On the slip, beside the lines to write on. */
export const SLIP_RULE: Statement = {
  text: '只写本次办理情况。不写案由，不写原因，不写评价，不写住址。',
  articles: '',
};

/** 关爱服务同意书, before the signature. */
export const CARE_TERMS: readonly Statement[] = [
  {
    text: '是否同意由本人决定。不同意，不影响在本室办理任何事情。',
    articles: `${PERSONAL}第十四条、第十六条`,
  },
  { text: '本室只保存上面写明的内容，不问原因，不记病情和家庭情况。', articles: `${PERSONAL}第六条` },
  {
    text: '民警凭这些内容提供帮助。前台人员只在同意时看到上面那一句提示，不看到类别。',
    articles: `${PERSONAL}第十七条`,
  },
  { text: '同意自签字之日起满十二个月自行终止；要继续，须重新签字。', articles: `${PERSONAL}第十九条` },
  {
    text: '随时可以撤回，不需要理由，口头、电话都可以。撤回后立即停止，三十日后删除。',
    articles: `${PERSONAL}第十五条、第四十七条`,
  },
  { text: '未满十四周岁的，由父母或者其他监护人签字。', articles: `${PERSONAL}第三十一条` },
  {
    text: '可以要求查阅、复制、更正这些内容。',
    articles: `${PERSONAL}第四十五条、第四十六条`,
  },
];

/** 查阅答复: the same on every one, whether there is anything to be answered elsewhere or not. */
export const ANSWERED_ELSEWHERE = '依法登记的事项（如有）由承办民警另行书面答复。';

export const NOTHING_HELD = '截至打印之日，本室没有持有你的个人信息。';

/** What may be done after the list was read. */
export const AFTER_ACCESS: readonly Statement[] = [
  { text: '内容不准确或者不完整的，可以要求更正、补充。', articles: `${PERSONAL}第四十六条` },
  {
    text: '处理目的已经实现、保存期限已满或者撤回同意的，可以要求删除。',
    articles: `${PERSONAL}第四十七条`,
  },
  { text: '对处理规则不明白的，可以要求解释说明。', articles: `${PERSONAL}第四十八条` },
];

/** How each outcome begins. */
export const REPLY_OUTCOMES: Readonly<Record<RequestOutcome, string>> = {
  granted: '经核实，本室已按你的请求办理：',
  partly: '经核实，本室对你的请求办理了一部分，其余不予办理：',
  refused: '经核实，本室对你的请求不予办理：',
  withdrawn: '你已撤回请求，本室不再办理：',
};

/** What is open to somebody who does not agree. */
export const REMEDIES: readonly Statement[] = [
  { text: '对答复不服的，可以向本室所属派出所、公安机关提出。', articles: '' },
  { text: '请求被拒绝的，可以依法向人民法院提起诉讼。', articles: `${PERSONAL}第五十条` },
  { text: '认为个人信息被违法处理的，可以投诉、举报。', articles: `${PERSONAL}第六十五条` },
];
