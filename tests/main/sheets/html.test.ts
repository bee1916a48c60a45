/** Pages with tables, which many systems write and call .xls. */
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { inspectSheet } from '#main/sheets/inspect.ts';
import { cellsOf, fileOf, refusedLooking, refusedReading, rowsOf, sampleBook, writtenBy } from './tables.ts';

const refusal = (rule: string) => ({ code: 'sheet-refused', rule });
const page = (body: string) => `<html><head><title>名单</title></head><body>${body}</body></html>`;

describe('a page with a table', () => {
  test('of SheetJS, with marks that SheetJS itself reads wrongly', async () => {
    const path = fileOf(writtenBy(sampleBook(), 'html'), '名单.xls');
    expect(await inspectSheet(path)).toEqual({
      kind: 'html',
      encoding: 'utf-8',
      sheets: [{ name: 'Sheet1', hidden: false }],
    });
    const rows = await rowsOf(path);
    expect(rows[0]).toEqual({
      number: 1,
      cells: ['幸福社区人口', '幸福社区人口', '幸福社区人口', '幸福社区人口'],
    });
    expect(rows[3]?.cells[3]).toBe('1栋101');
    expect(rows.at(-1)).toEqual({ number: 6, cells: ['', '前后 空格', 'TRUE', '&<>"\n二行'] });
  });

  test('in GBK, though it says something else', async () => {
    const body = page('<meta charset="utf-8"><table><tr><td>单雄</td></tr></table>');
    const path = fileOf(iconv.encode(body, 'gbk'), 'a.xls');
    expect((await inspectSheet(path)).encoding).toBe('gb18030');
    expect(await cellsOf(path)).toEqual([['单雄']]);
    expect(await cellsOf(path, { encoding: 'utf-8' })).not.toEqual([['单雄']]);
  });

  test('as Excel writes it', async () => {
    const path = fileOf(
      `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns="http://www.w3.org/TR/REC-html40">
      <head><style><!-- td {mso-number-format:"\\@";} --></style></head><body>
      <table border=0 cellpadding=0 style='border-collapse:collapse'>
       <col width=72>
       <tr height=18>
        <td class=xl65 x:num="519901198001010000">5.19901E+17</td>
        <td>单<span style='mso-spacerun:yes'>  </span>雄<br>
          二行</td>
        <td>&nbsp;</td>
        <td x:str="'001">001</td>
       </tr>
       <![if supportMisalignedColumns]>
       <tr height=0 style='display:none'><td width=72 style='width:54pt'></td></tr>
       <![endif]>
      </table></body></html>`,
    );
    expect(await rowsOf(path)).toEqual([
      { number: 1, cells: ['519901198001010000', '单 雄\n二行', '', '001'] },
    ]);
  });

  test('without closing tags, with entities, scripts and hidden rows', async () => {
    const path = fileOf(
      page(
        `<table><thead><tr><th>姓名<th>&#x20BB7;&amp;&lt;b&gt;</thead><script>var a = "<td>no</td>";</script><tr style="display:none"><td><p>甲</p><p>乙</p><td>2<tr><td><td>3</table>`,
      ),
    );
    expect(await cellsOf(path)).toEqual([
      ['姓名', '𠮷&<b>'],
      ['甲\n乙', '2'],
      ['', '3'],
    ]);
  });

  test('cells over several rows and columns are repeated and push the others aside', async () => {
    const path = fileOf(
      page(
        `<table><tr><td colspan=3>题<tr><td rowspan=3>户<td>一<td rowspan="2">二<tr><td>三<tr><td>四<td>五<tr><td>六</table>`,
      ),
    );
    expect(await cellsOf(path)).toEqual([
      ['题', '题', '题'],
      ['户', '一', '二'],
      ['户', '三', '二'],
      ['户', '四', '五'],
      ['六'],
    ]);
  });

  test('tables within tables are sheets of their own, those without text are none', async () => {
    const path = fileOf(
      page(
        `<table><tr><td><table><tr><td>甲</td></tr></table></td></tr></table><table></table><table><tr><td>乙</td></tr></table>`,
      ),
    );
    expect((await inspectSheet(path)).sheets.map(({ name }) => name)).toEqual(['Sheet1', 'Sheet2']);
    expect(await cellsOf(path)).toEqual([['甲']]);
    expect(await cellsOf(path, { sheet: 'Sheet2' })).toEqual([['乙']]);
    expect(await refusedReading(path, { sheet: 'Sheet3' })).toEqual(refusal('no-such-sheet'));
  });

  test.each([
    ['without table', page('<p>没有表</p>'), 'not-a-table'],
    ['with an empty table', page('<table><tr><td>&nbsp;</td></tr></table>'), 'not-a-table'],
    ['nested without end', page(`${'<table><tr><td>'.repeat(200)}甲`), 'damaged'],
    [
      'with a cell as wide as a thousand sheets',
      page('<table><tr><td colspan=99999999>甲<td>乙</table>'),
      'too-big',
    ],
    [
      'with a cell longer than any of Excel',
      page(`<table><tr><td>${'长'.repeat(40_000)}</table>`),
      'damaged',
    ],
  ])('%s is refused', async (_, body, rule) => {
    expect(await refusedReading(fileOf(body))).toEqual(refusal(rule));
  });

  test('wide cells without number do not use up time', async () => {
    const path = fileOf(page(`<table>${'<tr><td colspan=16000>甲'.repeat(20_000)}</table>`));
    expect(await refusedLooking(path)).toEqual(refusal('too-big'));
  });
});
