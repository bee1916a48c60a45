import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read } from '@e965/xlsx';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Role } from '#shared/kernel/role.ts';
import { SLOW, useDesks, type Desk } from '#tests/renderer/at-the-desk.tsx';
import {
  FORBIDDEN,
  PEOPLE,
  RIGHT_NUMBER,
  SHORT_NUMBER,
  writeSheet,
  type SheetPerson,
} from '#tests/support/community-sheet.ts';
import type { TestOffice } from '#tests/support/office.ts';
import { numberOf } from '#tests/support/people.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { allPeople, buildTown } from './town.ts';

const openDesk = useDesks();

async function openImport(
  role: Role = 'officer',
  before: (office: TestOffice) => Promise<void> = async (office) => void (await buildTown(office)),
): Promise<Desk> {
  const desk = await openDesk(role, before);
  await desk.press('{Alt>}3{/Alt}');
  await screen.findByRole('heading', { level: 1, name: '人口' }, SLOW);
  if (role === 'officer') await desk.user.click(await screen.findByRole('button', { name: '导入' }, SLOW));
  return desk;
}

const button = (name: string | RegExp) => screen.findByRole('button', { name }, SLOW);

/** From the file to the counts. */
async function checkSheet(desk: Desk, people: readonly SheetPerson[] = PEOPLE): Promise<void> {
  desk.office.shell.choose(writeSheet(tempFolder(), people));
  await desk.user.click(await button('选择文件'));
  await desk.user.click(await button('下一步'));
  await desk.user.click(await button('核对全部行'));
  await button(/^(?:写入 \d+ 行|没有可写入的行。)$/u);
}

/** 读取 = 新增 + 补全 + 重复 + 错误, as the screen says it. */
function sums(): number[] {
  const [list] = screen.getAllByLabelText(/^读取 /u);
  return list === undefined
    ? []
    : within(list)
        .getAllByRole('definition')
        .map(({ textContent }) => Number(textContent));
}

async function rowOf(row: number): Promise<HTMLElement> {
  const said = await screen.findByText(`第 ${row} 行`, {}, SLOW);
  const card = said.closest('li');
  if (card === null) throw new Error(`row ${row} has no card`);
  return card;
}

async function fixRow(desk: Desk, row: number, field: string, text: string): Promise<void> {
  await desk.user.click(within(await rowOf(row)).getByRole('button', { name: '更正' }));
  const cell = await within(await rowOf(row)).findByLabelText(field, {}, SLOW);
  await desk.user.clear(cell);
  await desk.user.click(cell);
  await desk.user.paste(text);
  await desk.press('{Enter}');
  await waitFor(() => expect(screen.queryByText(`第 ${row} 行`)).toBeNull(), SLOW);
}

