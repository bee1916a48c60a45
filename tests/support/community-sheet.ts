/** A community's list of residents as such offices get it: GBK, a total at the end, columns that no record may hold. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { checkDigit17 } from '#shared/kernel/citizen-number.ts';

export const HEADER = '序号,姓名,性别,民族,宗教信仰,身份证号,联系电话,现住址,与户主关系,户号,人员类型,备注';

/** Values of the columns that are dropped: no row, line or answer may ever have them. */
export const FORBIDDEN = ['禁列值甲', '禁列值乙'] as const;

export interface SheetPerson {
  readonly name?: string;
  readonly sex?: string;
  readonly idNumber?: string;
  readonly phone?: string;
  readonly address?: string;
  readonly relation?: string;
  readonly household?: string;
}

/** Seventeen digits: one was lost when somebody typed it. */
export const SHORT_NUMBER = '51990119800101001';
export const RIGHT_NUMBER = numberOf('19800101', '001');

/** Eight who are right, and two whom somebody has to put right: a short number in row 5, no name in row 6. */
export const PEOPLE: readonly SheetPerson[] = [
  person('徐云梅', '女', numberOf('19840302', '002'), '15400010001', '501', '户主', 'H1'),
  person('何波', '男', numberOf('19810605', '011'), '15400010002', '501', '夫', 'H1'),
  person('何沐宸', '男', numberOf('20130405', '013'), '', '501', '子', 'H1'),
  person('张伟', '男', SHORT_NUMBER, '15400010004', '502', '户主', 'H2'),
  person('', '女', numberOf('19900101', '022'), '15400010005', '503', '户主', 'H3'),
  person('李欣', '女', numberOf('19910412', '002'), '15400010006', '504', '户主', 'H4'),
  person(
    '阿卜杜热合曼·买买提江·吐尔逊',
    '男',
    numberOf('19850505', '117'),
    '15400010007',
    '601',
    '户主',
    'H5',
  ),
  person('𬭎㛃', '女', numberOf('19880808', '126'), '', '602', '户主', 'H6'),
  person('王芳', '女', numberOf('19790909', '102'), '15400010008', '603', '户主', 'H7'),
  person('王强', '男', numberOf('19750909', '111'), '15400010009', '603', '夫', 'H7'),
];

function person(
  name: string,
  sex: string,
  idNumber: string,
  phone: string,
  room: string,
  relation: string,
  household: string,
): SheetPerson {
  return { name, sex, idNumber, phone, address: `青禾苑3栋2单元${room}`, relation, household };
}

/** A right number of the practice district: `born` as eight digits, `order` as three. */
function numberOf(born: string, order: string): string {
  const first17 = `519901${born}${order}`;
  return first17 + checkDigit17(first17);
}

/** @returns the path of the file, in `folder` */
export function writeSheet(
  folder: string,
  people: readonly SheetPerson[] = PEOPLE,
  name = '社区表.csv',
): string {
  const rows = people.map(({ name: who = '', sex = '', ...rest }, index) =>
    [
      index + 1,
      who,
      sex,
      FORBIDDEN[0],
      FORBIDDEN[1],
      rest.idNumber,
      rest.phone,
      rest.address,
      rest.relation,
      rest.household,
      '户籍人口',
      '',
    ].join(','),
  );
  const total = ['合计', people.length, ...Array.from({ length: 10 }, () => '')].join(',');
  const path = join(folder, name);
  writeFileSync(path, iconv.encode([HEADER, ...rows, total].join('\r\n'), 'gb18030'));
  return path;
}
