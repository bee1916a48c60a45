/** 警民联系卡: puts together what stands on a card and has the shell print it. Each printing leaves a journal line. */
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { CARD_ROLES, type cardsContract, type ContactCard } from '#shared/contract/cards.ts';
import { STAFF_MAX } from '#shared/contract/office.ts';
import type { ContactCardSheet } from '#shared/contract/paper.ts';
import { today, type Clock } from '#shared/kernel/clock.ts';
import { refuse } from '#shared/kernel/failure.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { fileNameFrom, type PaperMaker, type PaperPress } from '#main/desk/paper-press.ts';
import { officeRow } from '#main/office/service.ts';
import type { Calls } from '#main/rpc/calls.ts';
import { staff } from '#main/staff/table.ts';

/** Version of the template; part of the batch, so that old cards can be told from new ones. */
const TEMPLATE = 'C1';

interface Order {
  readonly staff: string;
  readonly sheets: number;
  readonly bothSides: boolean;
}

export function cardsService(db: ReadHandle, clock: Clock, press: PaperPress): Calls<typeof cardsContract> {
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

  const maker: PaperMaker<Order, ContactCardSheet> = {
    template: TEMPLATE,
    roles: CARD_ROLES,
    make: ({ staff: id, sheets, bothSides }) => ({
      name: 'contact-cards',
      card: cardOf(id),
      sheets,
      bothSides,
    }),
    fileName: ({ card }) => fileNameFrom(card.officeName, card.officerName, card.batch),
    note: ({ staff: id, sheets, bothSides }) => ({
      ledger: 'cards',
      record: id,
      facts: { sheets, sides: bothSides ? 2 : 1 },
    }),
  };

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
    savePdf: (input, caller) => press.savePdf(maker, input, caller),
    print: (input, caller) => press.print(maker, input, caller),
  };
}
