/** The thread that reads a file: it can be stopped, it waits, and whatever happens in it stays in it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, test } from 'vitest';
import { readSheet } from '#main/sheets/read.ts';
import { AHEAD, type Report, type Task } from '#main/sheets/thread/messages.ts';
import { runThread } from '#main/sheets/thread/run-thread.ts';
import { writeXlsx } from '#main/sheets/write-xlsx.ts';
import { failureOfLater } from '#tests/support/failures.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { fileOf, sampleBook, writtenBy } from './tables.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const SOURCE = join(root, 'src', 'main', 'sheets', 'thread', 'thread-entry.ts');
const BUILT = join(root, 'out', 'main', 'sheets-thread.js');
const ALL = { sheet: null, encoding: null };

/** A table of as many rows, each text its own. */
async function largeTable(rows: number): Promise<string> {
  const path = join(tempFolder(), 'large.xlsx');
  const lines = Array.from({ length: rows }, (_, n) => [
    `单雄${n}`,
    String(519_901_198_001_010_000n + BigInt(n)),
  ]);
  await writeXlsx(path, { name: '人口', header: ['姓名', '证件号码'], rows: lines });
  return path;
}

const threads = () => process.getActiveResourcesInfo().filter((kind) => kind === 'MessagePort').length;

describe('reading in a thread', () => {
  test('stops in the middle when told to', async () => {
    const path = await largeTable(30_000);
    const before = threads();
    const stop = new AbortController();
    let read = 0;
    const failure = await failureOfLater(async () => {
      for await (const row of readSheet(path, { ...ALL, signal: stop.signal })) {
        read = row.number;
        if (read === 700) stop.abort();
      }
    });
    expect(failure).toEqual({ code: 'cancelled' });
    expect(read).toBeLessThan(2000);
    expect(threads()).toBe(before);
  });

  test('does not begin when it was told to stop before', async () => {
    const path = await largeTable(10);
    const reading = readSheet(path, { ...ALL, signal: AbortSignal.abort() });
    expect(await failureOfLater(() => reading.next())).toEqual({ code: 'cancelled' });
  });

  test('ends the thread when nobody wants more rows', async () => {
    const path = await largeTable(30_000);
    const before = threads();
    for await (const row of readSheet(path, ALL)) if (row.number > 3) break;
    expect(threads()).toBe(before);
  });

  test('two files at once do not mix', async () => {
    const large = await largeTable(3000);
    const small = fileOf(writtenBy(sampleBook(), 'biff8'));
    const count = async (path: string) => {
      let rows = 0;
      for await (const row of readSheet(path, ALL)) rows += row.cells.length > 0 ? 1 : 0;
      return rows;
    };
    expect(await Promise.all([count(large), count(small), count(large)])).toEqual([3001, 5, 3001]);
  });

  test('more memory than allowed is a refusal, not the end of the office', async () => {
    const path = await largeTable(60_000);
    const task: Task = { path, shape: { kind: 'zip' }, read: { sheet: null } };
    const failure = await failureOfLater(async () => {
      for await (const answer of runThread(task, undefined, 8)) expect(answer.kind).toBe('rows');
    });
    expect(failure).toEqual({ code: 'sheet-refused', rule: 'too-big' });
  });

  test('an error of the system keeps its code, a defect has no message', async () => {
    const gone: Task = { path: join(tempFolder(), 'gone'), shape: { kind: 'zip' }, read: null };
    await expect(runThread(gone).next()).rejects.toMatchObject({ code: 'ENOENT' });
    const wrong = { path: fileOf('王芳'), shape: { kind: 'html', encoding: '王芳' }, read: null };
    const failed: unknown = await runThread(wrong as unknown as Task)
      .next()
      .catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(Error);
    if (!(failed instanceof Error)) return;
    expect(failed.name).toBe('RangeError');
    expect(failed.message).toBe('');
    expect(failed.stack).toContain('decode-file');
    expect(failed.stack).not.toContain('王芳');
  });
});

describe('the thread itself', () => {
  /** Its reports, as long as somebody takes the batches. */
  async function reportsOf(entry: string, task: Task, take: (report: Report) => boolean): Promise<Report[]> {
    const worker = new Worker(entry, { workerData: task, execArgv: [] });
    const reports: Report[] = [];
    worker.on('message', (report: Report) => {
      reports.push(report);
      if (take(report)) worker.postMessage('taken');
    });
    await Promise.race([
      new Promise((resolve) => worker.once('exit', resolve)),
      new Promise((resolve) => setTimeout(resolve, 3000)),
    ]);
    await worker.terminate();
    return reports;
  }

  test('waits when nobody takes its rows', async () => {
    const path = await largeTable(20_000);
    const task: Task = { path, shape: { kind: 'zip' }, read: { sheet: null } };
    const reports = await reportsOf(SOURCE, task, () => false);
    expect(reports.map(({ kind }) => kind)).toEqual(Array.from({ length: AHEAD }, () => 'rows'));
  });

  test.each([
    ['an xlsx file', 'xlsx', 'zip'],
    ['a workbook of an older Excel, whose library is a part of its own', 'biff8', 'biff'],
  ] as const)('reads %s as it was built for the office', async (_, format, kind) => {
    expect(existsSync(BUILT)).toBe(true);
    const path = fileOf(writtenBy(sampleBook(), format));
    const task: Task = { path, shape: { kind }, read: { sheet: null } };
    const reports = await reportsOf(BUILT, task, ({ kind }) => kind === 'rows');
    expect(reports.at(-1)).toEqual({ kind: 'end' });
    expect(reports.flatMap((report) => (report.kind === 'rows' ? report.rows : []))).toHaveLength(5);
  });
});
