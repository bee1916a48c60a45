/**
 * Words that make a person into a kind of person: past punishments, suspicion, petitioning, faith, health. No ledger has a
 * place for them (《宪法》第33条, 《个人信息保护法》第28、34条), and no note takes them either. What is a matter of law stands in
 * its own ledger, with a document and an end.
 */

/** None is part of a name of a place. What a thing or a deed is called is left alone: only what people are called. */
const LABELS =
  /非?重点(?:人员|人口|青少年|关注|对象)|管控对象|工作对象|列管|稳控|布控|涉稳|涉恐|涉邪|邪教|高危人员|前科|案底|劣迹|刑满释放|刑释|社区矫正|社矫|吸毒|涉毒|戒毒|缓刑|假释|取保候审|监视居住|剥夺政治权利|剥权|上访|信访(?:人员|户)|缠访|闹访|精神病(?!医?院)|精神障碍|肇事肇祸|艾滋|党员|信教|教徒|残疾(?!人?联)|慢性病|传染病/gu;

/** The words found, in their order. */
export function labelsIn(text: string): string[] {
  return text.match(LABELS) ?? [];
}

export function hasLabel(text: string): boolean {
  return text.search(LABELS) >= 0;
}

export function withoutLabels(text: string): string {
  return text.replace(LABELS, '');
}
