/** Saved views of the list: choices under a name, with the number of people they find now. What was typed is never among them. */
import { randomBytes } from 'node:crypto';
import { and, asc, eq, ne, or } from 'drizzle-orm';
import {
  viewFilter,
  VIEWS_MAX,
  type SavedView,
  type ViewFilter,
  type viewsContract,
} from '#shared/contract/population/residents.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { Refusal, refuse } from '#shared/kernel/failure.ts';
import { cleanText } from '#shared/kernel/text-input.ts';
import { views } from '#main/db/shelf-tables.ts';
import type { Calls } from '#main/rpc/calls.ts';
import type { PeopleList } from './list/list.ts';
import type { PeopleRoom } from './room.ts';

type StoredView = typeof views.$inferSelect;

export function viewsService(
  { db, journal }: Pick<PeopleRoom, 'db' | 'journal'>,
  list: PeopleList,
): Calls<typeof viewsContract> {
  const seenBy = (caller: Caller) => or(eq(views.staff, caller.staff), eq(views.shared, true));

  function shown(caller: Caller, stored: StoredView): SavedView[] {
    const filter = choicesIn(stored);
    // A filter that this version does not know is not shown, and stays for the one that does.
    if (filter === null) return [];
    const { id, name, shared } = stored;
    return [{ id, name, shared, mine: stored.staff === caller.staff, filter, count: countOf(filter) }];
  }

  function countOf(filter: ViewFilter): number {
    return list.count({ ...filter, text: '' });
  }

  /** Whatever an older version stored as text goes from everybody's views, or at the next reading where a long write is on. */
  function forgetText(caller: Caller): void {
    const anew = db.select().from(views).all().flatMap(withoutText);
    if (anew.length === 0) return;
    try {
      journal.write(caller, (desk) => {
        for (const view of anew) desk.shelves.keep(views, view);
      });
    } catch (error) {
      if (!(error instanceof Refusal && error.failure.code === 'at-work')) throw error;
    }
  }

  function mine(caller: Caller, id: string): StoredView {
    const stored = db
      .select()
      .from(views)
      .where(and(eq(views.id, id), seenBy(caller)))
      .get();
    if (stored === undefined) return refuse({ code: 'missing' });
    return stored.staff === caller.staff ? stored : refuse({ code: 'forbidden' });
  }

  /** A name stands once among what a person sees, and what they see is a short list. */
  function checkPlace(caller: Caller, id: string | null, name: string): void {
    const others = db
      .select({ name: views.name })
      .from(views)
      .where(and(seenBy(caller), id === null ? undefined : ne(views.id, id)))
      .all();
    const issue = (rule: string) => refuse({ code: 'invalid', issues: [{ field: 'name', rule }] });
    if (others.some((other) => other.name === name)) issue('exists');
    if (others.length >= VIEWS_MAX) issue('too-many');
  }

  return {
    list: (_input, caller) => {
      forgetText(caller);
      return db
        .select()
        .from(views)
        .where(seenBy(caller))
        .orderBy(asc(views.shared), asc(views.name), asc(views.id))
        .limit(VIEWS_MAX)
        .all()
        .flatMap((stored) => shown(caller, stored));
    },
    save: (input, caller) => {
      const { shared, filter } = input;
      const name = cleanText(input.name);
      if (input.id !== null) mine(caller, input.id);
      checkPlace(caller, input.id, name);
      const id = input.id ?? `v${randomBytes(8).toString('hex')}`;
      const row = { id, staff: caller.staff, name, shared, filter: JSON.stringify(filter) };
      journal.write(caller, (desk) => desk.shelves.keep(views, { ...row, keptAt: desk.now }));
      return { id, name, shared, mine: true, filter, count: countOf(filter) };
    },
    drop: (input, caller) => {
      mine(caller, input.id);
      journal.write(caller, (desk) => desk.shelves.drop(views, { id: input.id, staff: caller.staff }));
      return {};
    },
  };
}

/** Null where another version wrote it. */
function choicesIn({ filter }: StoredView): ViewFilter | null {
  return viewFilter.safeParse(JSON.parse(filter)).data ?? null;
}

/** The view as it is to be stored; none where it has no text, or where another version wrote it. */
function withoutText(stored: StoredView): StoredView[] {
  const choices = choicesIn(stored);
  const hasText = 'text' in (JSON.parse(stored.filter) as object);
  return choices !== null && hasText ? [{ ...stored, filter: JSON.stringify(choices) }] : [];
}
