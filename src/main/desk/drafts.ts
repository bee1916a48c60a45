/** Drafts: what somebody was typing, kept encrypted for that person alone. A save consumes its draft. */
import { and, desc, eq, isNotNull } from 'drizzle-orm';
import { OFFICERS_FORMS, type FORMS, type draftsContract } from '#shared/contract/desk.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import { refuse } from '#shared/kernel/failure.ts';
import type { Desk, Journal } from '#main/db/journal.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { drafts } from '#main/db/shelf-tables.ts';
import type { Calls } from '#main/rpc/calls.ts';

type Form = (typeof FORMS)[number];

export function draftsService(db: ReadHandle, journal: Journal, clock: Clock): Calls<typeof draftsContract> {
  return {
    keep: (input, caller) => {
      if (!mayType(caller, input.form)) refuse({ code: 'forbidden' });
      // A draft that a save has consumed stays consumed, also when a late autosave arrives after it.
      if (recordOfDraft(db, caller, input.id) !== null) return { keptAt: clock.now() };
      const keptAt = clock.now();
      const row = { ...input, staff: caller.staff, record: null, keptAt };
      journal.write(caller, (desk) => desk.shelves.keep(drafts, row));
      return { keptAt };
    },
    pending: (input, caller) => {
      if (!mayType(caller, input.form)) return null;
      const mine = and(
        eq(drafts.staff, caller.staff),
        eq(drafts.form, input.form),
        isNotNull(drafts.content),
      );
      const row = db.select().from(drafts).where(mine).orderBy(desc(drafts.keptAt)).limit(1).get();
      return row === undefined ? null : { id: row.id, content: row.content ?? '', keptAt: row.keptAt };
    },
    drop: (input, caller) => {
      if (recordOfDraft(db, caller, input.id) === null)
        journal.write(caller, (desk) => desk.shelves.drop(drafts, { id: input.id, staff: caller.staff }));
      return {};
    },
  };
}

function mayType({ role }: Caller, form: Form): boolean {
  return role === 'officer' || !OFFICERS_FORMS.includes(form);
}

/** The record that a draft already became, or null. A draft id of somebody else is refused. */
export function recordOfDraft(db: ReadHandle, caller: Caller, id: string): string | null {
  const row = db.select().from(drafts).where(eq(drafts.id, id)).get();
  if (row !== undefined && row.staff !== caller.staff) refuse({ code: 'forbidden' });
  return row?.record ?? null;
}

/** Part of the save's own transaction: the text goes, the id stays and points at the record. */
export function consumeDraft(desk: Desk, caller: Caller, id: string, form: Form, record: string): void {
  desk.shelves.keep(drafts, { id, staff: caller.staff, form, content: null, record, keptAt: desk.now });
}
