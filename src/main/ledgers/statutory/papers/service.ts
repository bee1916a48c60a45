/** Papers of an entry: one maker each, one line here. Each is a look at the entry, for a reason, and counts as one. */
import type {
  StatutoryOrder,
  StatutoryPaper,
  statutoryPapersContract,
} from '#shared/contract/key-persons/papers.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { cleanText } from '#shared/kernel/text-input.ts';
import { refuseField } from '#shared/kernel/failure.ts';
import type { TimedImprintOf } from '#main/desk/imprint.ts';
import { makerOf, type PaperMakers, type PaperPress } from '#main/desk/paper-press.ts';
import { openRoom, type Reading, type StatutoryOptions } from '#main/ledgers/statutory/room.ts';
import type { Calls } from '#main/rpc/calls.ts';
import { dutySlipMaker } from './duty-slip.ts';
import { endNoticeMaker } from './end-notice.ts';
import type { Reason, StatutoryPapersDesk } from './papers-desk.ts';

type Order = StatutoryOrder & Reason;

interface Ordered extends Omit<Reading, 'explanation'> {
  readonly id: string;
  readonly order: StatutoryOrder;
  readonly explanation?: string | undefined;
}

export function statutoryPapersService(
  options: StatutoryOptions,
  press: PaperPress,
  imprintOf: TimedImprintOf,
): Calls<typeof statutoryPapersContract> {
  const room = openRoom(options);
  const { db, clock, colleagues, visible } = room;
  const desk: StatutoryPapersDesk = { clock, imprintOf, nameOf: colleagues.nameOf, visible };
  const makers: PaperMakers<Order, StatutoryPaper> = {
    'duty-slip': dutySlipMaker(desk, db),
    'end-notice': endNoticeMaker(desk, db),
  };

  /** The witness writes down `id`: another entry in the order would be looked at under a wrong name. */
  function checked({ id, order, reason, note, explanation = '' }: Ordered, caller: Caller): Order {
    if (order.id !== id) refuseField('order', 'another-entry');
    visible(caller, id);
    room.checkReading(caller, { reason, note, explanation });
    return { ...order, reason, note: cleanText(note) };
  }

  return {
    preview: (input, caller) => {
      const order = checked(input, caller);
      return press.preview(makerOf(makers, order), order, caller);
    },
    savePdf: (input, caller) => {
      const order = checked(input, caller);
      return press.savePdf(makerOf(makers, order), order, caller);
    },
    print: (input, caller) => {
      const order = checked(input, caller);
      return press.print(makerOf(makers, order), order, caller);
    },
  };
}
