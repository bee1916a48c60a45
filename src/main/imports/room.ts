/** What the rooms of an import work with. */
import { eq, isNull, and } from 'drizzle-orm';
import { Refusal } from '#shared/kernel/failure.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import type { ImportRefusal } from '#shared/ledgers/population/import-rules.ts';
import type { Journal } from '#main/db/journal.ts';
import type { ReadHandle, Store } from '#main/db/open.ts';
import { addresses } from '#main/ledgers/population/tables.ts';

export interface ImportsRoom {
  readonly db: ReadHandle;
  readonly raw: Store['raw'];
  readonly journal: Journal;
  readonly clock: Clock;
  readonly officeCode: string;
}

export function refuseField(field: string, rule: ImportRefusal): never {
  throw new Refusal({ code: 'invalid', issues: [{ field, rule }] });
}

/** Refuses a place that does not stand in the ledger. */
export function standingBase(db: ReadHandle, id: string | null): string | null {
  if (id === null) return null;
  const where = and(eq(addresses.id, id), isNull(addresses.retiredAt));
  const found = db.select({ id: addresses.id }).from(addresses).where(where).get();
  return found?.id ?? refuseField('baseAddressId', 'missing');
}
