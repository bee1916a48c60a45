/** The calls of a new office that takes back what the station holds. */
import type { rescueContract } from '#shared/contract/rescue.ts';
import type { Events } from '#main/desk/events.ts';
import type { Handles } from '#main/files/handles.ts';
import type { Calls } from '#main/rpc/calls.ts';
import { inTurn } from '#main/rpc/in-turn.ts';
import type { OpenOffice } from '#main/session/open-office.ts';
import { openRescuer } from './rescue.ts';

export interface RescueRoom {
  readonly open: OpenOffice;
  readonly handles: Handles;
  readonly events: Events;
  /** What was made ready is to be put in place: the office closes its files, and begins anew. */
  readonly onReplaced: () => void;
}

export function rescueService({
  open,
  handles,
  events,
  onReplaced,
}: RescueRoom): Calls<typeof rescueContract> {
  const rescuer = openRescuer(open, {
    onProgress: ({ done, total }) => events.say({ kind: 'progress', task: 'rescue', done, total }),
    onOrdered: onReplaced,
  });
  const turn = inTurn();
  return {
    state: () => ({ isNew: rescuer.isNew() }),
    look: (input) => turn(() => rescuer.look(handles.pathOf(input.folder), input.last)),
    go: (_input, caller) => turn(() => rescuer.go(caller)),
  };
}
