/** 警民联系卡: puts together what stands on a card and has the shell print it. Each printing leaves a journal line. */
import { basename } from 'node:path';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { cardsContract, ContactCard } from '#shared/contract/cards.ts';
import { STAFF_MAX } from '#shared/contract/office.ts';
import { today, type Clock } from '#shared/kernel/clock.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { refuse } from '#shared/kernel/failure.ts';
import type { Journal } from '#main/db/journal.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { officeRow } from '#main/office/service.ts';
import type { Calls } from '#main/rpc/calls.ts';
import type { Shell } from '#main/shell/shell.ts';
import { staff } from '#main/staff/table.ts';

/** Version of the template; part of the batch, so that old cards can be told from new ones. */
const TEMPLATE = 'C1';

interface Order {
  readonly staff: string;
  readonly sheets: number;
  readonly bothSides: boolean;
}

export function cardsService(
  db: ReadHandle,
  journal: Journal,
  clock: Clock,
  shell: Shell,
): Calls<typeof cardsContract> {
  const onCards = and(isNull(staff.retiredAt), inArray(staff.role, ['officer', 'auxiliary']));

  function cardOf(id: string): ContactCard {
    const person = db
      .select()
      .from(staff)
      .where(and(eq(staff.id, id), onCards))
      .get();
    if (person === undefined) return refuse({ code: 'missing' });
    const office = officeRow(db);
    const issuedOn = today(clock);
    return {
      officeName: office.name,
      stationName: office.stationName,
      officerName: person.name,
      role: person.role === 'officer' ? 'officer' : 'auxiliary',
      badgeNo: person.badgeNo,
      gridRange: office.gridRange,
      phone: person.phone === '' ? office.phone : person.phone,
      officePhone: office.phone,
      stationPhone: office.stationPhone,
      leaderPhone: office.leaderPhone,
      supervisionPhone: office.supervisionPhone,
      address: office.address,
      hours: office.hours,
      issuedOn,
      batch: `${TEMPLATE}-${issuedOn.replaceAll('-', '')}-${person.id.slice(-2)}`,
    };
  }

  function paperOf(order: Order) {
    const { sheets, bothSides } = order;
    return { name: 'contact-cards', card: cardOf(order.staff), sheets, bothSides } as const;
  }

  function note(caller: Caller, order: Order, event: string): void {
    const facts = { event, template: TEMPLATE, sheets: order.sheets, sides: order.bothSides ? 2 : 1 };
    journal.write(caller, (desk) => desk.note('A', 'cards', order.staff, facts));
  }

  return {
    people: () =>
      db
        .select({ id: staff.id, name: staff.name, role: staff.role })
        .from(staff)
        .where(onCards)
        .limit(STAFF_MAX)
        .all()
        .map(({ id, name, role }) => ({
          id,
          name,
          role: role === 'officer' ? ('officer' as const) : ('auxiliary' as const),
        }))
        .sort((a, b) => Number(b.role === 'officer') - Number(a.role === 'officer')),
    preview: (input) => cardOf(input.staff),
    savePdf: async (input, caller) => {
      const paper = paperOf(input);
      const path = await shell.chooseSave(
        'paper',
        `${paper.card.officeName}-${paper.card.officerName}-${paper.card.batch}.pdf`,
      );
      if (path === null) return refuse({ code: 'cancelled' });
      const { pages } = await shell.pdf(paper, path);
      note(caller, input, 'saved-as-pdf');
      return { file: basename(path), pages };
    },
    print: async (input, caller) => {
      const { pages } = await shell.print(paperOf(input));
      note(caller, input, 'printed');
      return { pages };
    },
  };
}
