/** 履职单: who, what and when, for whoever goes out to do it. Never which category, nor a protected person, nor where anybody lives. */
import type { DutySlip, StatutoryOrder } from '#shared/contract/key-persons/papers.ts';
import { refuse, refuseField } from '#shared/kernel/failure.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { fileNameFrom, type PaperMaker } from '#main/desk/paper-press.ts';
import { dutiesOf } from '#main/ledgers/statutory/visible.ts';
import { noteOf, type Reason, type StatutoryPapersDesk } from './papers-desk.ts';

type SlipOrder = Extract<StatutoryOrder, { readonly name: 'duty-slip' }> & Reason;

export function dutySlipMaker(desk: StatutoryPapersDesk, db: ReadHandle): PaperMaker<SlipOrder, DutySlip> {
  return {
    template: 'L1',
    roles: ['officer'],
    make: ({ name, id, duty: wanted }, caller, template) => {
      const { entry, standing } = desk.visible(caller, id);
      if (standing !== 'in-force') refuseField('paper', 'not-now');
      const { kind, dueOn } =
        dutiesOf(db, [id]).find((one) => one.id === wanted) ?? refuse({ code: 'missing' });
      // A slip may lie on any table: of a visit to somebody who is protected it names nobody.
      const person = kind === 'visit-protected' ? '' : entry.name;
      const duty = { number: id, person, kind, dueOn, officer: desk.nameOf(entry.officer) };
      return { name, ...desk.imprintOf(caller, template), duty };
    },
    fileName: ({ printedOn }) => fileNameFrom('履职单', printedOn),
    note: ({ name, id, ...why }) => noteOf(name, id, why),
  };
}
