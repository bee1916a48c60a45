/** Writes a checked import in one transaction, or nothing of it; and takes a written one back. */
import type { ImportCheck } from '#shared/contract/population/imports.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { today } from '#shared/kernel/clock.ts';
import { refuse } from '#shared/kernel/failure.ts';
import { headIn, presentEpoch } from '#main/db/epoch.ts';
import type { StepOptions } from '#main/db/steps.ts';
import { importBatches } from '#main/db/shelf-tables.ts';
import type { Checked } from '#main/imports/checked.ts';
import { rememberColumns } from '#main/imports/columns/remembered.ts';
import type { ImportsRoom } from '#main/imports/room.ts';
import { findBatch, mayUndo, newBatchId, type BatchRecord } from './batches.ts';
import { undoBatch, type Undone } from './undo.ts';
import { writeRows } from './write-rows.ts';

/** Null where the ledger knows everything already: then no line and no batch is written. */
export async function commitImport(
  { raw, journal, clock, officeCode }: ImportsRoom,
  caller: Caller,
  checked: Checked,
  file: string,
  options: StepOptions,
): Promise<BatchRecord | null> {
  const { settled, layout, mapping } = checked;
  if (settled.people.length + settled.changed.length === 0) return null;
  const batchId = newBatchId();
  return journal.writeInSteps(
    importing(caller),
    function* (desk) {
      // Nobody else can write by now.
      const epoch = presentEpoch(raw);
      const fromN = headIn(raw, epoch) + 1;
      const day = today(clock);
      const written = yield* writeRows(desk, { checked, batchId, officeCode, today: day });
      if (written.lastLine === null) throw new Error('an import of something wrote nothing');
      const counts: ImportCheck = {
        ...checked.counts,
        newAddresses: written.addresses,
        newHouseholds: written.households,
      };
      const batch: BatchRecord = {
        id: batchId,
        file,
        at: desk.now,
        staff: caller.staff,
        epoch,
        fromN,
        toN: written.lastLine,
        counts: JSON.stringify(counts),
        undoneAt: null,
      };
      desk.shelves.keep(importBatches, batch);
      rememberColumns(desk, caller, layout.headers, mapping);
      const { imported, merged } = counts;
      desk.note('A', 'residents', '-', { event: 'imported', batch: batchId, imported, merged });
      return batch;
    },
    options,
  );
}

export async function undoImport(
  { db, raw, journal, clock }: ImportsRoom,
  caller: Caller,
  id: string,
  options: StepOptions,
): Promise<Undone> {
  const batch = findBatch(db, id);
  if (!mayUndo(batch, clock.now())) refuse({ code: 'too-late' });
  return journal.writeInSteps(importing(caller), (desk) => undoBatch(desk, raw, batch), options);
}

function importing(caller: Caller): Caller {
  return { ...caller, door: 'import' };
}
