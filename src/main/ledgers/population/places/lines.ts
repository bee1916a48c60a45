/** Lines of addresses, and what lies below an element. */
import { and, eq, isNull, sql, type SQL } from 'drizzle-orm';
import type { ReadHandle, Store } from '#main/db/open.ts';
import { addresses, type AddressRow } from '#main/ledgers/population/tables.ts';

/** The element `?` and everything standing below it, as the table `below (id)`. */
export const BELOW = `WITH RECURSIVE below (id) AS (
  SELECT ? UNION ALL
  SELECT a.id FROM below JOIN addresses a ON a.parent_id = below.id WHERE a.retired_at IS NULL)`;

/** Null where no such element stands in the ledger. */
export function addressLineOf(db: ReadHandle, id: string): string | null {
  const where = and(eq(addresses.id, id), isNull(addresses.retiredAt));
  return db.select({ line: addresses.line }).from(addresses).where(where).get()?.line ?? null;
}

/** To the entrance, without the room: 青禾苑3栋2单元. A house keeps its number. */
export function shortLine({ kind, name, line }: Pick<AddressRow, 'kind' | 'name' | 'line'>): string {
  return kind === 'room' && line.endsWith(name) && line !== name ? line.slice(0, -name.length) : line;
}

/** The element and everything below it, as a list to put behind IN. */
export function belowSql(id: string): SQL {
  return sql`(WITH RECURSIVE below (id) AS (
    SELECT ${id} UNION ALL
    SELECT a.id FROM below JOIN addresses a ON a.parent_id = below.id WHERE a.retired_at IS NULL)
    SELECT id FROM below)`;
}

/** Ids of the element and of everything below it, larger elements first. */
export function below(raw: Store['raw'], id: string): string[] {
  return raw.prepare(`${BELOW} SELECT id FROM below`).pluck().all(id) as string[];
}
