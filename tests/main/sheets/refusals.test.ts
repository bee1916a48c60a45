/** Files that are broken, hostile or no tables: refused before they do harm. */
import { readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { tempFolder } from '#tests/support/temp-folder.ts';
import {
  cellsOf,
  fileOf,
  packageOf,
  refusedLooking,
  refusedReading,
  sampleBook,
  writtenBy,
  xlsxOf,
  xlsxParts,
} from './tables.ts';

const refusal = (rule: string) => ({ code: 'sheet-refused', rule });
const MB = 1024 * 1024;

describe('a file that is no workbook', () => {
  test('any other zip archive', async () => {
    const path = await packageOf({ 'readme.txt': '名单' });
    expect(await refusedLooking(path)).toEqual(refusal('not-a-table'));
    expect(await refusedReading(path)).toEqual(refusal('not-a-table'));
  });

  test('a letter in the same package format', async () => {
    const path = await packageOf({
      '_rels/.rels':
        '<Relationships><Relationship Id="r1" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
      'word/document.xml': '<w:document xmlns:w="w"/>',
    });
    expect(await refusedLooking(path)).toEqual(refusal('not-a-table'));
  });

  test('a file that is not there is an error of the system', async () => {
    await expect(cellsOf(join(tempFolder(), 'gone.xlsx'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('a folder too', async () => {
    await expect(cellsOf(tempFolder())).rejects.toMatchObject({ code: 'EISDIR' });
  });
});

describe('a damaged xlsx file', () => {
  test.each([0.2, 0.9, 0.999])('cut off after %f of its length', async (share) => {
    const path = fileOf(writtenBy(sampleBook(), 'xlsx'));
    truncateSync(path, Math.floor(statSync(path).size * share));
    expect(await refusedReading(path)).toEqual(refusal('damaged'));
  });

  test('a flipped bit in a part is noticed, whatever it makes of the text', async () => {
    const rows = Array.from({ length: 50 }, (_, n) => [`姓名${n}`, `519901198001011${n}`]);
    const bytes = Buffer.from(await writeXlsx({ sheets: [{ name: 'a', rows }], stringMode: 'inline' }));
    const at = bytes.indexOf('xl/worksheets/sheet1.xml') + 200;
    bytes[at] = (bytes[at] ?? 0) ^ 0x10;
    expect(await refusedReading(fileOf(bytes))).toEqual(refusal('damaged'));
  });

  test.each([
    ['that names a text it does not have', '<row r="1"><c r="A1" t="s"><v>7</v></c></row>'],
    ['with a row that is no number', '<row r="x"><c r="A1"><v>7</v></c></row>'],
    [
      'with rows out of order',
      '<row r="2"><c r="A2"><v>7</v></c></row><row r="1"><c r="A1"><v>7</v></c></row>',
    ],
    ['with a cell that has no column', '<row r="1"><c r="1"><v>7</v></c></row>'],
    [
      'with a cell longer than Excel allows',
      `<row r="1"><c r="A1" t="inlineStr"><is><t>${'x'.repeat(32_768)}</t></is></c></row>`,
    ],
    ['with XML that ends too early', '<row r="1"><c r="A1"><v>7</v></c>'],
  ])('%s', async (_, rows) => {
    expect(await refusedReading(await xlsxOf({ sheet: `<sheetData>${rows}</sheetData>` }))).toEqual(
      refusal('damaged'),
    );
  });

  test('whose text is not UTF-8', async () => {
    const parts = xlsxParts({ sheet: '' });
    const path = await packageOf({
      ...parts,
      'xl/worksheets/sheet1.xml': Buffer.from('<worksheet><sheetData/>\u00E4</worksheet>', 'latin1'),
    });
    expect(await refusedReading(path)).toEqual(refusal('damaged'));
  });
});

describe('a hostile xlsx file', () => {
  test('an entity that reads a file, or grows without end, is not looked at', async () => {
    const secret = fileOf('secret');
    for (const declared of [`SYSTEM "file://${secret}"`, '"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"']) {
      const parts = xlsxParts({ sheet: '' });
      const path = await packageOf({
        ...parts,
        'xl/sharedStrings.xml': `<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY x ${declared}>]><sst><si><t>&x;</t></si></sst>`,
      });
      expect(await refusedReading(path)).toEqual(refusal('damaged'));
    }
  });

  test('a part that unpacks to a hundred times the limit is refused by what it says', async () => {
    const path = await packageOf({
      ...xlsxParts({ sheet: '' }),
      'xl/styles.xml': Buffer.alloc(17 * MB, 0x20),
    });
    expect(statSync(path).size).toBeLessThan(MB);
    expect(await refusedReading(path)).toEqual(refusal('too-big'));
  });

  test('a part that says it is small and is not, is refused while it unpacks', async () => {
    const path = await packageOf({
      ...xlsxParts({ sheet: '' }),
      'xl/styles.xml': Buffer.alloc(8 * MB, 0x20),
    });
    const bytes = readFileSync(path);
    // Where the central directory says how large the part is. APPNOTE 4.3.12
    for (let at = bytes.indexOf('PK\u0001\u0002'); at !== -1; at = bytes.indexOf('PK\u0001\u0002', at + 1))
      if (bytes.readUInt32LE(at + 24) === 8 * MB) bytes.writeUInt32LE(1000, at + 24);
    writeFileSync(path, bytes);
    expect(await refusedReading(path)).toEqual(refusal('damaged'));
  });

  test('an archive that says it has ten thousand and one parts', async () => {
    const path = await packageOf({ a: '' });
    const bytes = readFileSync(path);
    // The end of the central directory counts its entries, of this disk and of all. APPNOTE 4.3.16
    const end = bytes.lastIndexOf('PK\u0005\u0006');
    bytes.writeUInt16LE(10_001, end + 8);
    bytes.writeUInt16LE(10_001, end + 10);
    writeFileSync(path, bytes);
    expect(await refusedLooking(path)).toEqual(refusal('too-big'));
  });

  test('one cell in the last column of a sheet that is wider than any', async () => {
    const path = await xlsxOf({ sheet: '<sheetData><row r="1"><c r="ZZZZ1"><v>1</v></c></row></sheetData>' });
    expect(await refusedReading(path)).toEqual(refusal('too-big'));
  });

  test('a million columns without text are none', async () => {
    const empty = '<c/>'.repeat(16_384);
    const path = await xlsxOf({
      sheet: `<sheetData>${Array.from({ length: 60 }, (_, n) => `<row r="${n + 1}">${empty}</row>`).join('')}<row r="100"><c r="A100"><v>1</v></c></row></sheetData>`,
    });
    expect(await cellsOf(path)).toEqual([['1']]);
  });

  test('a row below the last of Excel', async () => {
    const path = await xlsxOf({
      sheet: '<sheetData><row r="1048577"><c r="A1048577"><v>1</v></c></row></sheetData>',
    });
    expect(await refusedReading(path)).toEqual(refusal('too-big'));
  });

  test('merged ranges that overlap by the ten thousand', async () => {
    const rows = Array.from(
      { length: 20 },
      (_, n) => `<row r="${n + 1}"><c r="A${n + 1}"><v>1</v></c></row>`,
    );
    const path = await xlsxOf({
      sheet: `<sheetData>${rows.join('')}</sheetData><mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(20_000)}</mergeCells>`,
    });
    expect(await refusedReading(path)).toEqual(refusal('damaged'));
  });

  test('a sheet named like what every object has', async () => {
    const book = sampleBook();
    book.SheetNames = book.SheetNames.map((name) => (name === '代码' ? 'constructor' : name));
    book.Sheets['constructor'] = book.Sheets['代码'] ?? {};
    expect(await cellsOf(fileOf(writtenBy(book, 'biff8')), { sheet: 'constructor' })).toEqual([
      ['码表'],
      ['甲'],
    ]);
  });
});

describe('a file larger than is read', () => {
  const sparse = (head: Uint8Array, size: number) => {
    const path = join(tempFolder(), 'large.xls');
    writeFileSync(path, head);
    truncateSync(path, size);
    return path;
  };

  test('any kind, beyond half a gigabyte', async () => {
    expect(await refusedLooking(sparse(Buffer.from('a,b\n'), 513 * MB))).toEqual(refusal('too-big'));
  });

  test('a workbook of an older Excel, beyond 32 MB', async () => {
    const head = writtenBy(sampleBook(), 'biff8');
    expect(await refusedReading(sparse(head, 33 * MB))).toEqual(refusal('too-big'));
  });
});
