/** Accounts of the people who work here: added, amended, dismissed by an administrator. Passwords only pass through. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import { STAFF_MAX, type StaffMember, type staffContract } from '#shared/contract/office.ts';
import { refuse } from '#shared/kernel/failure.ts';
import { cleanNumber, cleanText } from '#shared/kernel/text-input.ts';
import type { Journal } from '#main/db/journal.ts';
import type { ReadHandle, Store } from '#main/db/open.ts';
import type { Calls } from '#main/rpc/calls.ts';
import type { Keyring } from '#main/session/keyring.ts';
import { successorOf, type HandOverWork } from './succession.ts';
import { staff, staffLedger } from './table.ts';

/** Id → name, for everything that says who did it. The office itself has no name here: the counter has a word for it. */
export function staffNames(db: ReadHandle): (id: string) => string {
  return (id) => db.select({ name: staff.name }).from(staff).where(eq(staff.id, id)).get()?.name ?? '';
}

export function staffService(
  db: ReadHandle,
  raw: Store['raw'],
  journal: Journal,
  keyring: Keyring,
  handOverWork: HandOverWork,
): Calls<typeof staffContract> {
  const selectLastSeen = raw
    .prepare(
      `SELECT json_extract(line, '$.t') FROM journal WHERE ledger = 'staff' AND record = ? AND op = 'A'
         AND json_extract(line, '$.d.event') IN ('unlocked', 'recovered')
       ORDER BY epoch DESC, n DESC LIMIT 1`,
    )
    .pluck();

  function member(row: typeof staff.$inferSelect): StaffMember {
    const { id, revision, login, name, role, badgeNo, phone, retiredAt } = row;
    const lastSeenAt = (selectLastSeen.get(id) as string | undefined) ?? null;
    return { id, revision, login, name, role, badgeNo, phone, active: retiredAt === null, lastSeenAt };
  }

  function find(id: string): typeof staff.$inferSelect {
    return db.select().from(staff).where(eq(staff.id, id)).get() ?? refuse({ code: 'missing' });
  }

  function checkFree(login: string): void {
    if (db.select({ id: staff.id }).from(staff).where(eq(staff.login, login)).get() !== undefined)
      refuse({ code: 'invalid', issues: [{ field: 'login', rule: 'taken' }] });
  }

  /** An office nobody can administer would be locked out of its own settings. */
  function keepAnAdministrator(leaving: typeof staff.$inferSelect): void {
    const others = db
      .select({ id: staff.id })
      .from(staff)
      .where(and(eq(staff.role, 'administrator'), isNull(staff.retiredAt)))
      .all();
    if (leaving.role === 'administrator' && others.length <= 1)
      refuse({ code: 'invalid', issues: [{ field: 'role', rule: 'last-administrator' }] });
  }

  function cleaned<T extends { name: string; badgeNo: string; phone: string }>(fields: T): T {
    return {
      ...fields,
      name: cleanText(fields.name),
      badgeNo: cleanNumber(fields.badgeNo),
      phone: cleanNumber(fields.phone),
    };
  }

  return {
    list: () =>
      db.select().from(staff).orderBy(asc(staff.retiredAt), asc(staff.id)).limit(STAFF_MAX).all().map(member),
    add: async (input, caller) => {
      const { password, ...fields } = cleaned(input);
      checkFree(fields.login);
      keyring.check(password, [fields.name, fields.login, fields.phone]);
      // The slot first: a slot without an account opens nothing, an account without a slot locks somebody out.
      await keyring.put(fields.login, password);
      checkFree(fields.login);
      return member(journal.write(caller, (desk) => desk.put(staffLedger, fields)));
    },
    amend: (input, caller) => {
      const before = find(input.id);
      if (before.role !== input.fields.role) keepAnAdministrator(before);
      const fields = cleaned(input.fields);
      const successor = fields.role === before.role ? null : successorOf(db, before, input.successor);
      return member(
        journal.write(caller, (desk) => {
          if (successor !== null) handOverWork(desk, input.id, successor);
          return desk.patch(staffLedger, input.id, input.revision, fields);
        }),
      );
    },
    resetPassword: async (input, caller) => {
      const { id, login, name, phone, revision, retiredAt } = find(input.id);
      // Somebody who left gets no way back to the data key.
      if (retiredAt !== null) refuse({ code: 'missing' });
      if (revision !== input.revision) refuse({ code: 'stale', revision });
      keyring.check(input.password, [name, login, phone]);
      await keyring.put(login, input.password);
      journal.write(caller, (desk) => desk.note('A', 'staff', id, { event: 'password-reset' }));
      return member(find(id));
    },
    dismiss: (input, caller) => {
      const before = find(input.id);
      keepAnAdministrator(before);
      if (before.id === caller.staff) refuse({ code: 'invalid', issues: [{ field: 'id', rule: 'oneself' }] });
      const successor = successorOf(db, before, input.successor);
      journal.write(caller, (desk) => {
        if (successor !== null) handOverWork(desk, input.id, successor);
        desk.retire(staffLedger, input.id, input.revision, 'dismissed');
      });
      keyring.drop(before.login);
      return member(find(input.id));
    },
  };
}
