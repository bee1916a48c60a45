/** Importing a file, for the counter and for the command line: plan, check, decide, correct, write, take back. */
import { basename } from 'node:path';
import type {
  ImportBatch,
  ImportCheck,
  ImportField,
  ImportPlan,
  ImportRow,
} from '#shared/contract/population/imports.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { refuse } from '#shared/kernel/failure.ts';
import type { Progress, StepOptions } from '#main/db/steps.ts';
import { readerNow } from '#main/ledgers/population/people/masked-number.ts';
import { checkRows, standingNow } from './check.ts';
import { candidateOf, lookedUp, outcomeOf, type Checked } from './checked.ts';
import type { ColumnChoice } from './columns/map-columns.ts';
import { planSheet, type PlanRequest } from './columns/plan-sheet.ts';
import { checkedOf, openJobs, type Job } from './jobs.ts';
import { refuseField, type ImportsRoom } from './room.ts';
import { correctedTexts } from './rows/row-texts.ts';
import type { RowChoice } from './settle/settle.ts';
import { showRow, showRows, type Show } from './shown-rows.ts';
import { openTurns } from './turns.ts';
import { shownBatch } from './write/batches.ts';
import { commitImport, undoImport } from './write/commit.ts';
import { writeErrors } from './write/errors-file.ts';
import type { Undone } from './write/undo.ts';

export interface ImportsOptions extends ImportsRoom {
  readonly nameOf: (staff: string) => string;
  readonly onProgress: (progress: Progress) => void;
  /** An import is large: it is not written where no backup can be. */
  readonly backUpFirst: (caller: Caller) => Promise<unknown>;
}

type Signal = AbortSignal | undefined;
type Correction = readonly { readonly field: ImportField; readonly text: string }[];

export interface Imports {
  choose(path: string, request: PlanRequest, signal: Signal): Promise<{ import: string; plan: ImportPlan }>;
  plan(id: string, request: PlanRequest, signal: Signal): Promise<ImportPlan>;
  check(
    id: string,
    mapping: readonly ColumnChoice[],
    baseAddressId: string | null,
    signal: Signal,
  ): Promise<ImportCheck>;
  rows(id: string, page: Parameters<typeof showRows>[3], caller: Caller): ReturnType<typeof showRows>;
  decide(id: string, rows: readonly number[], choice: RowChoice, signal: Signal): Promise<ImportCheck>;
  fix(
    id: string,
    row: number,
    fields: Correction,
    caller: Caller,
    signal: Signal,
  ): Promise<{ row: ImportRow; check: ImportCheck }>;
  /** Leaves a line before it answers. */
  cell(id: string, row: number, field: ImportField, caller: Caller): string;
  commit(id: string, caller: Caller, signal: Signal): Promise<ImportBatch>;
  cancel(id: string): void;
  /** Leaves a line before it writes. */
  saveErrors(id: string, path: string, caller: Caller): Promise<{ file: string; rows: number }>;
  undo(id: string, caller: Caller, signal: Signal): Promise<Undone>;
}

/** A change of these may make other people of the rows. */
const HELD_AGAINST = ['residents', 'addresses', 'households'];

