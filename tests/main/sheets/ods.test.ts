/** ods files. */
import { writeOds } from 'hucre/ods';
import { describe, expect, test } from 'vitest';
import { inspectSheet } from '#main/sheets/inspect.ts';
import {
  cellsOf,
  fileOf,
  packageOf,
  refusedLooking,
  refusedReading,
  rowsOf,
  SAMPLE,
  sampleBook,
  writtenBy,
} from './tables.ts';

const refusal = (rule: string) => ({ code: 'sheet-refused', rule });
const MEDIA_TYPE = 'application/vnd.oasis.opendocument.spreadsheet';

/** An ods file by the markup of its tables. */
function odsOf(tables: string, styles = '', manifest = ''): Promise<string> {
  return packageOf({
    mimetype: MEDIA_TYPE,
    'META-INF/manifest.xml': `<manifest:manifest xmlns:manifest="m">${manifest}</manifest:manifest>`,
    'content.xml': `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x" xmlns:style="s" xmlns:number="n"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
  });
}
const text = (value: string, more = '') =>
  `<table:table-cell office:value-type="string" ${more}><text:p>${value}</text:p></table:table-cell>`;
const row = (cells: string, more = '') => `<table:table-row ${more}>${cells}</table:table-row>`;
const table = (rows: string, more = 'table:name="一"') => `<table:table ${more}>${rows}</table:table>`;

describe('an ods file', () => {
  test('of SheetJS is read as text', async () => {
    const path = fileOf(writtenBy(sampleBook(), 'ods'));
    expect(await inspectSheet(path)).toMatchObject({
      kind: 'ods',
      encoding: null,
      sheets: [{ name: '人口' }, { name: '代码' }],
    });
    expect(await rowsOf(path)).toEqual(SAMPLE);
    expect(await cellsOf(path, { sheet: '代码' })).toEqual([['码表'], ['甲']]);
    expect(await refusedReading(path, { sheet: '别的' })).toEqual(refusal('no-such-sheet'));
  });

  test('of another library', async () => {
    const bytes = await writeOds({
      sheets: [
        {
          name: '人',
          rows: [
            ['姓名', '出生'],
            ['王芳', new Date(Date.UTC(1999, 11, 31))],
          ],
        },
      ],
    });
    expect(await cellsOf(fileOf(bytes))).toEqual([
      ['姓名', '出生'],
      ['王芳', '1999-12-31'],
    ]);
  });

  test('says which tables are hidden, and reads the first that is not', async () => {
    const path = await odsOf(
      table(row(text('藏')), 'table:name="藏" table:style-name="ta2"') + table(row(text('见'))),
      '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>',
    );
    expect((await inspectSheet(path)).sheets).toEqual([
      { name: '藏', hidden: true },
      { name: '一', hidden: false },
    ]);
    expect(await cellsOf(path)).toEqual([['见']]);
  });

  test('values are what the file says, not what it shows shortened', async () => {
    const path = await odsOf(
      table(
        row(
          `<table:table-cell office:value-type="float" office:value="519901198001011234"><text:p>5.2E+17</text:p></table:table-cell>
           <table:table-cell office:value-type="date" office:date-value="2024-01-05"><text:p>5/1/24</text:p></table:table-cell>
           <table:table-cell office:value-type="date" office:date-value="2024-01-05T08:30:00"><text:p>x</text:p></table:table-cell>
           <table:table-cell office:value-type="time" office:time-value="PT08H05M00S"><text:p>8:05 AM</text:p></table:table-cell>
           <table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>WAHR</text:p></table:table-cell>
           <table:table-cell office:value-type="float" office:value="301"><text:p>0301</text:p></table:table-cell>
           <table:table-cell office:value-type="string" office:string-value="甲"/>`,
        ),
      ),
    );
    expect(await cellsOf(path)).toEqual([
      ['519901198001011234', '2024-01-05', '2024-01-05 08:30', '08:05', 'TRUE', '0301', '甲'],
    ]);
  });

  test('spaces, breaks, paragraphs and marked text; notes at a cell are none of it', async () => {
    const path = await odsOf(
      table(
        row(
          `<table:table-cell office:value-type="string"><office:annotation><text:p>批注</text:p></office:annotation><text:p>甲<text:s text:c="2"/>乙<text:tab/><text:span>丙</text:span></text:p><text:p>丁<text:line-break/>戊</text:p></table:table-cell>`,
        ),
      ),
    );
    expect(await cellsOf(path)).toEqual([['甲  乙\t丙\n丁\n戊']]);
  });

  test('repeated cells and rows, merged ranges, and a sheet filled up to its last row', async () => {
    const empty = '<table:table-cell table:number-columns-repeated="16384"/>';
    const path = await odsOf(
      table(
        row(
          text('题', 'table:number-columns-spanned="3" table:number-rows-spanned="2"') +
            '<table:covered-table-cell table:number-columns-repeated="2"/>',
        ) +
          row(`<table:covered-table-cell table:number-columns-repeated="3"/>${text('右')}`) +
          row(empty, 'table:number-rows-repeated="5"') +
          row(text('同', 'table:number-columns-repeated="2"'), 'table:number-rows-repeated="2"') +
          row(empty, 'table:number-rows-repeated="1048567"'),
      ),
    );
    expect(await rowsOf(path)).toEqual([
      { number: 1, cells: ['题', '题', '题'] },
      { number: 2, cells: ['题', '题', '题', '右'] },
      { number: 8, cells: ['同', '同'] },
      { number: 9, cells: ['同', '同'] },
    ]);
  });

  test('a row that says it is a million, or a cell that does, is refused', async () => {
    const rows = await odsOf(table(row(text('甲'), 'table:number-rows-repeated="1048576"')));
    expect(await refusedReading(rows)).toEqual(refusal('too-big'));
    const cells = await odsOf(table(row(text('甲', 'table:number-columns-repeated="900000000"'))));
    expect(await refusedReading(cells)).toEqual(refusal('too-big'));
  });

  test('encrypted is refused, and so is a text document', async () => {
    const locked = await odsOf('', '', '<manifest:encryption-data manifest:checksum="x"/>');
    expect(await refusedLooking(locked)).toEqual(refusal('encrypted'));
    const letter = await packageOf({
      mimetype: 'application/vnd.oasis.opendocument.text',
      'content.xml': '<office:document-content xmlns:office="o"/>',
    });
    expect(await refusedLooking(letter)).toEqual(refusal('not-a-table'));
  });
});
