/** 个人信息处理告知: who answers for what the office holds. */
import { DESK_ROLES } from '#shared/kernel/role.ts';
import type { PaperOrder, PrivacyNotice } from '#shared/contract/population/papers.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { fileNameFrom, type PaperMaker } from '#main/desk/paper-press.ts';
import { officeRow } from '#main/office/service.ts';
import type { ImprintOf } from '#main/desk/imprint.ts';

type Order = Extract<PaperOrder, { name: 'privacy-notice' }>;

export function privacyNoticeMaker(db: ReadHandle, imprintOf: ImprintOf): PaperMaker<Order, PrivacyNotice> {
  return {
    template: 'P1',
    roles: DESK_ROLES,
    make: ({ name, form }, caller, template) => {
      const { supervisionPhone } = officeRow(db);
      return { name, ...imprintOf(caller, template), form, supervisionPhone };
    },
    fileName: ({ printedOn }) => fileNameFrom('个人信息处理告知', printedOn),
    note: ({ name }) => ({ ledger: 'addresses', record: '-', facts: { paper: name } }),
  };
}
