/** 权利请求: the calls. */
import type { rightsContract } from '#shared/contract/key-persons/rights.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { refuse } from '#shared/kernel/failure.ts';
import type { Calls } from '#main/rpc/calls.ts';
import { dueRequests, findRequest, listRequests, seenRequest, shownRequest } from './reading.ts';
import { answerRequest, registerRequest, retireRequest } from './request.ts';
import { dayIn, type RightsRoom } from './room.ts';

export function rightsService(room: RightsRoom): Calls<typeof rightsContract> {
  const answer = (caller: Caller, id: string) =>
    shownRequest(room, findRequest(room.db, caller, id) ?? refuse({ code: 'missing' }));
  return {
    list: (input, caller) => listRequests(room, caller, input),
    open: (input, caller) => answer(caller, input.id),
    register: (input, caller) => answer(caller, registerRequest(room, caller, input.request, input.draft)),
    answer: (input, caller) => {
      answerRequest(room, caller, seenRequest(room.db, caller, input), input.answer);
      return answer(caller, input.id);
    },
    retire: (input, caller) => {
      retireRequest(room, caller, seenRequest(room.db, caller, input));
      return {};
    },
    due: () => dueRequests(room, dayIn(room)),
  };
}
