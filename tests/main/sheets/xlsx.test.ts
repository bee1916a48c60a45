/** xlsx files: as libraries write them, and as only programs in the field do. */
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { inspectSheet } from '#main/sheets/inspect.ts';
import {
  cellsOf,
  fileOf,
  packageOf,
  refusedReading,
  rowsOf,
  SAMPLE,
  sampleBook,
  writtenBy,
  xlsxOf,
  xlsxParts,
} from './tables.ts';

describe('an xlsx file that a library wrote', () => {
  test('says what it holds, whatever its name ends with', async () => {
    const path = fileOf(writtenBy(sampleBook(), 'xlsx'), '名单.csv');
    expect(await inspectSheet(path)).toEqual({
      kind: 'xlsx',
      encoding: null,
      sheets: [
        { name: '人口', hidden: false },
        { name: '代码', hidden: true },
      ],
    });
  });

  test.each([false, true])('is read as text, days counted from 1904: %s', async (date1904) => {
    expect(await rowsOf(fileOf(writtenBy(sampleBook(date1904), 'xlsx')))).toEqual(SAMPLE);
  });

  test('gives the sheet that is asked for, hidden or not, and refuses one it does not have', async () => {
    const path = fileOf(writtenBy(sampleBook(), 'xlsx'));
    expect(await cellsOf(path, { sheet: '代码' })).toEqual([['码表'], ['甲']]);
    expect(await refusedReading(path, { sheet: '别的' })).toEqual({
      code: 'sheet-refused',
      rule: 'no-such-sheet',
    });
  });

  test('of another library, with texts shared and texts inline', async () => {
    for (const stringMode of ['shared', 'inline'] as const) {
      const bytes = await writeXlsx({
        sheets: [
          {
            name: 'a',
            rows: [
              ['姓名', 'x < y & z'],
              ['王芳', new Date(Date.UTC(1999, 11, 31))],
            ],
          },
        ],
        stringMode,
      });
      expect(await cellsOf(fileOf(bytes))).toEqual([
        ['姓名', 'x < y & z'],
        ['王芳', '1999-12-31'],
      ]);
    }
  });

  test('encrypted is refused', async () => {
    const bytes = await writeXlsx({
      sheets: [{ name: 'a', rows: [['姓名']] }],
      encryption: { password: 'open sesame', spinCount: 100 },
    });
    expect(await refusedReading(fileOf(bytes))).toEqual({ code: 'sheet-refused', rule: 'encrypted' });
  });
});

const STYLES = `<numFmts count="2"><numFmt numFmtId="176" formatCode="0000"/><numFmt numFmtId="177" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>
  <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
  <cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="177"/><xf numFmtId="31"/><xf numFmtId="49"/></cellXfs>`;

