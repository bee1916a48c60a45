/** 双网融合: the police grids and the civil grids they cover. Rules come from src/shared/ledgers/population/grids.ts. */
import { GRIDS_MAX, type GridRow, type gridsContract } from '#shared/contract/population/addresses.ts';
import { today as dayNow } from '#shared/kernel/clock.ts';
import { orRefuse, refuse, refuseField } from '#shared/kernel/failure.ts';
import { cleanText } from '#shared/kernel/text-input.ts';
import { cleanGrid, gridIssues, type GridInput } from '#shared/ledgers/population/grids.ts';
import { consumeDraft, recordOfDraft } from '#main/desk/drafts.ts';
import { gridsLedger, type GridRecord } from '#main/ledgers/population/tables.ts';
import type { Calls } from '#main/rpc/calls.ts';
import { carriersOf, findGrid, freshnessByGrid, isCarried, listGrids, liveGrids } from './grid-rows.ts';
import { recode } from './recode.ts';
import { afterwards, writeMany, type PlacesRoom } from '#main/ledgers/population/places/room.ts';

export function gridsService({ db, raw, journal, clock }: PlacesRoom): Calls<typeof gridsContract> {
  function answer(id: string): GridRow {
    return listGrids(db, raw).find((row) => row.id === id) ?? refuse({ code: 'missing' });
  }

  function seen({ id, revision }: { readonly id: string; readonly revision: number }): GridRecord {
    const row = findGrid(db, id) ?? refuse({ code: 'missing' });
    if (row.revision !== revision) refuse({ code: 'stale', revision: row.revision });
    return row;
  }

  function checked(input: GridInput, self: string | null): GridInput {
    const grid = cleanGrid(input);
    const issues = gridIssues(grid);
    const others = liveGrids(db).filter(({ id }) => id !== self);
    if (others.some(({ kind, code }) => kind === grid.kind && code === grid.code))
      issues.push({ field: 'code', rule: 'exists' });
    if (self === null && others.length >= GRIDS_MAX) issues.push({ field: 'code', rule: 'too-many' });
    const covering = others.some(({ kind, code }) => kind === 'police' && code === grid.policeGrid);
    if (grid.policeGrid !== null && !covering) issues.push({ field: 'policeGrid', rule: 'missing' });
    orRefuse(issues);
    return grid;
  }

  return {
    list: () => listGrids(db, raw),
    add: (input, caller) => {
      const made = recordOfDraft(db, caller, input.draft);
      if (made !== null && findGrid(db, made) !== null) return answer(made);
      const grid = checked(input.grid, null);
      const id = journal.write(caller, (desk) => {
        const record = desk.put(gridsLedger, grid);
        consumeDraft(desk, caller, input.draft, 'grid', record.id);
        return record.id;
      });
      return answer(id);
    },
    amend: (input, caller, { signal }) => {
      const before = seen(input);
      const grid = checked(input.grid, before.id);
      if (grid.kind !== before.kind && isCarried(db, raw, before)) refuseField('kind', 'in-use');
      const size = before.code === grid.code ? 1 : carriersOf(raw, before.kind, before.code).length;
      const work = writeMany(journal, caller, size, signal, function* (desk) {
        desk.patch(gridsLedger, before.id, before.revision, grid);
        yield* recode({ db, raw }, desk, before, grid.code);
      });
      return afterwards(work, () => answer(before.id));
    },
    retire: (input, caller) => {
      const before = seen(input);
      if (isCarried(db, raw, before)) refuseField('id', 'in-use');
      journal.write(caller, (desk) =>
        desk.retire(gridsLedger, before.id, before.revision, cleanText(input.reason)),
      );
      return {};
    },
    freshness: () => freshnessByGrid(raw, dayNow(clock)),
  };
}
