import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { DIRTY_FILES } from '#scripts/dirt/files.ts';
import { makeDirtyFiles } from '#scripts/dirt/make.ts';
import type { FileBook } from '#scripts/dirt/books.ts';

const FIXTURES = join(import.meta.dirname, '..', '..', 'fixtures', 'import');
const BOOKS = JSON.parse(readFileSync(join(FIXTURES, 'counts.json'), 'utf8')) as readonly FileBook[];

const shareOf = (book: FileBook, fault: string) => ((book.faults[fault] ?? 0) / book.read) * 100;

describe('the untidy files', () => {
  test('are the bytes that their generator writes', () => {
    const folder = tempFolder();
    makeDirtyFiles(folder);
    expect(readdirSync(folder).sort()).toEqual(readdirSync(FIXTURES).sort());
    for (const name of readdirSync(folder))
      expect(readFileSync(join(folder, name)).equals(readFileSync(join(FIXTURES, name))), name).toBe(true);
  });

  test('are twelve, and every row of them comes to one of four ends', () => {
    expect(BOOKS).toHaveLength(12);
    for (const { file, read, imported, merged, duplicate, rejected, ...book } of BOOKS) {
      expect(imported + merged + duplicate + rejected, file).toBe(read);
      expect(book.rejectedRows).toHaveLength(rejected);
      expect(book.mergedRows).toHaveLength(merged);
      expect(book.duplicateRows).toHaveLength(duplicate);
      expect(book.repaired).toBeLessThanOrEqual(read - rejected);
      expect(Math.min(merged, duplicate, rejected, book.repaired), file).toBeGreaterThan(0);
    }
    expect(Math.max(...BOOKS.map(({ read }) => read))).toBeGreaterThan(5000);
  });

  test('have the faults in the shares that communities send', () => {
    for (const book of BOOKS) {
      expect(Math.abs(shareOf(book, 'exact-duplicate') - 2), book.file).toBeLessThan(0.4);
      expect(Math.abs(shareOf(book, 'no-number') - 6), book.file).toBeLessThan(1);
      expect(Math.abs(shareOf(book, 'scientific') - 1), book.file).toBeLessThan(0.4);
      for (const fault of ['impossible-birth', 'length', 'no-name'])
        expect(book.faults[fault]).toBeGreaterThan(0);
    }
    const rounded = BOOKS.filter((book) => shareOf(book, 'rounded') > 25);
    expect(rounded.map(({ file }) => file)).toEqual(['02-rounded-numbers.xls']);
    expect(BOOKS.filter(({ faults }) => (faults['apostrophe'] ?? 0) > 100)).toHaveLength(1);
    expect(BOOKS.filter(({ faults }) => (faults['lower-case-x'] ?? 0) > 5)).toHaveLength(3);
    expect(BOOKS.filter(({ passedOver }) => passedOver > 0)).toHaveLength(7);
  });

  test('say what stands in a forbidden column with words that stand nowhere else', () => {
    const denied = BOOKS.filter(({ deniedColumns }) => deniedColumns.length > 0);
    expect(denied).toHaveLength(5);
    expect(new Set(denied.flatMap(({ deniedColumns }) => deniedColumns))).toEqual(
      new Set(['民族', '政治面貌', '宗教信仰', '健康状况', '是否重点人员', '重点类别', '前科']),
    );
    const text = readFileSync(join(FIXTURES, '04-numbers-as-text.csv'), 'utf8');
    const values = text.match(/禁列值-宗教信仰-\d{6}/g) ?? [];
    expect(values).toHaveLength(BOOKS[3]?.read ?? 0);
    expect(new Set(values).size).toBe(values.length);
    for (const name of ['03-pasted-together.csv', '05-temporary-stays.csv', '06-whole-town.csv']) {
      const bytes = readFileSync(join(FIXTURES, name));
      for (const label of ['utf-8', 'gb18030'])
        expect(new TextDecoder(label).decode(bytes)).not.toContain('禁列值');
    }
  });

  test('are written in each encoding that is met, with names of four bytes in one', () => {
    const bytesOf = (name: string) => readFileSync(join(FIXTURES, name));
    const strict = (label: string, name: string) =>
      new TextDecoder(label, { fatal: true }).decode(bytesOf(name));
    expect(strict('utf-8', '03-pasted-together.csv')).toContain('公民身份号码');
    expect(bytesOf('04-numbers-as-text.csv').subarray(0, 3).toString('hex')).toBe('efbbbf');
    for (const name of ['05-temporary-stays.csv', '06-whole-town.csv', '12-web-export.xls']) {
      expect(() => strict('utf-8', name)).toThrow();
      expect(strict('gb18030', name)).toContain('姓名');
    }
    expect(strict('gb18030', '06-whole-town.csv')).toMatch(/[\u{20000}-\u{3FFFD}]/u);
    expect(bytesOf('02-rounded-numbers.xls').subarray(0, 4).toString('hex')).toBe('d0cf11e0');
    expect(new Set(DIRTY_FILES.map(({ kind }) => kind)).size).toBe(7);
  });
});
