/**
 * node scripts/dirt/run-large.ts FILE.xlsx [ROWS]: one file of 100,000 people in 20 columns with the usual faults, to measure
 * reading and importing with. Prints what has to become of its rows. Nobody keeps it: it is the same every time.
 */
import { resolve } from 'node:path';
import { numberBook } from '#main/seed/people/numbers.ts';
import { counter, forbidden, kept, needless } from './columns.ts';
import type { DirtyFile } from './files.ts';
import { makeDirtyFile } from './make.ts';

const [path, rows = '100000'] = process.argv.slice(2);
if (path === undefined || !/^\d{1,7}$/.test(rows)) throw new Error('usage: run-large.ts FILE.xlsx [ROWS]');

const file: DirtyFile = {
  name: 'large.xlsx',
  kind: 'xlsx',
  people: Number(rows),
  columns: [
    counter('序号'),
    kept('姓名', 'name'),
    kept('证件类型', 'idType'),
    kept('身份证号', 'idNumber'),
    kept('性别', 'sex'),
    kept('出生日期', 'birthDate'),
    forbidden('民族', 99),
    kept('联系电话', 'phone'),
    kept('现住址', 'address'),
    kept('户籍地址', 'registerAddress'),
    kept('户号', 'householdNumber'),
    kept('与户主关系', 'relation'),
    kept('人员类型', 'residenceType'),
    kept('暂住日期', 'stayFrom'),
    kept('拟离开日期', 'stayUntil'),
    kept('是否已迁出', 'isOut'),
    kept('迁出日期', 'outOn'),
    kept('是否已死亡', 'isDead'),
    kept('死亡日期', 'diedOn'),
    needless('备注', 99),
  ],
  extras: {},
  shares: {},
};

const book = makeDirtyFile(resolve(path), numberBook(), file, 0);
const { read, imported, merged, duplicate, rejected, repaired, passedOver } = book;
process.stdout.write(
  `${JSON.stringify({ read, imported, merged, duplicate, rejected, repaired, passedOver })}\n`,
);
