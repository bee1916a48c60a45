/** Who works here, for ledgers that give somebody a task. */
import { and, eq, isNull, ne } from 'drizzle-orm';
import type { Role } from '#shared/kernel/role.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { staff } from './table.ts';

/** Null for somebody who does not work here, or not any more. */
export function roleOfStaff(db: ReadHandle, id: string): Role | null {
  const where = and(eq(staff.id, id), isNull(staff.retiredAt));
  return db.select({ role: staff.role }).from(staff).where(where).get()?.role ?? null;
}

/** True where another officer works here. */
export function hasOtherOfficer(db: ReadHandle, id: string): boolean {
  const others = and(eq(staff.role, 'officer'), isNull(staff.retiredAt), ne(staff.id, id));
  return db.select({ id: staff.id }).from(staff).where(others).limit(1).get() !== undefined;
}
