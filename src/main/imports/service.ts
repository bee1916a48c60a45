/** 导入: the calls of the counter. What they do stands in `imports.ts`; here are dialogs, progress and pages. */
import { basename, extname } from 'node:path';
import type { importsContract } from '#shared/contract/population/imports.ts';
import { refuse } from '#shared/kernel/failure.ts';
import type { Progress } from '#main/db/steps.ts';
import type { Events } from '#main/desk/events.ts';
import type { Calls } from '#main/rpc/calls.ts';
import type { Shell } from '#main/shell/shell.ts';
import { openImports, type ImportsOptions } from './imports.ts';
import { listBatches, shownBatch } from './write/batches.ts';

export interface ImportsServiceOptions extends Omit<ImportsOptions, 'onProgress'> {
  readonly shell: Shell;
  readonly events: Events;
}

const ANEW = { sheet: null, encoding: null, headerRows: null };

export function importsService(options: ImportsServiceOptions): Calls<typeof importsContract> {
  const { db, clock, shell, nameOf, events } = options;
  const imports = openImports({ ...options, onProgress: sayProgress(events) });
  /** Name of the file that is being imported: what the file of its errors is called after. */
  let chosen = '';
  return {
    choose: async (_input, _caller, { signal }) => {
      const path = await shell.chooseFile('table', 'xlsx');
      if (path === null) return refuse({ code: 'cancelled' });
      const made = await imports.choose(path, ANEW, signal);
      chosen = basename(path, extname(path));
      return made;
    },
    plan: (input, _caller, { signal }) => imports.plan(input.import, input, signal),
    check: (input, _caller, { signal }) =>
      imports.check(input.import, input.mapping, input.baseAddressId, signal),
    rows: (input, caller) => imports.rows(input.import, input, caller),
    decide: (input, _caller, { signal }) => imports.decide(input.import, input.rows, input.choice, signal),
    fix: (input, caller, { signal }) => imports.fix(input.import, input.row, input.fields, caller, signal),
    cell: (input, caller) => ({ text: imports.cell(input.import, input.row, input.field, caller) }),
    commit: (input, caller, { signal }) => imports.commit(input.import, caller, signal),
    cancel: (input) => {
      imports.cancel(input.import);
      return {};
    },
    saveErrors: async (input, caller) => {
      const path = await shell.chooseSave('export', `${chosen}-未导入.xlsx`);
      if (path === null) return refuse({ code: 'cancelled' });
      return imports.saveErrors(input.import, path, caller);
    },
    batches: () => listBatches(db).map((batch) => shownBatch(batch, nameOf, clock.now())),
    undo: (input, caller, { signal }) => imports.undo(input.id, caller, signal),
  };
}

/** Says how far it is, seldom enough for a counter to draw. */
function sayProgress(
  events: Events,
  now: () => number = () => performance.now(),
): (progress: Progress) => void {
  let next = 0;
  return ({ done, total }) => {
    if (now() < next && done !== total) return;
    next = now() + EVERY_MS;
    events.say({ kind: 'progress', task: 'import', done, total });
  };
}

const EVERY_MS = 100;
