/** Why a row was not imported, in words for the file that goes back to the community. */
import { IMPORT_FIELDS, type ImportField } from '#shared/contract/population/imports.ts';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import { ROW_ISSUES, type RowIssueRule } from '#shared/ledgers/population/import-rules.ts';

/** 错误原因 of one row. */
export function reasonWords(issues: readonly FieldIssue[]): string {
  return issues.map(({ field, rule }) => `${fieldWord(field)}${ruleWord(rule)}`).join('；');
}

export const FIELD_WORDS: Readonly<Record<ImportField, string>> = {
  name: '姓名',
  otherName: '曾用名',
  idType: '证件类型',
  idNumber: '证件号码',
  otherIdNumber: '其他证件号码',
  sex: '性别',
  birthDate: '出生日期',
  phone: '联系电话',
  place: '小区（街路、村）',
  door: '门牌',
  address: '现住址',
  policeGrid: '警格',
  civilGrid: '网格',
  registerAddress: '户籍地址',
  residenceType: '人员类型',
  housing: '居住方式',
  householdNumber: '户号',
  relation: '与户主关系',
  stayFrom: '居住开始日期',
  stayUntil: '居住到期日期',
  isOut: '是否迁出',
  outOn: '迁出日期',
  isDead: '是否死亡',
  diedOn: '死亡日期',
};

const RULE_WORDS: Readonly<Record<RowIssueRule, string>> = {
  required: '没有填写',
  characters: '含有不能识别的字符',
  'too-long': '太长',
  label: '中有给人贴标签的词，请只写姓名',
  'number-of-another': '与同一证件号码的另一人不同，请核实是谁',
  length: '位数不对',
  'birth-date': '中的出生日期不存在',
  scientific: '被表格软件改成了科学计数法，请按证件重新填写',
  unread: '看不出是哪一户',
  'no-door': '只有小区或街路，没有门牌',
  'no-place': '没有写明是哪个小区或街路',
  doubtful: '中有不能确定的文字，请写清楚是哪一户',
};

function fieldWord(field: string): string {
  return IMPORT_FIELDS.some((known) => known === field) ? FIELD_WORDS[field as ImportField] : field;
}

function ruleWord(rule: string): string {
  return ROW_ISSUES.some((known) => known === rule) ? RULE_WORDS[rule as RowIssueRule] : '需要核实';
}