describe('an xlsx file by its markup', () => {
  test('numbers keep every digit the file has', async () => {
    const path = await xlsxOf({
      styles: STYLES,
      sheet: `<sheetData><row r="1">
        <c r="A1"><v>519901198001011234</v></c><c r="B1"><v>5.1990119800101E+17</v></c>
        <c r="C1" t="inlineStr"><is><t>5.19901E+17</t></is></c><c r="D1" s="1"><v>301</v></c>
        <c r="E1" s="4"><v>45296</v></c><c r="F1" t="inlineStr"><is><t>'519901198001011239</t></is></c>
      </row></sheetData>`,
    });
    expect(await cellsOf(path)).toEqual([
      ['519901198001011234', '519901198001010000', '5.19901E+17', '0301', '45296', "'519901198001011239"],
    ]);
  });

  test('days are told from numbers by their style, the Chinese ones too', async () => {
    const path = await xlsxOf({
      styles: STYLES,
      sheet: `<sheetData><row r="1"><c r="A1" s="2"><v>45296</v></c><c r="B1" s="3"><v>45296</v></c><c r="C1" s="0"><v>45296</v></c><c r="D1" t="d"><v>2024-01-05T00:00:00</v></c></row></sheetData>`,
    });
    expect(await cellsOf(path)).toEqual([['2024-01-05', '2024-01-05', '45296', '2024-01-05']]);
  });

  test('formulas give the value they were saved with, errors what Excel shows', async () => {
    const path = await xlsxOf({
      sheet: `<sheetData><row r="1"><c r="A1" t="str"><f>B1&amp;"x"</f><v>甲x</v></c><c r="B1"><f>1+1</f><v>2</v></c><c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="D1" t="b"><v>0</v></c><c r="E1"><f>SUM(A1)</f></c></row></sheetData>`,
    });
    expect(await cellsOf(path)).toEqual([['甲x', '2', '#DIV/0!', 'FALSE']]);
  });

  test('texts of several runs are one, readings above them none, escapes undone', async () => {
    const path = await xlsxOf({
      strings: `<si><t>单</t><rPh sb="0" eb="1"><t>shàn</t></rPh></si><si><r><t>一</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 二_x000D_ </t></r></si><si><t>_x005F_x0041_</t></si><si/>`,
      sheet: `<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c><c r="E1" t="inlineStr"><is><t><![CDATA[<甲>]]></t></is></c></row></sheetData>`,
    });
    expect(await cellsOf(path)).toEqual([['单', '一 二\r ', '_x0041_', '', '<甲>']]);
  });

  test('cells and rows without places, prefixes, hidden rows and columns', async () => {
    const parts = xlsxParts({ sheet: '' });
    const path = await packageOf({
      ...parts,
      'xl/worksheets/sheet1.xml': `<x:worksheet xmlns:x="u"><x:cols><x:col min="1" max="1" hidden="1"/></x:cols><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c><x:c/><x:c><x:v>1</x:v></x:c></x:row><x:row hidden="1"><x:c><x:v>2</x:v></x:c></x:row></x:sheetData><x:mergeCells count="1"><x:mergeCell ref="A1:B1"/></x:mergeCells></x:worksheet>`,
    });
    expect(await rowsOf(path)).toEqual([
      { number: 1, cells: ['甲', '甲', '1'] },
      { number: 2, cells: ['2'] },
    ]);
  });

  test('a title over all columns of Excel is repeated as far as the table is wide', async () => {
    const cell = (place: string) => `<c r="${place}" t="inlineStr"><is><t>${place}</t></is></c>`;
    const path = await xlsxOf({
      sheet: `<sheetData><row r="1">${cell('A1')}</row><row r="3">${cell('A3')}${cell('B3')}${cell('C3')}</row><row r="4">${cell('B4')}</row><row r="9">${cell('B9')}</row></sheetData><mergeCells><mergeCell ref="A1:XFD1"/><mergeCell ref="A3:A1048576"/></mergeCells>`,
    });
    expect(await rowsOf(path)).toEqual([
      { number: 1, cells: ['A1', 'A1', 'A1'] },
      { number: 3, cells: ['A3', 'B3', 'C3'] },
      { number: 4, cells: ['A3', 'B4'] },
      { number: 9, cells: ['A3', 'B9'] },
    ]);
  });

  test('a cell that speaks of merged cells merges nothing', async () => {
    const path = await xlsxOf({
      sheet: `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>mergeCell ref="A1:B2"</t></is></c></row><row r="2"><c r="B2"><v>1</v></c></row></sheetData>`,
    });
    expect(await cellsOf(path)).toEqual([['mergeCell ref="A1:B2"'], ['', '1']]);
  });

  test('merged ranges are found wherever the file is cut while it is read', async () => {
    const rows = Array.from({ length: 6000 }, (_, n) => {
      const number = n * 2 + 1;
      return `<row r="${number}"><c r="A${number}"><v>${n}</v></c><c r="B${number}"><v>1</v></c></row><row r="${number + 1}"><c r="B${number + 1}"><v>2</v></c></row>`;
    });
    const merges = rows.map((_, n) => `<mergeCell ref="A${n * 2 + 1}:A${n * 2 + 2}"/>`);
    const path = await xlsxOf({
      sheet: `<sheetData>${rows.join('')}</sheetData><mergeCells>${merges.join('')}</mergeCells>`,
    });
    const cells = await cellsOf(path);
    expect(cells).toHaveLength(12_000);
    expect(cells.every(([first], n) => first === String(Math.floor(n / 2)))).toBe(true);
  });
});
