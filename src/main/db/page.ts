/** Keyset pages: any depth costs the same, because a page starts from the last row of the one before. */
import { and, asc, Column, desc, eq, gt, is, isNotNull, isNull, lt, or, sql, type SQL } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { refuse } from '#shared/kernel/failure.ts';

/** Where a page ended: the sorted value (null sorts last) and the id that breaks ties. */
export interface Cursor {
  readonly value: string | number | null;
  readonly id: string;
}

export interface Sort {
  /** An expression in place of a column gives a value for every row. */
  readonly column: AnySQLiteColumn | SQL;
  readonly id: AnySQLiteColumn;
  readonly descending: boolean;
}

/** ORDER BY terms: empty values always at the end, ties by id. */
export function orderOf(sort: Sort): SQL[] {
  const way = sort.descending ? desc : asc;
  return [...(isEmptyable(sort) ? [asc(isNull(sort.column))] : []), way(sort.column), way(sort.id)];
}

/** Rows behind the cursor in that order; undefined for the first page. */
export function afterCursor(sort: Sort, text: string | null): SQL | undefined {
  if (text === null) return undefined;
  const cursor = readCursor(text);
  const beyond = sort.descending ? lt : gt;
  if (cursor.value === null) return and(isNull(sort.column), beyond(sort.id, cursor.id));
  const key = sql`${sort.column}`;
  const later = or(beyond(key, cursor.value), and(eq(key, cursor.value), beyond(sort.id, cursor.id)));
  return isEmptyable(sort) ? or(isNull(sort.column), and(isNotNull(sort.column), later)) : later;
}

function isEmptyable({ column }: Sort): boolean {
  return is(column, Column) && !column.notNull;
}

export function writeCursor(value: Cursor['value'], id: string): string {
  return Buffer.from(JSON.stringify([value, id])).toString('base64url');
}

export function readCursor(text: string): Cursor {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (Array.isArray(parsed) && parsed.length === 2) {
      const [value, id] = parsed as unknown[];
      if (
        typeof id === 'string' &&
        (value === null || typeof value === 'string' || typeof value === 'number')
      )
        return { value, id };
    }
  } catch {
    // A cursor we did not write: answered below like any other field that does not fit.
  }
  return refuse({ code: 'invalid', issues: [{ field: 'after', rule: 'shape' }] });
}
