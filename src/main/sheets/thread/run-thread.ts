/** Runs a task in a thread of its own: what it does to memory or time ends with it, and the office stays. */
import { basename, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Refusal, refuse } from '#shared/kernel/failure.ts';
import type { Report, Task } from './messages.ts';

/** Megabytes of objects one file may become; only workbooks of older Excels come near it. */
const HEAP = 1024;

/**
 * Megabytes for objects just made. Unpacked pieces lie outside the heap and go only when it is cleared: small, it is
 * cleared often, and a sheet of 100,000 × 20 costs 265 MB instead of 340.
 */
const YOUNG_HEAP = 24;

type Answer = Extract<Report, { readonly kind: 'info' | 'rows' }>;

/**
 * What the thread answers, in order; it is ended however this is left. Refuses with
 * `cancelled` when told to stop, and with `too-big` when `heap` megabytes are not enough.
 */
export async function* runThread(
  task: Task,
  signal?: AbortSignal,
  heap: number = HEAP,
): AsyncGenerator<Answer> {
  if (signal?.aborted === true) refuse({ code: 'cancelled' });
  const worker = new Worker(entryPath(), {
    workerData: task,
    execArgv: [],
    resourceLimits: {
      maxOldGenerationSizeMb: heap,
      maxYoungGenerationSizeMb: YOUNG_HEAP,
    },
  });
  const inbox = openInbox(worker);
  const cancel = () => inbox.fail(new Refusal({ code: 'cancelled' }));
  signal?.addEventListener('abort', cancel);
  try {
    for (let answer = answerOf(await inbox.next()); answer !== null; answer = answerOf(await inbox.next())) {
      yield answer;
      if (answer.kind === 'info') return;
      worker.postMessage('taken');
    }
  } finally {
    signal?.removeEventListener('abort', cancel);
    await worker.terminate();
  }
}

/** Beside this file as source; in the built office beside the entries, one folder above what they share. */
function entryPath(): string {
  const here = import.meta.dirname;
  if (import.meta.filename.endsWith('.ts')) return join(here, 'thread-entry.ts');
  return join(here, basename(here) === 'parts' ? '..' : '.', 'sheets-thread.js');
}

function answerOf(report: Report): Answer | null {
  switch (report.kind) {
    case 'info':
    case 'rows':
      return report;
    case 'end':
      return null;
    case 'refused':
      return refuse(report.failure);
    case 'system':
      throw Object.assign(new Error(report.code), { code: report.code });
    case 'defect':
      throw defectOf(report.name, report.places);
  }
}

/** For the log, which wants to know where it happened and never what the message quotes. */
function defectOf(name: string, places: readonly string[]): Error {
  const error = new Error('');
  error.name = name;
  error.stack = [name, ...places.map((place) => `    ${place}`)].join('\n');
  return error;
}

/** Reports in the order they came; the first error stands at their end, or before them when it is a wish to stop. */
function openInbox(worker: Worker) {
  const reports: Report[] = [];
  let error: Error | null = null;
  let wake = () => {};

  const fail = (reason: Error) => {
    error ??= reason;
    wake();
  };
  worker.on('message', (report: Report) => {
    reports.push(report);
    wake();
  });
  worker.on('error', (reason) => fail(errorOf(reason)));
  worker.on('exit', () => fail(defectOf('ThreadEnded', [])));

  return {
    fail(reason: Error) {
      reports.length = 0;
      fail(reason);
    },
    async next(): Promise<Report> {
      for (;;) {
        const report = reports.shift();
        if (report !== undefined) return report;
        if (error !== null) throw error;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}

function errorOf(reason: unknown): Error {
  if (!(reason instanceof Error)) return defectOf(typeof reason, []);
  if ('code' in reason && reason.code === 'ERR_WORKER_OUT_OF_MEMORY')
    return new Refusal({ code: 'sheet-refused', rule: 'too-big' });
  return defectOf(reason.name, []);
}
