/** 关爱服务: the calls. */
import type { careContract } from '#shared/contract/key-persons/care.ts';
import { refuse } from '#shared/kernel/failure.ts';
import { offeredCare } from '#shared/ledgers/care/care.ts';
import type { Calls } from '#main/rpc/calls.ts';
import { approveCare, declineCare, enterCare, withdrawCare, withdrawOneCare } from './consent.ts';
import { dueCare, findCare, linesOf, listCare, shownCare } from './reading.ts';
import type { CareRoom } from './room.ts';

export function careService(room: CareRoom): Calls<typeof careContract> {
  const answer = (id: string) => shownCare(room, findCare(room, id) ?? refuse({ code: 'missing' }));
  return {
    offered: () => offeredCare(room.settings.afterReleaseHelp()),
    list: (input) => listCare(room, input),
    open: (input) => answer(input.id),
    // Somebody whom this person may not see has no line, like somebody who has none.
    linesOf: (input, caller) => {
      const person = room.people.seenBy(caller, input.residentId);
      return person === null ? [] : linesOf(room, person);
    },
    enter: (input, caller) => {
      enterCare(room, caller, input.care, input.draft);
      return {};
    },
    approve: (input, caller) => {
      approveCare(room, caller, input);
      return answer(input.id);
    },
    decline: (input, caller) => {
      declineCare(room, caller, input, input.reason);
      return {};
    },
    withdraw: (input, caller) => {
      withdrawCare(room, caller, input.residentId);
      return {};
    },
    withdrawOne: (input, caller) => {
      withdrawOneCare(room, caller, input);
      return {};
    },
    due: () => dueCare(room),
  };
}
