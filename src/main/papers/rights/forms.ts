/** 关爱服务同意书, 权利请求答复书, blank 履职单: filled in from a record, or blank for a pen. */
import type {
  CareConsentPaper,
  DutySlip,
  RightsOrder,
  RightsReplyPaper,
} from '#shared/contract/key-persons/papers.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { refuse, refuseField } from '#shared/kernel/failure.ts';
import { DESK_ROLES } from '#shared/kernel/role.ts';
import { fileNameFrom, type PaperMaker } from '#main/desk/paper-press.ts';
import { findCare, shownCare } from '#main/ledgers/care/reading.ts';
import type { CareRoom } from '#main/ledgers/care/room.ts';
import { findRequest } from '#main/ledgers/rights/reading.ts';
import type { HeldDataDesk } from './held-data.ts';

type OrderOf<Name extends RightsOrder['name']> = Extract<RightsOrder, { readonly name: Name }>;

const BLANK = '空白';

/** Filled in, it says what somebody consented to: an officer's. At the desk there is the blank one. */
export function careConsentMaker(
  desk: HeldDataDesk,
  room: CareRoom,
): PaperMaker<OrderOf<'care-consent'>, CareConsentPaper> {
  function filled(caller: Caller, id: string): CareConsentPaper['care'] {
    if (caller.role !== 'officer') refuse({ code: 'forbidden' });
    const row = shownCare(room, findCare(room, id) ?? refuse({ code: 'missing' }));
    const { name: person, category, help, contact, contactName, contactPhone, deskLine } = row;
    return { person, category, help, contact, contactName, contactPhone, deskLine };
  }
  return {
    template: 'K1',
    roles: DESK_ROLES,
    make: ({ name, id }, caller, template) => ({
      name,
      ...desk.imprintOf(caller, template),
      care: id === null ? null : filled(caller, id),
    }),
    fileName: ({ care, printedOn }) =>
      care === null ? fileNameFrom('关爱服务同意书', BLANK) : fileNameFrom('关爱服务同意书', printedOn),
    note: ({ name, id }) => ({ ledger: 'care_consents', record: id ?? '-', facts: { paper: name } }),
  };
}

export function rightsReplyMaker(desk: HeldDataDesk): PaperMaker<OrderOf<'rights-reply'>, RightsReplyPaper> {
  function answered(caller: Caller, id: string): RightsReplyPaper['reply'] {
    const entry = findRequest(desk.db, caller, id) ?? refuse({ code: 'missing' });
    const { answeredOn, outcome, name: person, kind, receivedOn, ground, answer } = entry;
    if (answeredOn === null || outcome === null) return refuseField('order', 'not-answered');
    return { number: id, person, kind, receivedOn, answeredOn, outcome, ground, answer };
  }
  return {
    template: 'R2',
    roles: DESK_ROLES,
    make: ({ name, id }, caller, template) => ({
      name,
      ...desk.imprintOf(caller, template),
      reply: id === null ? null : answered(caller, id),
    }),
    fileName: ({ reply, printedOn }) => fileNameFrom('权利请求答复书', reply?.number ?? BLANK, printedOn),
    note: ({ name, id }) => ({ ledger: 'rights_requests', record: id ?? '-', facts: { paper: name } }),
  };
}

/** For whoever goes out with a pen. It belongs to no entry, and says of none. */
export function blankDutySlipMaker(desk: HeldDataDesk): PaperMaker<{ readonly name: 'duty-slip' }, DutySlip> {
  return {
    template: 'L1',
    roles: DESK_ROLES,
    make: ({ name }, caller, template) => ({ name, ...desk.imprintOf(caller, template), duty: null }),
    fileName: () => fileNameFrom('履职单', BLANK),
    note: ({ name }) => ({ ledger: 'office', record: '-', facts: { paper: name } }),
  };
}
