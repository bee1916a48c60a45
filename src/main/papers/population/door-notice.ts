/** 上门告知: whose number stands on it. Nobody who lives there does. */
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { DESK_ROLES } from '#shared/kernel/role.ts';
import { refuse } from '#shared/kernel/failure.ts';
import type { DoorNotice, PaperOrder } from '#shared/contract/population/papers.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { fileNameFrom, type PaperMaker } from '#main/desk/paper-press.ts';
import { staff } from '#main/staff/table.ts';
import type { ImprintOf } from '#main/desk/imprint.ts';

type Order = Extract<PaperOrder, { name: 'door-notice' }>;

export function doorNoticeMaker(db: ReadHandle, imprintOf: ImprintOf): PaperMaker<Order, DoorNotice> {
  return {
    template: 'D1',
    roles: DESK_ROLES,
    make: ({ name, staff: id, sheets }, caller, template) => {
      const person = deskPerson(db, id);
      const own = imprintOf(caller, template);
      const officerPhone = person.phone === '' ? own.phone : person.phone;
      return { name, ...own, officerName: person.name, officerPhone, sheets };
    },
    fileName: ({ printedOn }) => fileNameFrom('上门告知', printedOn),
    note: ({ name }) => ({ ledger: 'addresses', record: '-', facts: { paper: name } }),
  };
}

function deskPerson(db: ReadHandle, id: string) {
  const where = and(eq(staff.id, id), isNull(staff.retiredAt), inArray(staff.role, ['officer', 'auxiliary']));
  return db.select().from(staff).where(where).get() ?? refuse({ code: 'missing' });
}
