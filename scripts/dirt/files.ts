/** The twelve files: columns under other names in another order, and what is wrong with each. */
import { again, counter, forbidden, hidden, kept, needless, type Column } from './columns.ts';
import type { Fault } from './entry.ts';
import type { Extras } from './grid.ts';
import type { FileKind, OtherSheet } from './write-file.ts';

export interface DirtyFile {
  readonly name: string;
  readonly kind: FileKind;
  /** People before rows are repeated. */
  readonly people: number;
  readonly columns: readonly Column[];
  readonly extras: Extras;
  readonly shares: Partial<Record<Fault, number>>;
  /** Some names have characters of four bytes. */
  readonly rareNames?: boolean;
  readonly sheet?: string;
  readonly before?: readonly OtherSheet[];
  readonly behind?: readonly OtherSheet[];
}

/** Half of the numbers that end in X. */
const LOWER_X = { 'lower-case-x': 0.5 } as const;

export const DIRTY_FILES: readonly DirtyFile[] = [
  {
    name: '01-community-list.xlsx',
    kind: 'xlsx',
    people: 420,
    columns: [
      counter('序号'),
      kept('姓名', 'name'),
      kept('性别', 'sex'),
      forbidden('民族', 1),
      kept('出生日期', 'birthDate'),
      kept('身份证号', 'idNumber'),
      forbidden('政治面貌', 1),
      kept('联系电话', 'phone'),
      kept('现住址', 'address'),
      kept('户籍地址', 'registerAddress'),
      kept('与户主关系', 'relation'),
      kept('户号', 'householdNumber'),
      kept('人员类型', 'residenceType'),
      needless('备注', 1),
    ],
    extras: { totals: true, blanks: true },
    shares: LOWER_X,
  },
  {
    name: '02-rounded-numbers.xls',
    kind: 'xls',
    people: 380,
    columns: [
      kept('姓名', 'name'),
      kept('身份证号码', 'idNumber'),
      kept('性别', 'sex'),
      kept('手机号', 'phone'),
      kept('现住小区/建筑', 'place'),
      kept('现住详细门牌', 'door'),
      kept('户编号', 'householdNumber'),
      kept('与其他人员关系', 'relation'),
      needless('唯一标识', 2),
    ],
    extras: {},
    shares: { rounded: 0.3 },
  },
  {
    name: '03-pasted-together.csv',
    kind: 'csv',
    people: 450,
    columns: [
      kept('公民身份号码', 'idNumber'),
      kept('姓名', 'name'),
      kept('性别', 'sex'),
      kept('出生年月日', 'birthDate'),
      kept('家庭住址', 'address'),
      kept('联系电话', 'phone'),
      kept('户号', 'householdNumber'),
      needless('建档人', 3),
    ],
    extras: { repeatedHeader: true, blanks: true },
    shares: LOWER_X,
  },
  {
    name: '04-numbers-as-text.csv',
    kind: 'csv-bom',
    people: 330,
    columns: [
      kept('姓名', 'name'),
      kept('身份证号', 'idNumber'),
      kept('联系电话', 'phone'),
      kept('居住地址', 'address'),
      forbidden('宗教信仰', 4),
      kept('人员类型', 'residenceType'),
    ],
    extras: {},
    // A number is either sound behind its apostrophe or refused: nothing in between.
    shares: {
      apostrophe: 1,
      rounded: 0,
      'check-digit': 0,
      'old-number': 0,
      'full-width-number': 0,
      'inner-spaces': 0,
      'zero-width': 0,
      'same-number-other-name': 0,
      'one-digit-apart': 0,
    },
  },
  {
    name: '05-temporary-stays.csv',
    kind: 'csv-gbk',
    people: 360,
    columns: [
      kept('姓名', 'name'),
      kept('证件类型', 'idType'),
      kept('证件号码', 'idNumber'),
      kept('性别', 'sex'),
      kept('手机号码', 'phone'),
      kept('现住址', 'address'),
      kept('户籍详细地址', 'registerAddress'),
      kept('暂住日期', 'stayFrom'),
      kept('拟离开日期', 'stayUntil'),
    ],
    extras: {},
    shares: {},
  },
  {
    name: '06-whole-town.csv',
    kind: 'csv-gb18030',
    people: 4800,
    columns: [
      kept('姓名', 'name'),
      kept('身份证', 'idNumber'),
      kept('性别', 'sex'),
      kept('出生日期', 'birthDate'),
      kept('电话', 'phone'),
      kept('详细地址', 'address'),
      kept('户号', 'householdNumber'),
      kept('与户主关系', 'relation'),
      needless('备注', 6),
    ],
    extras: { totals: true, blanks: true },
    shares: {},
    rareNames: true,
  },
  {
    name: '07-merged-households.xlsx',
    kind: 'xlsx',
    people: 400,
    columns: [
      kept('户号', 'householdNumber'),
      kept('现住址', 'address'),
      kept('姓名', 'name'),
      kept('身份证号', 'idNumber'),
      kept('性别', 'sex'),
      kept('与户主关系', 'relation'),
      kept('联系电话', 'phone'),
    ],
    extras: { totals: true, blanks: true, shared: new Set(['户号', '现住址']) },
    shares: {},
  },
  {
    name: '08-two-header-rows.xlsx',
    kind: 'xlsx',
    people: 340,
    columns: [
      counter('序号'),
      kept('姓名', 'name'),
      kept('身份证号', 'idNumber'),
      kept('性别', 'sex'),
      kept('出生日期', 'birthDate'),
      kept('小区/建筑', 'place'),
      kept('详细门牌', 'door'),
      kept('详细地址', 'registerAddress'),
      forbidden('健康状况', 8),
      kept('联系电话', 'phone'),
    ],
    extras: { groups: ['', '', '', '', '', '现住', '现住', '户籍', '', ''] },
    shares: {},
  },
  {
    name: '09-with-title.xlsx',
    kind: 'xlsx',
    people: 410,
    columns: [
      kept('姓名', 'name'),
      kept('身份证号', 'idNumber'),
      kept('性别', 'sex'),
      kept('联系电话', 'phone'),
      kept('居住地址', 'address'),
      kept('人员类型', 'residenceType'),
      kept('是否已迁出', 'isOut'),
      kept('迁出日期', 'outOn'),
      kept('是否已死亡', 'isDead'),
      kept('死亡日期', 'diedOn'),
    ],
    extras: {
      titles: ['示例市演示区青禾镇实有人口登记表', '填报单位：胜利社区    填报日期：2026年10月'],
      comment: true,
      totals: true,
      blanks: true,
    },
    shares: LOWER_X,
  },
  {
    name: '10-hidden-columns.xlsx',
    kind: 'xlsx',
    people: 350,
    columns: [
      kept('姓名', 'name'),
      kept('性别', 'sex'),
      hidden(forbidden('是否重点人员', 10)),
      hidden(forbidden('重点类别', 10)),
      kept('身份证号', 'idNumber'),
      kept('出生日期', 'birthDate'),
      kept('现住址', 'address'),
      hidden(forbidden('前科', 10)),
      kept('联系电话', 'phone'),
      kept('户号', 'householdNumber'),
      hidden(again('姓名', 'name')),
    ],
    extras: {},
    shares: {},
  },
  {
    name: '11-several-sheets.xlsx',
    kind: 'xlsx',
    people: 390,
    columns: [
      kept('姓名', 'name'),
      kept('身份证号', 'idNumber'),
      kept('性别', 'sex'),
      kept('联系电话', 'phone'),
      kept('现住小区/建筑', 'place'),
      kept('现住详细门牌', 'door'),
      kept('与户主关系', 'relation'),
    ],
    extras: { totals: true, blanks: true },
    shares: {},
    sheet: '实有人口',
    before: [{ name: '填表说明', rows: [['填表说明'], ['一、请按身份证填写。'], ['二、每人一行。']] }],
    behind: [
      {
        name: '统计',
        rows: [
          ['社区', '户数', '人数'],
          ['胜利社区', '150', '390'],
        ],
      },
    ],
  },
  {
    name: '12-web-export.xls',
    kind: 'html',
    people: 310,
    columns: [
      kept('姓名', 'name'),
      kept('性别', 'sex'),
      forbidden('民族', 12),
      kept('身份证号', 'idNumber'),
      forbidden('健康状况', 12),
      kept('联系电话', 'phone'),
      kept('家庭住址', 'address'),
      kept('户籍地址', 'registerAddress'),
    ],
    extras: { totals: true, blanks: true },
    shares: {},
  },
];
