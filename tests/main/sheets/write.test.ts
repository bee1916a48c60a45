/** Tables that are written: read back the same, harmless, and whole or not there. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read } from '@e965/xlsx';
import fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { guardText, isFormulaLike } from '#shared/kernel/formula-guard.ts';
import { inspectSheet } from '#main/sheets/inspect.ts';
import { openParts } from '#main/sheets/package-parts.ts';
import type { Table } from '#main/sheets/sheet.ts';
import { writeCsv, type CsvEncoding } from '#main/sheets/write-csv.ts';
import { writeXlsx } from '#main/sheets/write-xlsx.ts';
import { failureOfLater } from '#tests/support/failures.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { cellsOf, rowsOf } from './tables.ts';

const TABLE: Table = {
  header: ['姓名', '证件号码', '住址'],
  rows: [
    ['单雄', '519901198001011239', '1栋101'],
    ['䶮𠮷', '519901198001010000', ''],
    ['', '', ''],
    ['王芳', '0301', '&<>"\'\n二行\r\n三行\t完'],
  ],
  note: '李建国 2024-01-05 导出',
};
const READ = [
  { number: 1, cells: ['姓名', '证件号码', '住址'] },
  { number: 2, cells: ['单雄', '519901198001011239', '1栋101'] },
  { number: 3, cells: ['䶮𠮷', '519901198001010000'] },
  { number: 5, cells: ['王芳', '0301', '&<>"\'\n二行\r\n三行\t完'] },
  { number: 6, cells: ['李建国 2024-01-05 导出'] },
];
const FORMULAS = [
  '=1+1',
  '+86',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠a',
  '  =1',
  '\u3000=1',
  '\u200B=1',
  '\uFEFF=1',
];
const HARMLESS = ['1=1', '张-三', 'a@b', "'=1", '(=1)', '5.1', ''];

async function* later(rows: readonly (readonly string[])[]): AsyncGenerator<readonly string[]> {
  for (const row of rows) {
    await Promise.resolve();
    yield row;
  }
}

describe('an xlsx file', () => {
  test('is read back as it was given, and counts its rows', async () => {
    const path = join(tempFolder(), 'a.xlsx');
    expect(await writeXlsx(path, { name: '人口', ...TABLE })).toEqual({ rows: 4 });
    expect(await rowsOf(path)).toEqual(READ);
    expect((await inspectSheet(path)).sheets).toEqual([{ name: '人口', hidden: false }]);
  });

  test('is read by other programs as text in every cell', async () => {
    const path = join(tempFolder(), 'a.xlsx');
    await writeXlsx(path, {
      name: '人口',
      header: ['数'],
      rows: [['519901198001011239'], ...FORMULAS.map((text) => [text])],
    });
    const book = read(readFileSync(path), { cellFormula: true, dense: true });
    const cells = (book.Sheets['人口']?.['!data'] ?? []).flatMap((row) => row ?? []);
    expect(cells.map(({ t, f }) => [t, f])).toEqual(cells.map(() => ['s', undefined]));
    expect(cells.map(({ v }) => v)).toEqual(['数', '519901198001011239', ...FORMULAS]);
    const other = await readXlsx(readFileSync(path));
    expect(other.sheets[0]?.rows.flat()).toEqual(['数', '519901198001011239', ...FORMULAS]);
  });

  test('has a bold header that stays in sight, columns as wide as their text, formulas marked as text', async () => {
    const path = join(tempFolder(), 'a.xlsx');
    await writeXlsx(path, {
      name: 'a',
      header: ['姓名', '住址'],
      rows: later([
        ['王芳', '幸福路十二号院三栋'],
        ['=1', 'x'.repeat(500)],
      ]),
    });
    const parts = await openParts(path);
    const xml = String(await parts.readAll('xl/worksheets/sheet1.xml', 1e6));
    const styles = String(await parts.readAll('xl/styles.xml', 1e6));
    parts.close();
    expect(xml).toContain('<pane ySplit="1"');
    expect([...xml.matchAll(/<col [^>]*width="(\d+)"/g)].map(([, width]) => width)).toEqual(['8', '40']);
    const formats = [...styles.slice(styles.indexOf('<cellXfs')).matchAll(/<xf [^>]*>/g)].map(([xf]) => xf);
    const styleOf = (place: string) => formats[Number(new RegExp(`r="${place}" s="(\\d)"`).exec(xml)?.[1])];
    expect(styleOf('A1')).toContain('fontId="1"');
    expect(styleOf('A2')).toContain('numFmtId="49"');
    expect(styleOf('A3')).toContain('quotePrefix="1"');
  });

  test.each([
    ['a/b:c?d', 'a b c d'],
    ["'引'", '引'],
    ['', 'Sheet1'],
    ['很长'.repeat(30), '很长'.repeat(7) + '很'],
  ])('a sheet cannot be named %s', async (name, kept) => {
    const path = join(tempFolder(), 'a.xlsx');
    await writeXlsx(path, { name, header: ['a'], rows: [] });
    expect((await inspectSheet(path)).sheets[0]?.name).toBe(kept);
  });

  test('whatever the texts are, they come back', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 12 });
    const odd = fc.constantFrom(
      '_x000D_',
      '_x005F_',
      '_x00',
      '\u0000',
      '\uFFFE',
      '\uD800',
      '\r\n',
      ' a ',
      ']]>',
      '&#65;',
      '=1',
    );
    const row = fc.array(fc.oneof(text, odd), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 60, size: 'max' }), async (rows) => {
        const path = join(tempFolder(), 'a.xlsx');
        await writeXlsx(path, { name: 'a', header: ['头'], rows: later(rows) });
        const kept = rows.map(trimmed).filter((cells) => cells.length > 0);
        expect(await cellsOf(path)).toEqual([['头'], ...kept]);
      }),
      { numRuns: 6 },
    );
  });

  test('more than Excel holds is refused, and leaves no file', async () => {
    const folder = tempFolder();
    const path = join(folder, 'a.xlsx');
    const wide = writeXlsx(path, {
      name: 'a',
      header: ['a'],
      rows: [Array.from({ length: 16_385 }, () => 'x')],
    });
    expect(await failureOfLater(() => wide)).toEqual({ code: 'sheet-refused', rule: 'too-big' });
    const long = writeXlsx(path, { name: 'a', header: ['a'], rows: [['x'.repeat(32_768)]] });
    expect(await failureOfLater(() => long)).toEqual({ code: 'sheet-refused', rule: 'too-big' });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe.each<CsvEncoding>(['utf-8-bom', 'gb18030'])('a csv file in %s', (encoding) => {
  test('is read back as it was given', async () => {
    const path = join(tempFolder(), 'a.csv');
    expect(await writeCsv(path, TABLE, encoding)).toEqual({ rows: 4 });
    expect((await inspectSheet(path)).encoding).toBe(encoding === 'gb18030' ? 'gb18030' : 'utf-8');
    expect(await rowsOf(path)).toEqual(READ);
  });

  test('formulas get an apostrophe, in the header and the note too', async () => {
    const path = join(tempFolder(), 'a.csv');
    await writeCsv(path, { header: ['=a'], rows: FORMULAS.map((text) => ['x', text]), note: '=b' }, encoding);
    const cells = await cellsOf(path);
    expect(cells).toEqual([["'=a"], ...FORMULAS.map((text) => ['x', `'${text}`]), ["'=b"]]);
    expect(cells.flat().some(isFormulaLike)).toBe(false);
  });

  test('whatever the texts are, they come back, but for the apostrophes', async () => {
    // Private characters of GB 18030 have moved between its editions; names have none.
    const text = fc
      .string({ unit: 'binary', maxLength: 12 })
      .filter(
        (value) =>
          value.isWellFormed() && !/[\u0000-\u0008\u000E-\u001F\uE000-\uF8FF\uFEFF\uFFFD]/.test(value),
      );
    const row = fc.array(text, { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 8 }), async (rows) => {
        const path = join(tempFolder(), 'a.csv');
        await writeCsv(path, { header: ['表头', '二'], rows: later(rows) }, encoding);
        const kept = rows.map(trimmed).filter((cells) => cells.length > 0);
        expect(await cellsOf(path, { encoding: encoding === 'gb18030' ? 'gb18030' : 'utf-8' })).toEqual([
          ['表头', '二'],
          ...kept.map((cells) => cells.map(guardText)),
        ]);
      }),
      { numRuns: 60 },
    );
  });
});

test('only what begins like a formula is changed', () => {
  expect(HARMLESS.map(guardText)).toEqual(HARMLESS);
  expect(FORMULAS.map(guardText)).toEqual(FORMULAS.map((text) => `'${text}`));
});

describe('a file is whole or not there', () => {
  async function* breaking(): AsyncGenerator<readonly string[]> {
    for (let n = 0; n < 5000; n += 1) yield [`单雄${n}`];
    await Promise.resolve();
    throw new RangeError('the table broke');
  }

  test.each([
    ['xlsx', (path: string) => writeXlsx(path, { name: 'a', header: ['a'], rows: breaking() })],
    ['csv', (path: string) => writeCsv(path, { header: ['a'], rows: breaking() }, 'gb18030')],
  ])('when its rows end in an error: %s', async (_, write) => {
    const folder = tempFolder();
    const path = join(folder, 'a');
    writeFileSync(path, 'what was there');
    await expect(write(path)).rejects.toThrow('the table broke');
    expect(readFileSync(path, 'utf8')).toBe('what was there');
    expect(readdirSync(folder)).toEqual(['a']);
  });

  test('and nobody else may read it', async () => {
    const path = join(tempFolder(), 'a.csv');
    await writeCsv(path, TABLE, 'gb18030');
    expect(statSync(path).mode & 0o077).toBe(0);
  });

  test('and an error of the system keeps its code', async () => {
    const folder = tempFolder();
    const path = join(folder, 'gone', 'a.xlsx');
    await expect(writeXlsx(path, { name: 'a', ...TABLE })).rejects.toMatchObject({ code: 'ENOENT' });
    mkdirSync(join(folder, 'taken'));
    await expect(writeXlsx(join(folder, 'taken'), { name: 'a', ...TABLE })).rejects.toMatchObject({
      code: 'EISDIR',
    });
    expect(existsSync(join(folder, 'taken.part'))).toBe(false);
  });
});

/** As a reader gives a row: without the empty cells at its end. */
function trimmed(row: readonly string[]): readonly string[] {
  return row.slice(0, row.findLastIndex((cell) => cell !== '') + 1);
}
