/** Papers of the population ledger: one maker each, one line here. */
import type { z } from 'zod/mini';
import type { PaperOrder, papersContract, populationPaper } from '#shared/contract/population/papers.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { makerOf, type PaperMakers, type PaperPress } from '#main/desk/paper-press.ts';
import type { Calls } from '#main/rpc/calls.ts';
import type { ImprintOf } from '#main/desk/imprint.ts';
import { doorNoticeMaker } from './population/door-notice.ts';
import { householdSheetMaker } from './population/household-sheet.ts';
import { privacyNoticeMaker } from './population/privacy-notice.ts';

export interface PapersRoom {
  readonly db: ReadHandle;
  readonly clock: Clock;
  readonly press: PaperPress;
  readonly imprintOf: ImprintOf;
}

export function papersService({ db, clock, press, imprintOf }: PapersRoom): Calls<typeof papersContract> {
  const makers: PaperMakers<PaperOrder, z.infer<typeof populationPaper>> = {
    'household-sheet': householdSheetMaker(db, clock, imprintOf),
    'door-notice': doorNoticeMaker(db, imprintOf),
    'privacy-notice': privacyNoticeMaker(db, imprintOf),
  };
  return {
    preview: ({ order }, caller) => press.preview(makerOf(makers, order), order, caller),
    savePdf: ({ order }, caller) => press.savePdf(makerOf(makers, order), order, caller),
    print: ({ order }, caller) => press.print(makerOf(makers, order), order, caller),
  };
}
