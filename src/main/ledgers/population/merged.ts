/** Records that were joined: forwards to the one that stands, backwards to all that became part of it. */
import { eq, inArray } from 'drizzle-orm';
import type { ReadHandle } from '#main/db/open.ts';
import type { addresses, residents } from './tables.ts';

/** Merges are joined into one another; a chain longer than this is none. */
const MERGES_MAX = 20;

type Joined = typeof addresses | typeof residents;

/** The record as it stands now, also where it was merged into another; null where none does. */
export function standingId(db: ReadHandle, table: Joined, record: string): string | null {
  let id = record;
  for (let left = MERGES_MAX; left > 0; left -= 1) {
    const found = db
      .select({ retiredAt: table.retiredAt, mergedInto: table.mergedInto })
      .from(table)
      .where(eq(table.id, id))
      .get();
    if (found === undefined) return null;
    if (found.retiredAt === null) return id;
    if (found.mergedInto === null) return null;
    id = found.mergedInto;
  }
  return null;
}

/** Each record and all that were merged into it, directly or by way of others. */
export function withMerged(db: ReadHandle, table: Joined, ids: readonly string[]): string[] {
  const known = new Set(ids);
  for (let last = [...ids]; last.length > 0;) {
    last = db
      .select({ id: table.id })
      .from(table)
      .where(inArray(table.mergedInto, last))
      .all()
      .map(({ id }) => id)
      .filter((id) => !known.has(id));
    for (const id of last) known.add(id);
  }
  return [...known];
}
