/** Entry of the thread that reads one table file: libraries that could exhaust memory or run long do it in here. */
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { Refusal } from '#shared/kernel/failure.ts';
import { placesOf } from '#shared/kernel/places.ts';
import { systemCode } from '#main/sheets/system-error.ts';
import type { SheetRow } from '#main/sheets/sheet.ts';
import { AHEAD, type Report, type Task } from './messages.ts';
import { openReader } from './open-reader.ts';

/** Rows handed on at a time. */
const BATCH = 500;

async function work(port: MessagePort, { path, shape, read }: Task): Promise<void> {
  const send = (report: Report) => port.postMessage(report);
  const reader = await openReader(path, shape);
  try {
    if (read === null) return send({ kind: 'info', info: await reader.inspect() });
    const sendRows = openFlow(port, (rows) => send({ kind: 'rows', rows }));
    let batch: SheetRow[] = [];
    for await (const rows of reader.rows(read.sheet)) {
      batch = batch.length === 0 ? rows : batch.concat(rows);
      if (batch.length < BATCH) continue;
      await sendRows(batch);
      batch = [];
    }
    if (batch.length > 0) await sendRows(batch);
    send({ kind: 'end' });
  } finally {
    reader.close();
  }
}

/** Sends batches, and waits while too many were not taken yet: each one taken is answered with a word. */
function openFlow(port: MessagePort, send: (rows: SheetRow[]) => void): (rows: SheetRow[]) => Promise<void> {
  let under = 0;
  let go: (() => void) | null = null;
  port.on('message', () => {
    under -= 1;
    go?.();
    go = null;
  });
  return async (rows) => {
    while (under >= AHEAD) {
      await new Promise<void>((resolve) => {
        go = resolve;
      });
    }
    under += 1;
    send(rows);
  };
}

function reportOf(error: unknown): Report {
  if (error instanceof Refusal) return { kind: 'refused', failure: error.failure };
  const code = systemCode(error);
  if (code !== null) return { kind: 'system', code };
  return error instanceof Error
    ? { kind: 'defect', name: error.name, places: placesOf(error) }
    : { kind: 'defect', name: typeof error, places: [] };
}

if (parentPort !== null) {
  const port = parentPort;
  await work(port, workerData as Task).catch((error: unknown) => port.postMessage(reportOf(error)));
  // A listener keeps a thread alive: nothing is left to wait for.
  port.close();
}
