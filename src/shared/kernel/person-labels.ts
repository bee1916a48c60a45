/**
 * Words that make a person into a kind of person: past punishments, suspicion, petitioning, faith, health. No ledger has a
 * place for them (《宪法》第33条, 《个人信息保护法》第28、34条), and no note takes them either. What is a matter of law stands in
 * its own ledger, with a document and an end.
 */
import type { FieldIssue } from './failure.ts';
import { isPlain } from './text-input.ts';

/** The word by which the counter tells what is wrong with such a text. */
export const LABEL_RULE = 'label';

/** Measures of the law: they may name a document or a body that carries them out, never a person. */
const MEASURES = ['社区矫正', '社矫', '戒毒', '缓刑', '假释', '取保候审', '监视居住', '剥夺政治权利', '剥权'];

/**
 * What people are called. What a place, a thing or a deed is called is left alone, and so are the same characters where they
 * only stand side by side: 下列管道, 相信教育, 马上访问.
 */
const KINDS = [
  '非?重点(?:人员|人口|人群|青少年|对象|关注(?=$|[^\\p{Script=Han}]|人|户|对象|群体))',
  '管控(?:对象|人员)',
  '工作对象',
  '列管(?![道线理网片材路井委])',
  '稳控(?!制)',
  '布控(?!制)',
  '涉稳',
  '涉恐',
  '涉邪',
  '邪教',
  '高危人(?:员|群)',
  '(?<![目之以])前科(?![室长学技目研员])',
  '(?<![方档图文预])案底(?![价稿图])',
  '劣迹',
  '刑满释放',
  '刑释',
  '吸毒',
  '涉毒',
  '(?<![马晚早线])上访(?![问谈客友])',
  '信访(?:人员|户)',
  '缠访',
  '闹访',
  '精神病(?!医?院)',
  '精神障碍',
  '肇事肇祸',
  '艾滋',
  '党员(?!活动|之家|服务|教育)',
  '(?<!相)信教(?![育师学练])',
  '教徒(?!弟)',
  '残疾(?!人?(?:联|[\\p{Script=Han}]{0,4}(?:中心|之家|机构|协会|车位|通道|卫生间|设施)))',
  '慢性病',
  '传染病(?!医?院)',
];

const KIND = new RegExp(KINDS.join('|'), 'u');
const LABEL = new RegExp([...KINDS, ...MEASURES].join('|'), 'u');
const LABELS = new RegExp(LABEL, 'gu');

/** Signs that take a word apart without changing how it is read: 上 访, 前*科, 吸・毒. */
const APART = /[\s*·・._~|/\\-]+/gu;

function joined(text: string): string {
  return isPlain(text) ? text : text.normalize('NFKC').replace(APART, '');
}

export function hasLabel(text: string): boolean {
  return LABEL.test(joined(text));
}

/** Where a measure may stand, because it names a document or a body: 青禾镇社区矫正中心. */
export function hasLabelOfPerson(text: string): boolean {
  return KIND.test(joined(text));
}

export function withoutLabels(text: string): string {
  if (isPlain(text) && !LABEL.test(text)) return text;
  const kept = text.replace(LABELS, '');
  // Taken apart, no single word can be taken out: nothing of such a text stays.
  return hasLabel(kept) ? '' : kept;
}

/** The fields of an entry that carry a label. Every text that is typed freely is asked about here (docs/key-persons.md). */
export function labelIssues<Field extends string>(
  values: Readonly<Partial<Record<Field, string | null>>>,
  fields: readonly Field[],
): FieldIssue[] {
  return fields
    .filter((field) => hasLabel(values[field] ?? ''))
    .map((field) => ({ field, rule: LABEL_RULE }));
}
