/** 上报盘交接单: the bundles that were written and that the station has not confirmed yet, or a blank form. */
import { HANDED_MAX, type HandOverOrder, type HandOverSheet } from '#shared/contract/weekly-papers.ts';
import { dayOf, isoWeekOf } from '#shared/kernel/calendar-day.ts';
import { refuseField } from '#shared/kernel/failure.ts';
import { DESK_ROLES } from '#shared/kernel/role.ts';
import type { TimedImprintOf } from '#main/desk/imprint.ts';
import { fileNameFrom, type PaperMaker } from '#main/desk/paper-press.ts';
import type { Outbox } from '#main/weekly/outbox.ts';

export interface HandOverDesk {
  readonly outbox: Outbox;
  readonly officeCode: string;
  readonly imprintOf: TimedImprintOf;
}

export function handOverMaker({
  outbox,
  officeCode,
  imprintOf,
}: HandOverDesk): PaperMaker<HandOverOrder, HandOverSheet> {
  function handed(): NonNullable<HandOverSheet['handed']> {
    const files = outbox
      .unconfirmed()
      .flatMap(({ seq, file, manifestSha256, bytes, sealedAt, writtenAt }) =>
        writtenAt === null
          ? []
          : [{ seq, short: file.slice(0, 8), head: manifestSha256.slice(0, 16), bytes, sealedAt, writtenAt }],
      );
    const newest = files.at(-1) ?? refuseField('order', 'nothing-written');
    const { year, week } = isoWeekOf(dayOf(newest.sealedAt));
    return { year, week, files: files.slice(-HANDED_MAX).map(({ sealedAt: _sealed, ...file }) => file) };
  }
  return {
    template: 'W1',
    roles: DESK_ROLES,
    make: ({ name, blank }, caller, template) => {
      const { phone: _phone, address: _address, ...imprint } = imprintOf(caller, template);
      return { name, officeCode, ...imprint, handed: blank ? null : handed() };
    },
    fileName: ({ handed: of, printedOn }) =>
      of === null
        ? fileNameFrom('交接单', '空白')
        : fileNameFrom('交接单', `${of.year}W${of.week}`, printedOn),
    note: ({ name, blank }) => ({
      ledger: 'weekly',
      record: '-',
      facts: { paper: name, blank: blank ? 1 : 0 },
    }),
  };
}
