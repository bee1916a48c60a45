/** The imports that were written: what they counted, and until when they can be taken back. */
import { randomBytes } from 'node:crypto';
import { desc, eq } from 'drizzle-orm';
import { importCheck, type ImportBatch, type ImportCheck } from '#shared/contract/population/imports.ts';
import type { Instant } from '#shared/kernel/clock.ts';
import { refuse } from '#shared/kernel/failure.ts';
import { UNDO_HOURS } from '#shared/ledgers/population/import-rules.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { importBatches } from '#main/db/shelf-tables.ts';

export type BatchRecord = typeof importBatches.$inferSelect;

const BATCHES_SHOWN = 100;
const HOUR_MS = 3_600_000;

export function newBatchId(): string {
  return `b${randomBytes(6).toString('hex')}`;
}

export function findBatch(db: ReadHandle, id: string): BatchRecord {
  return db.select().from(importBatches).where(eq(importBatches.id, id)).get() ?? refuse({ code: 'missing' });
}

/** Newest first. */
export function listBatches(db: ReadHandle): BatchRecord[] {
  return db
    .select()
    .from(importBatches)
    .orderBy(desc(importBatches.epoch), desc(importBatches.fromN))
    .limit(BATCHES_SHOWN)
    .all();
}

export function mayUndo({ at, undoneAt }: BatchRecord, now: Instant): boolean {
  return undoneAt === null && now <= undoEnd(at);
}

function undoEnd(at: Instant): Instant {
  return new Date(Date.parse(at) + UNDO_HOURS * HOUR_MS).toISOString();
}

export function shownBatch(batch: BatchRecord, nameOf: (staff: string) => string, now: Instant): ImportBatch {
  return {
    id: batch.id,
    file: batch.file,
    at: batch.at,
    byName: nameOf(batch.staff),
    check: countsIn(batch),
    undoUntil: mayUndo(batch, now) ? undoEnd(batch.at) : null,
    undone: batch.undoneAt !== null,
  };
}

function countsIn({ counts }: BatchRecord): ImportCheck {
  return importCheck.parse(JSON.parse(counts));
}
