/** What stands on the papers of the population ledger. Papers are in Chinese, whatever the screen speaks. */
import type { RelationCode } from '#shared/ledgers/population/relations.ts';
import { RELATIONS } from '#shared/ledgers/population/relations.ts';
import type { ResidenceType, Sex } from '#shared/ledgers/population/residents.ts';

export const SHEET_WORDS = {
  title: '入户核对表',
  grid: '警格',
  how: '与本人或家人核对后打√；有变化的写在“变化”栏，回室后在程序中更改。不问与核对无关的事。',
  columns: [
    '门户',
    '姓名',
    '性别',
    '年龄',
    '证号末四位',
    '与户主关系',
    '居住类型',
    '上次核对',
    '无变化',
    '变化',
  ],
  quiet: '非必要勿扰',
  continued: '（续）',
  checkedBy: '核对人',
  checkedOn: '核对日期',
  blank: '空白表（停电时用）',
} as const;

export const SEX_WORDS: Readonly<Record<Sex, string>> = { '0': '', '1': '男', '2': '女', '9': '' };

export const RESIDENCE_WORDS: Readonly<Record<ResidenceType, string>> = {
  registered: '常住',
  mismatch: '人户分离',
  temporary: '暂住',
  overseas: '境外',
  empty: '空挂',
};

export function relationWord(code: RelationCode | null): string {
  return RELATIONS.find((relation) => relation.code === code)?.zh ?? '';
}

export const NOTICE_WORDS = {
  title: '上门告知',
  greeting: '您好，我们于 ______ 年 ____ 月 ____ 日 ____ 时来过，当时家中无人。',
  purpose: '来意',
  purposes: ['入户核对', '安全提示', '请回电'],
  ask: '方便时请与我们联系，或到警务室来。您也可以告诉我们什么时间方便上门。',
  officer: '民警',
  phone: '电话',
  address: '警务室地址',
  hours: '接待时间',
  proof: '民警上门会出示人民警察证；不收取任何费用，不索要验证码。如有疑问请拨打 110 核实。',
  reply: '回条（可投入警务室信箱）',
  replyTime: '方便上门的时间',
  replyPhone: '联系电话（可不填）',
} as const;

export const FOOT_WORDS = {
  page: (at: number, of: number) => `第 ${at} 页 共 ${of} 页`,
  printed: (by: string, on: string) => `${by} ${on} 打印`,
  masked: '证号已遮蔽',
  template: '版式',
} as const;
