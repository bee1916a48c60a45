/** Papers of disputes: one maker each, one line here. */
import type {
  DisputePaper,
  DisputePaperOrder,
  disputePapersContract,
  WholePaperOrder,
} from '#shared/contract/disputes/papers.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { refuse } from '#shared/kernel/failure.ts';
import { cleanText } from '#shared/kernel/text-input.ts';
import { revealReasonText } from '#shared/ledgers/reveal.ts';
import type { ReadHandle, Store } from '#main/db/open.ts';
import { makerOf, type PaperMakers, type PaperPress } from '#main/desk/paper-press.ts';
import { matterOf } from '#main/ledgers/disputes/matter.ts';
import { findDispute } from '#main/ledgers/disputes/reading/visible.ts';
import type { Calls } from '#main/rpc/calls.ts';
import { acceptanceMaker } from './acceptance.ts';
import { figuresMaker, type FiguresOrder } from './figures.ts';
import { followUpMaker } from './follow-up.ts';
import { jointApplicationMaker } from './joint-application.ts';
import type { MatterOrder, PapersDesk } from './matter-paper.ts';
import { agreementMaker, mediationRecordMaker } from './mediation.ts';
import { referralMaker } from './referral.ts';
import { courtNoticeMaker, rightsMaker, violenceRightsMaker } from './tellings.ts';

export interface DisputePapersRoom extends Omit<PapersDesk, 'visible'> {
  readonly db: ReadHandle;
  readonly raw: Store['raw'];
  readonly press: PaperPress;
}

export function disputePapersService({
  db,
  raw,
  press,
  ...room
}: DisputePapersRoom): Calls<typeof disputePapersContract> {
  const desk: PapersDesk = {
    ...room,
    visible: (caller, id) => matterOf(db, findDispute(db, caller, id) ?? refuse({ code: 'missing' })),
  };
  const makers: PaperMakers<Order, DisputePaper> = {
    'dispute-acceptance': acceptanceMaker(desk),
    'dispute-rights': rightsMaker(desk),
    'dispute-court-notice': courtNoticeMaker(desk),
    'dispute-referral': referralMaker(desk),
    'dispute-mediation-record': mediationRecordMaker(desk),
    'dispute-agreement': agreementMaker(desk),
    'dispute-joint-application': jointApplicationMaker(desk),
    'dispute-follow-up': followUpMaker(desk),
    'violence-rights': violenceRightsMaker(desk),
    'dispute-figures': figuresMaker(desk, raw),
  };
  const preview = (order: Order, caller: Caller) => press.preview(makerOf(makers, order), order, caller);
  const savePdf = (order: Order, caller: Caller) => press.savePdf(makerOf(makers, order), order, caller);
  const print = (order: Order, caller: Caller) => press.print(makerOf(makers, order), order, caller);
  return {
    preview: ({ order }, caller) => preview(withoutReason(order), caller),
    savePdf: ({ order }, caller) => savePdf(withoutReason(order), caller),
    print: ({ order }, caller) => print(withoutReason(order), caller),
    previewWhole: (order, caller) => preview(withReason(order), caller),
    savePdfWhole: (order, caller) => savePdf(withReason(order), caller),
    printWhole: (order, caller) => print(withReason(order), caller),
  };
}

type Order = MatterOrder | FiguresOrder;

function withoutReason(order: DisputePaperOrder): Order {
  return order.name === 'dispute-figures' ? order : { ...order, reason: null };
}

/** A reason that says too little is none. */
function withReason({ reason: code, note, ...order }: WholePaperOrder): Order {
  if (revealReasonText(code, note) === null) refuse({ code: 'reason-needed' });
  return { ...order, reason: { code, note: cleanText(note) } };
}
