/** Papers of the population ledger: put together here, drawn by the page, printed by the shell. Each leaves a journal line. */
import { basename } from 'node:path';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { PaperOrder, papersContract } from '#shared/contract/papers.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { today, type Clock } from '#shared/kernel/clock.ts';
import { refuse } from '#shared/kernel/failure.ts';
import type { Journal } from '#main/db/journal.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { officeRow } from '#main/office/service.ts';
import type { Calls } from '#main/rpc/calls.ts';
import type { Shell } from '#main/shell/shell.ts';
import { staff } from '#main/staff/table.ts';
import { householdSheetOf } from './household-sheet.ts';

/** Versions of the templates, printed at the foot: raised when the paper looks another way. */
const TEMPLATES = { 'household-sheet': 'H1', 'door-notice': 'D1', 'privacy-notice': 'P1' } as const;

type PopulationPaper =
  ReturnType<Calls<typeof papersContract>['preview']> extends infer R ? Exclude<R, Promise<unknown>> : never;

export interface PapersRoom {
  readonly db: ReadHandle;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly shell: Shell;
  readonly nameOf: (staff: string) => string;
}

export function papersService({
  db,
  journal,
  clock,
  shell,
  nameOf,
}: PapersRoom): Calls<typeof papersContract> {
  function imprint(caller: Caller, name: PaperOrder['name']) {
    const office = officeRow(db);
    return {
      officeName: office.name,
      stationName: office.stationName,
      phone: office.phone,
      address: office.address,
      hours: office.hours,
      printedOn: today(clock),
      printedBy: nameOf(caller.staff),
      template: TEMPLATES[name],
    };
  }

  function paperOf(caller: Caller, order: PaperOrder): PopulationPaper {
    switch (order.name) {
      case 'household-sheet': {
        const { name, addressId, blank } = order;
        return {
          name,
          ...imprint(caller, name),
          blank,
          ...householdSheetOf(db, today(clock), addressId, blank),
        };
      }
      case 'door-notice': {
        const { name, sheets } = order;
        const person = deskPerson(db, order.staff);
        const own = imprint(caller, name);
        const officerPhone = person.phone === '' ? own.phone : person.phone;
        return { name, ...own, officerName: person.name, officerPhone, sheets };
      }
      case 'privacy-notice': {
        const { name, form } = order;
        const { supervisionPhone } = officeRow(db);
        return { name, ...imprint(caller, name), form, supervisionPhone };
      }
      default:
        return assertNever(order);
    }
  }

  /** Which paper, never who stands on it. */
  function note(caller: Caller, order: PaperOrder, event: string): void {
    const record = order.name === 'household-sheet' ? order.addressId : '-';
    const facts = { event, paper: order.name, template: TEMPLATES[order.name] };
    journal.write(caller, (desk) => desk.note('A', 'addresses', record, facts));
  }

  return {
    preview: ({ order }, caller) => paperOf(caller, order),
    savePdf: async ({ order }, caller) => {
      const paper = paperOf(caller, order);
      const path = await shell.chooseSave('paper', `${fileNameOf(paper)}.pdf`);
      if (path === null) return refuse({ code: 'cancelled' });
      const { pages } = await shell.pdf(paper, path);
      note(caller, order, 'saved-as-pdf');
      return { file: basename(path), pages };
    },
    print: async ({ order }, caller) => {
      const { pages } = await shell.print(paperOf(caller, order));
      note(caller, order, 'printed');
      return { pages };
    },
  };
}

function deskPerson(db: ReadHandle, id: string) {
  const where = and(eq(staff.id, id), isNull(staff.retiredAt), inArray(staff.role, ['officer', 'auxiliary']));
  return db.select().from(staff).where(where).get() ?? refuse({ code: 'missing' });
}

/** A place may stand in a file's name, a person never. */
function fileNameOf(paper: PopulationPaper): string {
  const what = {
    'household-sheet': paper.name === 'household-sheet' ? `入户核对表-${paper.building}` : '',
    'door-notice': '上门告知',
    'privacy-notice': '个人信息处理告知',
  }[paper.name];
  return `${what}-${paper.printedOn}`.replace(/[\\/:*?"<>|]/g, '');
}