export function openImports(room: ImportsOptions): Imports {
  const { db, raw, journal, clock, onProgress } = room;
  const jobs = openJobs();
  let changes = 0;
  journal.onChange((ledgers) => {
    if (HELD_AGAINST.some((ledger) => ledgers.has(ledger))) changes += 1;
  });
  const steps = (signal: Signal): StepOptions => ({ signal, onProgress });

  function placeOf({ candidates }: Checked, row: number): number {
    let [low, high] = [0, candidates.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((candidates[middle]?.row ?? 0) < row) low = middle + 1;
      else high = middle;
    }
    return candidates[low]?.row === row ? low : refuseField('row', 'missing');
  }

  function unwritten(job: Job): Checked {
    return job.written ? refuseField('import', 'written') : checkedOf(job);
  }

  async function settleAnew(checked: Checked, signal: AbortSignal): Promise<ImportCheck> {
    Object.assign(checked, await outcomeOf(checked, openTurns(signal)));
    return checked.counts;
  }

  /** Somebody saved something since the rows were held against the ledger: a person must see what has become different. */
  async function heldAgain(job: Job, checked: Checked, signal: AbortSignal): Promise<void> {
    if (job.seen === changes) return;
    const now = changes;
    const before = JSON.stringify(checked.counts);
    const standing = standingNow(raw, checked.baseAddressId);
    const turns = openTurns(signal);
    for (const [at, candidate] of checked.candidates.entries()) {
      const turn = turns.take();
      if (turn !== undefined) await turn;
      const own = checked.facts.at(candidate.place);
      checked.candidates[at] = lookedUp(candidate, own, checked.reading.doors, standing);
    }
    checked.standing = standing;
    await settleAnew(checked, signal);
    job.seen = now;
    if (JSON.stringify(checked.counts) !== before) refuse({ code: 'stale', revision: 0 });
  }

  return {
    async choose(path, request, signal) {
      const { plan, layout } = await planSheet(db, path, request, signal);
      return { import: jobs.begin(path, plan, layout).id, plan };
    },
    plan(id, request, signal) {
      const job = jobs.find(id);
      return jobs.run(signal, async (mine) => {
        const { plan, layout } = await planSheet(db, job.path, request, mine);
        Object.assign(job, { plan, layout, checked: null, written: false });
        return plan;
      });
    },
    check(id, mapping, baseAddressId, signal) {
      const job = jobs.find(id);
      return jobs.run(signal, async (mine) => {
        // What was read before is let go first: two of them might not fit.
        Object.assign(job, { checked: null, written: false, seen: changes });
        const { path, layout } = job;
        job.checked = await checkRows(room, {
          path,
          layout,
          mapping,
          baseAddressId,
          signal: mine,
          onProgress,
        });
        return job.checked.counts;
      });
    },
    rows: (id, page: { readonly show: Show; readonly after: string | null; readonly rows: number }, caller) =>
      showRows(db, readerNow(caller, clock), checkedOf(jobs.find(id)), page),
    decide(id, rows, choice, signal) {
      const job = jobs.find(id);
      return jobs.run(signal, (mine) => {
        const checked = unwritten(job);
        const places = rows.map((row) => placeOf(checked, row));
        for (const at of places) if (!checked.settled.twins.has(at)) refuseField('rows', 'no-twin');
        for (const at of places) checked.choices.set(at, choice);
        return settleAnew(checked, mine);
      });
    },
    fix(id, row, fields, caller, signal) {
      const job = jobs.find(id);
      return jobs.run(signal, async (mine) => {
        const checked = unwritten(job);
        const { texts, candidates } = checked;
        const at = placeOf(checked, row);
        const place = candidates[at]?.place ?? refuseField('row', 'missing');
        const corrected = correctedTexts(texts.at(place), fields);
        texts.put(place, corrected.texts);
        checked.choices.delete(at);
        candidates[at] = candidateOf(row, place, corrected, checked);
        const check = await settleAnew(checked, mine);
        return { row: showRow(db, readerNow(caller, clock), checked, at), check };
      });
    },
    cell(id, row, field, caller) {
      const checked = checkedOf(jobs.find(id));
      const { place } = checked.candidates[placeOf(checked, row)] ?? refuseField('row', 'missing');
      journal.write(caller, (desk) => desk.note('V', 'residents', '-', { call: 'imports.cell', field }));
      return checked.texts.at(place)[field];
    },
    commit(id, caller, signal) {
      const job = jobs.find(id);
      return jobs.run(signal, async (mine) => {
        const checked = unwritten(job);
        await heldAgain(job, checked, mine);
        const file = basename(job.path);
        await room.backUpFirst(caller);
        const batch = await commitImport(room, caller, checked, file, steps(mine));
        job.written = true;
        if (batch !== null) return shownBatch(batch, room.nameOf, clock.now());
        const nothing = { id: '', file, at: clock.now(), byName: room.nameOf(caller.staff) };
        return { ...nothing, check: checked.counts, undoUntil: null, undone: false };
      });
    },
    cancel: (id) => jobs.end(id),
    async saveErrors(id, path, caller) {
      const checked = checkedOf(jobs.find(id));
      const { rejected } = checked.counts;
      journal.write(caller, (desk) =>
        desk.note('A', 'residents', '-', { event: 'import-errors-saved', rows: rejected }),
      );
      const { rows } = await writeErrors(path, checked);
      return { file: basename(path), rows };
    },
    undo: (id, caller, signal) => undoImport(room, caller, id, steps(signal)),
  };
}
