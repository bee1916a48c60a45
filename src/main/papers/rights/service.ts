/** Papers of 关爱服务 and 权利请求: one maker each, one line here. */
import type {
  RightsOrder,
  RightsReplyPaper,
  CareConsentPaper,
  DutySlip,
  HeldDataPaper,
  rightsPapersContract,
} from '#shared/contract/key-persons/papers.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { REQUEST_ARTICLES } from '#shared/ledgers/rights/requests.ts';
import type { Journal } from '#main/db/journal.ts';
import { makerOf, type PaperMakers, type PaperPress } from '#main/desk/paper-press.ts';
import type { CareRoom } from '#main/ledgers/care/room.ts';
import type { Calls } from '#main/rpc/calls.ts';
import { blankDutySlipMaker, careConsentMaker, rightsReplyMaker } from './forms.ts';
import { heldDataMaker, requestWithYes, type HeldDataDesk } from './held-data.ts';

export interface RightsPapersRoom extends HeldDataDesk {
  readonly journal: Journal;
  readonly press: PaperPress;
  readonly care: CareRoom;
}

type Order = Exclude<RightsOrder, { readonly name: 'blank-duty-slip' }> | { readonly name: 'duty-slip' };

export function rightsPapersService(room: RightsPapersRoom): Calls<typeof rightsPapersContract> {
  const { press, journal } = room;
  const makers: PaperMakers<Order, CareConsentPaper | HeldDataPaper | RightsReplyPaper | DutySlip> = {
    'care-consent': careConsentMaker(room, room.care),
    'held-data': heldDataMaker(room),
    'rights-reply': rightsReplyMaker(room),
    'duty-slip': blankDutySlipMaker(room),
  };

  /** Whose whole data is looked at, by whom, for which request: written before anybody sees it, also on the screen. */
  function witnessed(given: RightsOrder, caller: Caller, call: string): Order {
    if (given.name === 'blank-duty-slip') return { name: 'duty-slip' };
    if (given.name === 'held-data' && caller.role === 'officer') {
      const { request, person } = requestWithYes(room, caller, given.id);
      const facts = { call: `rightsPapers.${call}`, request: request.id };
      journal.write(caller, (desk) =>
        desk.note('V', 'residents', person.id, facts, REQUEST_ARTICLES[request.kind]),
      );
    }
    return given;
  }

  return {
    preview: ({ order: given }, caller) => {
      const order = witnessed(given, caller, 'preview');
      return press.preview(makerOf(makers, order), order, caller);
    },
    savePdf: ({ order: given }, caller) => {
      const order = witnessed(given, caller, 'savePdf');
      return press.savePdf(makerOf(makers, order), order, caller);
    },
    print: ({ order: given }, caller) => {
      const order = witnessed(given, caller, 'print');
      return press.print(makerOf(makers, order), order, caller);
    },
  };
}
