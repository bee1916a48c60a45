/** What the grids carry: doors, elements below one that is given another grid, and how fresh their people are. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import { GRIDS_MAX, type GridFreshness, type GridRow } from '#shared/contract/population/addresses.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { ReadHandle, Store } from '#main/db/open.ts';
import { freshnessSql } from '#main/ledgers/population/people/verifying/fresh-days.ts';
import { grids, type AddressRow, type GridRecord } from '#main/ledgers/population/tables.ts';
import { BELOW } from '#main/ledgers/population/places/lines.ts';

/** The column of addresses that names a grid of a kind. */
export const COLUMN_OF = { police: 'police_grid', civil: 'civil_grid' } as const;

export function findGrid(db: ReadHandle, id: string): GridRecord | null {
  return (
    db
      .select()
      .from(grids)
      .where(and(eq(grids.id, id), isNull(grids.retiredAt)))
      .get() ?? null
  );
}

export function liveGrids(db: ReadHandle): GridRecord[] {
  return db.select().from(grids).where(isNull(grids.retiredAt)).orderBy(asc(grids.code)).all();
}

/** Police grids first, then civil ones. */
export function listGrids(db: ReadHandle, raw: Store['raw']): GridRow[] {
  const doors = { police: doorsOf(raw, 'police'), civil: doorsOf(raw, 'civil') };
  const shown = liveGrids(db).map((row) => ({ ...row, doors: doors[row.kind].get(row.code) ?? 0 }));
  return [
    ...shown.filter(({ kind }) => kind === 'police'),
    ...shown.filter(({ kind }) => kind === 'civil'),
  ].slice(0, GRIDS_MAX);
}

/** Rooms, and houses in which nothing stands. */
function doorsOf(raw: Store['raw'], kind: GridRecord['kind']): ReadonlyMap<string, number> {
  const column = COLUMN_OF[kind];
  const rows = raw
    .prepare(
      `SELECT ${column} AS code, count(*) AS doors FROM addresses a
        WHERE retired_at IS NULL AND ${column} IS NOT NULL
          AND (kind = 'room' OR kind IN ('gate', 'building', 'entrance') AND NOT EXISTS
            (SELECT 1 FROM addresses c WHERE c.parent_id = a.id AND c.retired_at IS NULL))
        GROUP BY ${column}`,
    )
    .all() as { code: string; doors: number }[];
  return new Map(rows.map(({ code, doors }) => [code, doors]));
}

/** Elements that carry a grid, as ids with the revision they have. */
export function carriersOf(raw: Store['raw'], kind: GridRecord['kind'], code: string): Carrier[] {
  return raw
    .prepare(
      `SELECT id, revision FROM addresses WHERE ${COLUMN_OF[kind]} = ? AND retired_at IS NULL ORDER BY id`,
    )
    .all(code) as Carrier[];
}

/** Whether an address has it, or a civil grid names it as the one that covers it. */
export function isCarried(db: ReadHandle, raw: Store['raw'], { kind, code }: GridRecord): boolean {
  const covers = kind === 'police' && liveGrids(db).some(({ policeGrid }) => policeGrid === code);
  return covers || carriersOf(raw, kind, code).length > 0;
}

interface Carrier {
  readonly id: string;
  readonly revision: number;
}

type TwoGrids = Pick<AddressRow, 'policeGrid' | 'civilGrid'>;

/** The element and all below it that have no grid of their own or the one that stood here, with what differs. */
export function gridsBelow(
  raw: Store['raw'],
  before: AddressRow,
  wanted: TwoGrids,
): (Carrier & { readonly grids: TwoGrids })[] {
  const rows = raw
    .prepare(
      `${BELOW} SELECT a.id, a.revision, a.police_grid AS policeGrid, a.civil_grid AS civilGrid
        FROM below CROSS JOIN addresses a ON a.id = below.id`,
    )
    .all(before.id) as (Carrier & TwoGrids)[];
  return rows.flatMap(({ id, revision, ...has }) => {
    const next = (field: keyof TwoGrids) =>
      has[field] === null || has[field] === before[field] ? wanted[field] : has[field];
    const found = { policeGrid: next('policeGrid'), civilGrid: next('civilGrid') };
    const same = found.policeGrid === has.policeGrid && found.civilGrid === has.civilGrid;
    return same ? [] : [{ id, revision, grids: found }];
  });
}

/** Grid by grid, those without one first. */
export function freshnessByGrid(raw: Store['raw'], day: CalendarDay): GridFreshness[] {
  const sums = (['fresh', 'due', 'stale', 'never'] as const).map(
    (one) => `coalesce(sum(${freshnessSql('r.verified_on', [one], day)}), 0) AS ${one}`,
  );
  return raw
    .prepare(
      `SELECT a.police_grid AS policeGrid, count(*) AS people, ${sums.join(', ')}
         FROM addresses a INDEXED BY addresses_grid
         CROSS JOIN residents r INDEXED BY residents_address ON r.address_id = a.id
        WHERE a.retired_at IS NULL AND r.retired_at IS NULL AND r.out_state IS NULL
        GROUP BY a.police_grid ORDER BY a.police_grid LIMIT ?`,
    )
    .all(GRIDS_MAX) as GridFreshness[];
}
