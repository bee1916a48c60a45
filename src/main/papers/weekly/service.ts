/** The two papers of a stick: handed over, or lost. */
import type { WeeklyPaper, weeklyPapersContract, WeeklyPaperOrder } from '#shared/contract/weekly-papers.ts';
import { makerOf, type PaperMakers, type PaperPress } from '#main/desk/paper-press.ts';
import type { Calls } from '#main/rpc/calls.ts';
import { handOverMaker, type HandOverDesk } from './hand-over.ts';
import { stickLossMaker, type StickLossDesk } from './stick-loss.ts';

export function weeklyPapersService(
  desk: HandOverDesk & StickLossDesk,
  press: PaperPress,
): Calls<typeof weeklyPapersContract> {
  const makers: PaperMakers<WeeklyPaperOrder, WeeklyPaper> = {
    'hand-over': handOverMaker(desk),
    'stick-loss': stickLossMaker(desk),
  };
  return {
    preview: ({ order }, caller) => press.preview(makerOf(makers, order), order, caller),
    savePdf: ({ order }, caller) => press.savePdf(makerOf(makers, order), order, caller),
    print: ({ order }, caller) => press.print(makerOf(makers, order), order, caller),
  };
}
