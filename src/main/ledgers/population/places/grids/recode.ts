/** The code of a grid is what addresses and other grids carry: they go along with it. */
import type { Desk } from '#main/db/journal.ts';
import type { Steps } from '#main/db/steps.ts';
import { addressesLedger, gridsLedger, type GridRecord } from '#main/ledgers/population/tables.ts';
import { carriersOf, liveGrids } from './grid-rows.ts';
import type { PlacesRoom } from '#main/ledgers/population/places/room.ts';

/** Everything but the grid itself. */
export function* recode(
  { db, raw }: Pick<PlacesRoom, 'db' | 'raw'>,
  desk: Desk,
  grid: GridRecord,
  code: string,
  why?: string,
): Steps<void> {
  if (grid.code === code) return;
  if (grid.kind === 'police')
    for (const { id, revision, policeGrid } of liveGrids(db))
      if (policeGrid === grid.code) desk.patch(gridsLedger, id, revision, { policeGrid: code }, why);
  const carriers = carriersOf(raw, grid.kind, grid.code);
  const change = grid.kind === 'police' ? { policeGrid: code } : { civilGrid: code };
  for (const [done, { id, revision }] of carriers.entries()) {
    desk.patch(addressesLedger, id, revision, change, why);
    yield { done, total: carriers.length };
  }
}