describe('an import', () => {
  it('finds the encoding and the columns, and names what the law forbids', async () => {
    const desk = await openImport();
    desk.office.shell.choose(writeSheet(tempFolder()));
    await desk.user.click(await button('选择文件'));
    const encoding = await screen.findByLabelText('文字编码', {}, SLOW);
    expect(encoding).toHaveProperty('value', 'gb18030');
    expect(screen.getByText('表头：第 1 行')).toBeTruthy();
    expect(screen.getByText('徐云梅')).toBeTruthy();
    await desk.user.click(await button('下一步'));
    expect(await screen.findByText('民族：宪法第四条、第三十三条，与本台账无关', {}, SLOW)).toBeTruthy();
    expect(screen.queryByLabelText('民族 导入为')).toBeNull();
    expect(screen.getByLabelText('身份证号 导入为')).toHaveProperty('value', 'idNumber');
    for (const value of FORBIDDEN) expect(document.body.textContent).not.toContain(value);
    expect(document.body.textContent).not.toMatch(/\d{15}|1\d{10}/u);
  });

  it('says which field is missing before it can be checked', async () => {
    const desk = await openImport();
    desk.office.shell.choose(writeSheet(tempFolder()));
    await desk.user.click(await button('选择文件'));
    await desk.user.click(await button('下一步'));
    await desk.user.selectOptions(await screen.findByLabelText('姓名 导入为', {}, SLOW), '');
    expect(await button('核对全部行')).toHaveProperty('disabled', true);
    expect(screen.getByText('还缺：姓名')).toBeTruthy();
  });

  it('is read, two rows are put right, and the counts that were announced are what is written', async () => {
    const desk = await openImport();
    await checkSheet(desk);
    expect(sums()).toEqual([10, 8, 0, 0, 2]);
    expect((await rowOf(5)).textContent).toContain('公民身份号码：位数不对，请对照证件');
    expect(document.body.textContent).not.toContain(SHORT_NUMBER);
    await fixRow(desk, 5, '公民身份号码', RIGHT_NUMBER);
    await waitFor(() => expect(sums()).toEqual([10, 9, 0, 0, 1]), SLOW);
    await fixRow(desk, 6, '姓名', '赵敏');
    await waitFor(() => expect(sums()).toEqual([10, 10, 0, 0, 0]), SLOW);
    await screen.findByText('没有错误的行。', {}, SLOW);
    await desk.user.click(await button('写入 10 行'));
    await screen.findByText('已写入', {}, SLOW);
    expect(sums()).toEqual([10, 10, 0, 0, 0]);
    const people = await allPeople(desk);
    expect(people.map(({ name }) => name).toSorted()).toEqual(
      PEOPLE.map(({ name = '' }) => (name === '' ? '赵敏' : name)).toSorted(),
    );
    expect(people.find(({ name }) => name === '张伟')?.idTail).toBe(RIGHT_NUMBER.slice(-4));

    await desk.user.click(await button('看这批记录'));
    await screen.findByRole('heading', { level: 1, name: '人口' }, SLOW);
    await screen.findByText(/符合 10|共 10|全部 10/u, {}, SLOW);
  });

  it('saves the rows with errors with their reasons, and remembers the columns of such a sheet', async () => {
    const desk = await openImport();
    await checkSheet(desk);
    const file = join(tempFolder(), '错误.xlsx');
    desk.office.shell.choose(file);
    await desk.user.click(await button('导出错误行'));
    await within(screen.getByRole('log')).findByText('已存为 错误.xlsx，共 2 行，含“错误原因”列。', {}, SLOW);
    const text = JSON.stringify(read(readFileSync(file)).Sheets);
    expect(text).toContain('错误原因');
    for (const value of FORBIDDEN) expect(text).not.toContain(value);

    await desk.user.click(await button('写入 8 行'));
    await desk.user.click(await button('再导入一个'));
    desk.office.shell.choose(writeSheet(tempFolder()));
    await desk.user.click(await button('选择文件'));
    await screen.findByText('这种表以前导入过，已按上次的对应。', {}, SLOW);
  });

  it('shows twins side by side, and each goes the way that was decided', async () => {
    const same = numberOf('19910412', '002');
    const desk = await openImport('officer', async (office) => {
      const town = await buildTown(office);
      await town.person({ name: '李欣', idNumber: same });
      await town.person({ name: '王芳', idNumber: numberOf('19790909', '102') });
    });
    await checkSheet(desk, [
      { name: '李欣', idNumber: same, phone: '15400010006', address: '青禾苑3栋2单元501' },
      { name: '王芳', idNumber: numberOf('19790909', '102'), address: '青禾苑3栋2单元502' },
    ]);
    expect(sums()).toEqual([2, 0, 1, 1, 0]);
    await desk.user.click(screen.getByRole('tab', { name: /疑似重复/u }));
    const card = await rowOf(2);
    expect(card.textContent).toContain('与已有记录 证号相同');
    expect(within(card).getByRole('row', { name: /^表格 李欣.*154····0006/u })).toBeTruthy();
    expect(within(card).getByRole('row', { name: /^已有 李欣/u })).toBeTruthy();
    await desk.user.click(within(card).getByRole('radio', { name: /跳过/u }));
    await waitFor(() => expect(sums()).toEqual([2, 0, 0, 2, 0]), SLOW);
    await button('没有可写入的行。');
    await desk.user.click(within(await rowOf(2)).getByRole('radio', { name: /补全已有/u }));
    await desk.user.click(await button('写入 1 行'));
    await screen.findByText('已写入', {}, SLOW);
    const people = await allPeople(desk);
    expect(people).toHaveLength(2);
    expect(people.find(({ name }) => name === '李欣')?.phonesMasked).toEqual(['154····0006']);
  });

  it('is taken back as a whole; what somebody changed since stays and is counted', async () => {
    const desk = await openImport();
    await checkSheet(desk);
    await desk.user.click(await button('写入 8 行'));
    await screen.findByText('已写入', {}, SLOW);
    const [changed] = await allPeople(desk);
    if (changed === undefined) throw new Error('nobody was imported');
    const people = [{ id: changed.id, revision: changed.revision }];
    await desk.counter.residents.verify({ people, how: 'visit' });
    await desk.user.click(await button('整批撤销'));
    const dialog = await screen.findByRole('dialog', { name: '撤销“社区表.csv”' });
    await desk.user.click(within(dialog).getByRole('button', { name: '撤销这一批' }));
    await within(screen.getByRole('log')).findByText(/已作废 \d+ 条，改回 0 条，保留 \d+ 条/u, {}, SLOW);
    await screen.findByText('已撤销', {}, SLOW);
    expect((await allPeople(desk)).map(({ id }) => id)).toEqual([changed.id]);
  });

  it('is given up at any step, and nothing was written', async () => {
    const desk = await openImport();
    await checkSheet(desk);
    await desk.user.click(await button('取消导入'));
    await screen.findByText('还没有导入过。', {}, SLOW);
    expect(await allPeople(desk)).toEqual([]);
  });

  it('stays where it is when no file is chosen', async () => {
    const desk = await openImport();
    desk.office.shell.choose(null);
    await desk.user.click(await button('选择文件'));
    await button('选择文件');
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('an auxiliary', () => {
  it('has no import, and is told who does', async () => {
    const desk = await openImport('auxiliary');
    expect(screen.queryByRole('button', { name: '导入' })).toBeNull();
    await expect(desk.counter.imports.choose({})).rejects.toMatchObject({ data: { code: 'forbidden' } });
  });
});
