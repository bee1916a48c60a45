/** What a statutory entry asks about somebody it was entered for: a birth date, as it stands now. */
import { and, eq } from 'drizzle-orm';
import type { Caller } from '#shared/kernel/caller.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { standingId } from './merged.ts';
import { findResident } from './people/find.ts';
import { liveResident, visibleTo } from './people/shown.ts';
import { residents } from './tables.ts';

export function statutoryPersons(db: ReadHandle) {
  return {
    /** Of a merged record that of the one it was merged into; null where nobody stands there any more. */
    birthDateOf(resident: string): CalendarDay | null {
      const id = standingId(db, residents, resident);
      if (id === null) return null;
      const where = and(eq(residents.id, id), liveResident);
      return (
        db.select({ birthDate: residents.birthDate }).from(residents).where(where).get()?.birthDate ?? null
      );
    },
    isVisible: (caller: Caller, resident: string): boolean =>
      findResident(db, visibleTo(caller), resident) !== null,
  };
}
