/** Workbooks of older Excels. */
import { CFB } from '@e965/xlsx';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { inspectSheet } from '#main/sheets/inspect.ts';
import {
  cellsOf,
  fileOf,
  refusedLooking,
  refusedReading,
  rowsOf,
  SAMPLE,
  sampleBook,
  writtenBy,
} from './tables.ts';

const refusal = (rule: string) => ({ code: 'sheet-refused', rule });

/** SheetJS has no types for its containers. */
interface Containers {
  read(content: Buffer, options: { type: 'buffer' }): object;
  find(container: object, name: string): { content: Uint8Array } | null;
  utils: { cfb_new(): object; cfb_add(container: object, name: string, content: Uint8Array): void };
  write(container: object, options: { type: 'buffer' }): Buffer;
}
const containers = CFB as Containers;

/** One record of a workbook stream. [MS-XLS] 2.1.4 */
function record(type: number, ...parts: readonly (readonly number[] | Buffer)[]): Buffer {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(body.length, 2);
  return Buffer.concat([head, body]);
}
const word = (value: number) => [value & 255, value >> 8];

describe.each(['biff8', 'xlml'] as const)('a workbook of the format %s', (format) => {
  test('says what it holds', async () => {
    expect(await inspectSheet(fileOf(writtenBy(sampleBook(), format), '名单.xlsx'))).toEqual({
      kind: 'xls',
      encoding: null,
      sheets: [
        { name: '人口', hidden: false },
        { name: '代码', hidden: true },
      ],
    });
  });

  test('is read as text, and the sheet that is asked for', async () => {
    const path = fileOf(writtenBy(sampleBook(), format));
    expect(await rowsOf(path)).toEqual(SAMPLE);
    expect(await cellsOf(path, { sheet: '代码' })).toEqual([['码表'], ['甲']]);
    expect(await refusedReading(path, { sheet: '别的' })).toEqual(refusal('no-such-sheet'));
  });
});

test('days may be counted from 1904', async () => {
  expect(await rowsOf(fileOf(writtenBy(sampleBook(true), 'biff8')))).toEqual(SAMPLE);
});

describe('a bare stream of records, as export routines wrote them', () => {
  const text = (value: string) => iconv.encode(value, 'gbk');
  const label = (row: number, value: string) =>
    record(0x0204, word(row), word(0), word(0), word(text(value).length), text(value));
  const label2 = (row: number, value: string) =>
    record(0x0004, word(row), word(0), [0, 0, 0], [text(value).length], text(value));
  const CHINESE = record(0x0042, word(936));
  const END = record(0x000a);

  test.each([
    [
      '5',
      [
        record(0x0809, word(0x0500), word(0x10), word(0), word(0)),
        CHINESE,
        label(0, '姓名'),
        label(1, '单雄'),
      ],
    ],
    ['4', [record(0x0409, word(0), word(0x10), word(0)), CHINESE, label(0, '姓名'), label(1, '单雄')]],
    ['2', [record(0x0009, word(2), word(0x10)), CHINESE, label2(0, '姓名'), label2(1, '单雄')]],
    ['2 without code page', [record(0x0009, word(2), word(0x10)), label2(0, '姓名'), label2(1, '单雄')]],
  ])('of version %s', async (_, records) => {
    expect(await cellsOf(fileOf(Buffer.concat([...records, END])))).toEqual([['姓名'], ['单雄']]);
  });
});

describe('the container of the older Office is refused', () => {
  test('around an encrypted workbook', async () => {
    const container = containers.read(writtenBy(sampleBook(), 'biff8'), { type: 'buffer' });
    const stream = containers.find(container, 'Workbook');
    if (stream === null) throw new Error('no workbook stream');
    const content = Buffer.from(stream.content);
    const first = 4 + content.readUInt16LE(2);
    // Office RC4 encryption, version 1.1, with a salt and a verifier of zeros. [MS-XLS] 2.4.117
    const pass = record(0x002f, word(1), word(1), word(1), Buffer.alloc(48));
    stream.content = Buffer.concat([content.subarray(0, first), pass, content.subarray(first)]);
    (stream as { size?: number }).size = stream.content.length;
    const path = fileOf(containers.write(container, { type: 'buffer' }));
    expect(await refusedReading(path)).toEqual(refusal('encrypted'));
    expect(await refusedLooking(path)).toEqual(refusal('encrypted'));
  });

  test('around a letter', async () => {
    const container = containers.utils.cfb_new();
    containers.utils.cfb_add(container, '/WordDocument', Buffer.alloc(5000, 1));
    const path = fileOf(containers.write(container, { type: 'buffer' }));
    expect(await refusedReading(path)).toEqual(refusal('not-a-table'));
  });

  test.each([600, 2000])('cut off after %i bytes', async (length) => {
    const path = fileOf(writtenBy(sampleBook(), 'biff8').subarray(0, length));
    expect(await refusedReading(path)).toEqual(refusal('damaged'));
  });
});
