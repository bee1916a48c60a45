/** 上报盘遗失说明: of a stick that was put down as lost; what was on it, and that nobody can read it. */
import type { StickLossNote, StickLossOrder } from '#shared/contract/weekly-papers.ts';
import { refuse, refuseField } from '#shared/kernel/failure.ts';
import { DESK_ROLES } from '#shared/kernel/role.ts';
import type { TimedImprintOf } from '#main/desk/imprint.ts';
import { fileNameFrom, type PaperMaker } from '#main/desk/paper-press.ts';
import type { StickLog } from '#main/weekly/stick-log.ts';

export interface StickLossDesk {
  readonly stickLog: StickLog;
  readonly officeCode: string;
  readonly imprintOf: TimedImprintOf;
}

export function stickLossMaker({
  stickLog,
  officeCode,
  imprintOf,
}: StickLossDesk): PaperMaker<StickLossOrder, StickLossNote> {
  return {
    template: 'W2',
    roles: DESK_ROLES,
    make: ({ name, stick: id }, caller, template) => {
      const stick = stickLog.used().find((one) => one.id === id) ?? refuse({ code: 'missing' });
      if (stick.lostAt === null) refuseField('stick', 'not-lost');
      const { phone: _phone, address: _address, ...imprint } = imprintOf(caller, template);
      return { name, officeCode, ...imprint, stick };
    },
    fileName: ({ stick, printedOn }) => fileNameFrom('上报盘遗失说明', stick.serial ?? '', printedOn),
    note: ({ name, stick }) => ({ ledger: 'weekly', record: '-', facts: { paper: name, stick } }),
  };
}
