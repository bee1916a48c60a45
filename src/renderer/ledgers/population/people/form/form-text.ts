/** Words of registering a resident. */
import type { Words } from '#renderer/ui/words.ts';

export const zh = {
  title: '新增人口',
  identity: '身份',
  home: '居住',
  contact: '联系',
  register: '户籍与告知',
  save: '保存',
  saveNext: '保存并登记同户下一人',
  saved: '已登记：{{name}}',
  undone: '已撤销登记',
  derived: '由证号得出：{{sex}}，{{birth}} 出生，{{age}}',
  checked: '校验位相符',
  relationNone: '未填',
  housingNone: '未填',
  basis: '依据：{{basis}}',
  otherNameHint: '证件上的另一种写法、曾用名；查找时也能找到',
  numberHint: '空格、全角都可以；末位 x 会改成 X',
  birthHint: '年-月-日，也可写 19910412',
  phoneHint: '最多三个；不填就空着',
  contactHint: '先问本人是否同意，再填姓名和电话',
  noticeHint: '《个人信息处理告知》交给本人的日子',
  registerHint: '户籍不在本住址时填',
  divisionHint: '6 位，身份证号的前 6 位常与它相同',
  alike: '可能是同一人',
  alikeNone: '没有相像的记录。',
  alikeWaiting: '填了姓名或证号，这里会列出相像的记录。',
  alikeWhy: {
    'same-number': '证号相同',
    'one-digit': '证号只差一位',
    'same-name-birth': '同名同出生日期',
  },
  alikeOpen: '打开这一条',
  alikeNote: '只是提醒，不妨碍保存；证号相同的除外。',
} as const;

export const en: Words<typeof zh> = {
  title: 'Register a resident',
  identity: 'Identity',
  home: 'Home',
  contact: 'Contact',
  register: 'Register and notice',
  save: 'Save',
  saveNext: 'Save, next of this household',
  saved: 'Registered: {{name}}',
  undone: 'Registration undone',
  derived: 'From the number: {{sex}}, born {{birth}}, {{age}}',
  checked: 'Check digit fits',
  relationNone: 'Not filled in',
  housingNone: 'Not filled in',
  basis: 'Basis: {{basis}}',
  otherNameHint: 'Another writing on a paper, a former name; found by it too',
  numberHint: 'Spaces and full-width digits are fine; x becomes X',
  birthHint: 'Year-month-day, or 19910412',
  phoneHint: 'Up to three; leave empty what there is not',
  contactHint: 'Ask first whether they agree, then name and phone',
  noticeHint: 'The day the personal information notice was handed over',
  registerHint: 'Where the register is not at this address',
  divisionHint: '6 digits, often the first 6 of the ID number',
  alike: 'May be the same person',
  alikeNone: 'No similar record.',
  alikeWaiting: 'Once name or number stand here, similar records are listed.',
  alikeWhy: {
    'same-number': 'same number',
    'one-digit': 'number differs in one digit',
    'same-name-birth': 'same name and birthday',
  },
  alikeOpen: 'Open this one',
  alikeNote: 'A hint that does not keep you from saving, except with the same number.',
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    personForm: typeof zh;
  }
}
