/** office import: the same import from the command line. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { systemClock } from '#shared/kernel/clock.ts';
import { runOffice } from '#main/cli/run.ts';
import { ARGON_FLOOR } from '#main/session/argon-floor.ts';
import { readSheet } from '#main/sheets/read.ts';
import { loginOf, openTestOffice, PASSWORD } from '#tests/support/office.ts';
import { numberOf } from '#tests/support/people.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

async function run(...argv: readonly string[]) {
  let out = '';
  let err = '';
  const exit = await runOffice([...argv, '--json'], {
    out: (text) => (out += text),
    err: (text) => (err += text),
    env: { LAMPLIGHT_PASSWORD: PASSWORD },
    clock: systemClock,
    askSecret: () => Promise.resolve(null),
    argonCost: ARGON_FLOOR,
  });
  return { exit, err, answer: JSON.parse(out) as Record<string, unknown> };
}

const NUMBER = numberOf('19910412', '123');
const SHEET = [
  '姓名,身份证号,民族,现住址,备注',
  `李欣,${NUMBER},汉族,青禾镇胜利社区青禾苑3栋501,`,
  `王强,5.19901E+17,汉族,青禾镇胜利社区青禾苑3栋502,`,
  '合计,2人,,,',
].join('\n');

test('imports a sheet, says what became of it, and hands the rejected rows out', async () => {
  const desk = await openTestOffice({ staffed: true });
  try {
    await desk.office().close();
    const folder = tempFolder();
    mkdirSync(folder, { recursive: true });
    const file = join(folder, '名册.csv');
    const errors = join(folder, '未导入.xlsx');
    writeFileSync(file, SHEET);
    const as = (role: 'officer' | 'auxiliary') => ['--data', desk.dataDir, '--login', loginOf(role)];
    const order = ['import', ...as('officer'), '--file', file];

    expect((await run('import', ...as('auxiliary'), '--file', file)).answer).toMatchObject({
      code: 'forbidden',
    });
    const dry = await run(...order, '--dry');
    const counts = { read: 2, imported: 1, merged: 0, duplicate: 0, rejected: 1, passedOver: 1 };
    expect(dry).toMatchObject({ exit: 0, answer: { ok: true, ...counts, batch: null } });
    expect((await run('stats', ...as('officer'))).answer).toMatchObject({ live: { residents: 0 } });

    const done = await run(...order, '--errors', errors);
    expect(done).toMatchObject({
      exit: 0,
      answer: { ...counts, forbidden: ['民族'], dropped: ['备注'], errors: 1 },
    });
    expect(String(done.answer['batch'])).toMatch(/^b[0-9a-f]{12}$/);
    expect((await run('stats', ...as('officer'))).answer).toMatchObject({ live: { residents: 1 } });
    expect((await run('verify', ...as('officer'))).answer).toMatchObject({ ok: true });
    const rows: (readonly string[])[] = [];
    for await (const { cells } of readSheet(errors, { sheet: null, encoding: null })) rows.push(cells);
    expect(rows).toEqual([
      ['原行号', '姓名', '身份证号', '现住址', '错误原因'],
      [
        '3',
        '王强',
        '5.19901E+17',
        '青禾镇胜利社区青禾苑3栋502',
        '证件号码被表格软件改成了科学计数法，请按证件重新填写',
      ],
    ]);

    const again = await run(...order);
    expect(again.answer).toMatchObject({ imported: 0, duplicate: 1, batch: null });
    expect(await run('import', ...as('officer'), '--file', join(folder, 'nothing.csv'))).toMatchObject({
      exit: 6,
    });
    expect(await run(...order, '--base', '7')).toMatchObject({ exit: 2 });
  } finally {
    await desk.dispose();
  }
});
