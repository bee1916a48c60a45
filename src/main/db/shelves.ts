/** Writes to the shelf tables, inside the journal's transaction. A shelf row is replaced whole, by its primary key. */
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import type { WriteHandle } from './open.ts';
import type { ShelfTable } from './shelf-tables.ts';

export interface Shelves {
  /** Inserts the row, or replaces the one with the same primary key. */
  keep<T extends ShelfTable>(table: T, row: Required<T['$inferInsert']>): void;
  drop<T extends ShelfTable>(table: T, key: Partial<T['$inferSelect']>): void;
}

export function openShelves(db: WriteHandle): Shelves {
  return {
    keep(table, row) {
      const { name, columns } = getTableConfig(table);
      const byName = new Map(propertyNames(table));
      const values = columns.map(
        (column) => (row as Record<string, unknown>)[byName.get(column.name) ?? ''] ?? null,
      );
      const names = columns.map((column) => column.name).join(', ');
      const marks = columns.map(() => '?').join(', ');
      db.prepare(`INSERT OR REPLACE INTO ${name} (${names}) VALUES (${marks})`).run(...values);
    },
    drop(table, key) {
      const entries = Object.entries(key);
      if (entries.length === 0) throw new RangeError('a shelf is not emptied by accident');
      const columnOf = new Map(propertyNames(table).map(([column, property]) => [property, column]));
      const where = entries.map(([property]) => `${columnOf.get(property)} = ?`).join(' AND ');
      db.prepare(`DELETE FROM ${getTableConfig(table).name} WHERE ${where}`).run(
        ...entries.map(([, value]) => value),
      );
    },
  };
}

/** [column name, property name] of each column. */
function propertyNames(table: ShelfTable): [string, string][] {
  return Object.entries(table)
    .filter(([, column]) => typeof column === 'object' && column !== null && 'name' in column)
    .map(([property, column]) => [String((column as { name: unknown }).name), property]);
}
