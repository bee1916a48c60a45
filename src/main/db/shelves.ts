/** Writes to the shelf tables, inside the journal's transaction. A shelf row is replaced whole, by its primary key. */
import { getTableColumns, getTableName } from 'drizzle-orm';
import type { WriteHandle } from './open.ts';
import { preparedBy } from './prepared.ts';
import type { ShelfTable } from './shelf-tables.ts';

export interface Shelves {
  /** Inserts the row, or replaces the one with the same primary key. */
  keep<T extends ShelfTable>(table: T, row: Required<T['$inferInsert']>): void;
  drop<T extends ShelfTable>(table: T, key: Partial<T['$inferSelect']>): void;
}

/** One for a connection; used only by the journal's transactions. */
export function openShelves(db: WriteHandle): Shelves {
  const prepare = preparedBy(db);
  return {
    keep(table, row) {
      const columns = Object.entries(columnsOf(table));
      const names = columns.map(([, column]) => column.name).join(', ');
      const marks = columns.map(() => '?').join(', ');
      const values = columns.map(([property, column]) => {
        const value = (row as Record<string, unknown>)[property] ?? null;
        return value === null ? null : column.mapToDriverValue(value);
      });
      prepare(`INSERT OR REPLACE INTO ${getTableName(table)} (${names}) VALUES (${marks})`).run(...values);
    },
    drop(table, key) {
      const columns = columnsOf(table);
      const entries = Object.entries(key);
      if (entries.length === 0) throw new RangeError('a shelf is not emptied by accident');
      const where = entries.map(([property]) => `${columns[property]?.name ?? ''} = ?`).join(' AND ');
      prepare(`DELETE FROM ${getTableName(table)} WHERE ${where}`).run(...entries.map(([, value]) => value));
    },
  };
}

interface ShelfColumn {
  readonly name: string;
  /** As SQLite takes it: it knows no booleans. */
  mapToDriverValue(value: unknown): unknown;
}

/** Property name → column, whichever shelf it is. */
function columnsOf(table: ShelfTable): Readonly<Record<string, ShelfColumn>> {
  return getTableColumns(table);
}
