/** csv files: encodings, separators, and the same records as another parser reads. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { inspectSheet } from '#main/sheets/inspect.ts';
import type { Encoding } from '#main/sheets/sheet.ts';
import { openCsvParser, type Separator } from '#main/sheets/text/csv-parser.ts';
import { decodeFile } from '#main/sheets/text/decode-file.ts';
import { cellsOf, fileOf, inPieces, refusedLooking, refusedReading, rowsOf } from './tables.ts';

const damaged = { code: 'sheet-refused', rule: 'damaged' };
const TEXT = '姓名,证件号码\r\n单雄,519901198001011239\r\n"䶮, ""𠮷""",㐂\r\n';
const CELLS = [
  ['姓名', '证件号码'],
  ['单雄', '519901198001011239'],
  ['䶮, "𠮷"', '㐂'],
];

describe('the encoding of a csv file', () => {
  test.each<[string, Buffer, Encoding]>([
    ['UTF-8', Buffer.from(TEXT), 'utf-8'],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${TEXT}`), 'utf-8'],
    ['GB18030, four bytes a character among them', iconv.encode(TEXT, 'gb18030'), 'gb18030'],
    [
      'GB18030 with its mark',
      Buffer.concat([Buffer.from([0x84, 0x31, 0x95, 0x33]), iconv.encode(TEXT, 'gb18030')]),
      'gb18030',
    ],
    ['UTF-16 with its mark', Buffer.from(`\uFEFF${TEXT}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 without', Buffer.from(TEXT, 'utf16le'), 'utf-16le'],
    ['ASCII', Buffer.from('a,b'), 'utf-8'],
  ])('%s is found', async (_, bytes, encoding) => {
    const path = fileOf(bytes, '名单.xlsx');
    expect(await inspectSheet(path)).toEqual({
      kind: 'csv',
      encoding,
      sheets: [{ name: '', hidden: false }],
    });
    expect(await cellsOf(path)).toEqual(encoding === 'utf-8' && bytes.length < 9 ? [['a', 'b']] : CELLS);
  });

  test('GBK is found though only the last character is Chinese', async () => {
    const path = fileOf(
      Buffer.concat([Buffer.from('name,place\n'.repeat(20_000)), iconv.encode('雄', 'gbk')]),
    );
    expect((await inspectSheet(path)).encoding).toBe('gb18030');
    expect((await cellsOf(path)).at(-1)).toEqual(['雄']);
  });

  test('of a UTF-8 file that was cut in the middle of a character stays UTF-8', async () => {
    const path = fileOf(Buffer.from('姓名,住址\n单雄信,幸福路\n').subarray(0, -3));
    expect((await inspectSheet(path)).encoding).toBe('utf-8');
    expect((await cellsOf(path)).at(-1)).toEqual(['单雄信', '幸福\uFFFD']);
  });

  test('may be said by a person', async () => {
    const path = fileOf(iconv.encode('联通', 'gbk'));
    expect(await cellsOf(path, { encoding: 'gb18030' })).toEqual([['联通']]);
  });

  test('characters are whole wherever the file is cut while it is read', async () => {
    const text = Array.from({ length: 40_000 }, (_, n) => `${n}单雄䶮𠮷`).join('\n');
    for (const encoding of ['utf-8', 'gb18030', 'utf-16le'] as const) {
      const path = fileOf(
        encoding === 'gb18030'
          ? iconv.encode(text, encoding)
          : Buffer.from(text, encoding === 'utf-8' ? 'utf8' : 'utf16le'),
      );
      const pieces: string[] = [];
      for await (const piece of decodeFile(path, encoding)) pieces.push(piece);
      expect(pieces.length).toBeGreaterThan(5);
      expect(pieces.join('') === text).toBe(true);
    }
  });
});

describe('a csv file', () => {
  test.each([
    [
      'semicolons',
      'a;b;c\n1;2,5;3\n',
      [
        ['a', 'b', 'c'],
        ['1', '2,5', '3'],
      ],
    ],
    [
      'tabs',
      'a\tb\n1,2,3\t4\n',
      [
        ['a', 'b'],
        ['1,2,3', '4'],
      ],
    ],
    ['a line that names the separator', 'sep=;\r\na,b,c;d\r\n', [['a,b,c', 'd']]],
    [
      'lines of an old Macintosh',
      'a,b\r"c",d\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['the end mark of DOS', 'a,b\r\n\u001A', [['a', 'b']]],
    ['quotes inside a cell', 'a"b,"c"d,e\n', [['a"b', 'cd', 'e']]],
    ['spaces before a quote', 'a, "b"\n', [['a', ' "b"']]],
    ['no end of line', 'a,"b"', [['a', 'b']]],
    ['an apostrophe in front', "'519901198001011239,x\n", [["'519901198001011239", 'x']]],
    ['one column', '甲\n乙\n', [['甲'], ['乙']]],
  ])('with %s', async (_, text, cells) => {
    expect(await cellsOf(fileOf(text))).toEqual(cells);
  });

  test('rows without text leave a gap, breaks inside quotes none', async () => {
    expect(await rowsOf(fileOf('a\n\n,,\n"b\nc"\nd\n'))).toEqual([
      { number: 1, cells: ['a'] },
      { number: 4, cells: ['b\nc'] },
      { number: 5, cells: ['d'] },
    ]);
  });

  test('a million empty columns are none; as many with text, or a quote that never ends, are refused', async () => {
    expect(await cellsOf(fileOf(`a${','.repeat(1_000_000)}\nb\n`))).toEqual([['a'], ['b']]);
    const wide = fileOf(`a${','.repeat(1_000_000)}b\n`);
    expect(await refusedReading(wide)).toEqual({ code: 'sheet-refused', rule: 'too-big' });
    const open = fileOf(`姓名\n"单雄\n${'甲,乙\n'.repeat(50_000)}`);
    expect(await refusedReading(open)).toEqual(damaged);
    expect(await refusedReading(fileOf('a,"b'))).toEqual(damaged);
    expect(await refusedReading(fileOf(`a,${'长'.repeat(32_768)}`))).toEqual(damaged);
    expect(await cellsOf(fileOf(`a,${'长'.repeat(32_767)}`))).toHaveLength(1);
  });

  test('has one sheet, without a name', async () => {
    const path = fileOf('a,b\n');
    expect(await cellsOf(path, { sheet: '' })).toEqual([['a', 'b']]);
    expect(await refusedReading(path, { sheet: 'x' })).toEqual({
      code: 'sheet-refused',
      rule: 'no-such-sheet',
    });
  });

  test.each([
    ['nothing', ''],
    ['only a mark', '\uFEFF'],
    ['only white space', ' \r\n\r\n'],
    ['a PDF', '%PDF-1.7\n1 0 obj'],
    ['a rich text', '{\\rtf1\\ansi a}'],
    ['a web archive', 'MIME-Version: 1.0\nContent-Type: multipart/related'],
    ['some XML', '<?xml version="1.0"?><a/>'],
    ['a picture', '\u0089PNG\r\n\u001A\n\u0000\u0000\u0000\rIHDR'],
    ['a database of DOS', '\u0003\u007C\u0001\u0001\u0000'],
  ])('that is %s is no table', async (_, content) => {
    const path = fileOf(content, '名单.csv');
    expect(await refusedLooking(path)).toEqual({ code: 'sheet-refused', rule: 'not-a-table' });
    expect(await refusedReading(path)).toEqual({ code: 'sheet-refused', rule: 'not-a-table' });
  });

  test('stops when told to', async () => {
    const stop = new AbortController();
    const path = fileOf('甲,乙\n'.repeat(100_000));
    let read = 0;
    const reading = async () => {
      for (const row of await rowsOf(path, { signal: stop.signal })) read += row.number;
    };
    stop.abort();
    await expect(reading()).rejects.toMatchObject({ failure: { code: 'cancelled' } });
    expect(read).toBe(0);
  });
});

describe('the parser', () => {
  const cell = fc.string({
    unit: fc.constantFrom('甲', '𠮷', 'a', ',', ';', '"', '\n', '\r\n', ' ', "'", '\t'),
    maxLength: 8,
  });
  const records = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 });

  test('reads the records that another one reads, in pieces of any size', () => {
    fc.assert(
      fc.property(
        records,
        fc.constantFrom<Separator>(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        (table, separator, end, quoteAll, cuts) => {
          const written = (text: string) =>
            quoteAll || /["\r\n]/.test(text) || text.includes(separator)
              ? `"${text.replaceAll('"', '""')}"`
              : text;
          const text = table.map((row) => row.map(written).join(separator) + end).join('');
          const parser = openCsvParser(separator, '\n');
          const read = inPieces(text, cuts).flatMap((piece) => parser.push(piece));
          read.push(...parser.end());
          const other = parse(text, {
            delimiter: separator,
            relax_column_count: true,
            record_delimiter: end,
            skip_empty_lines: false,
          });
          expect(read).toEqual(other);
          expect(read).toEqual(table);
        },
      ),
      { numRuns: 500 },
    );
  });
});
