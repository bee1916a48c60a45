/** A person's own choices: hidden columns, theme, row height. */
import { eq } from 'drizzle-orm';
import type { preferencesContract } from '#shared/contract/desk.ts';
import type { Journal } from '#main/db/journal.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { preferences } from '#main/db/shelf-tables.ts';
import type { Calls } from '#main/rpc/calls.ts';

export function preferencesService(db: ReadHandle, journal: Journal): Calls<typeof preferencesContract> {
  return {
    all: (_input, caller) =>
      Object.fromEntries(
        db
          .select()
          .from(preferences)
          .where(eq(preferences.staff, caller.staff))
          .all()
          .map((row) => [row.name, row.value]),
      ),
    put: (input, caller) => {
      journal.write(caller, (desk) => desk.shelves.keep(preferences, { ...input, staff: caller.staff }));
      return {};
    },
  };
}
