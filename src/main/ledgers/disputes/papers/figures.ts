/** 纠纷统计: the numbers that the call for figures answers with, and no others. */
import type { DisputePaperOrder, FiguresPaper } from '#shared/contract/disputes/papers.ts';
import { today } from '#shared/kernel/clock.ts';
import type { Store } from '#main/db/open.ts';
import { fileNameFrom, type PaperMaker } from '#main/desk/paper-press.ts';
import { disputeFigures } from '#main/ledgers/disputes/figures/figures.ts';
import type { PapersDesk } from './matter-paper.ts';

export type FiguresOrder = Extract<DisputePaperOrder, { readonly name: 'dispute-figures' }>;

export function figuresMaker(
  { clock, imprintOf }: PapersDesk,
  raw: Store['raw'],
): PaperMaker<FiguresOrder, FiguresPaper> {
  return {
    template: 'J10',
    roles: ['officer'],
    make: ({ name, ...asked }, caller, template) => {
      const figures = disputeFigures(raw, today(clock), asked);
      return { name, ...imprintOf(caller, template), figures };
    },
    fileName: ({ figures: { from, to } }) => fileNameFrom('纠纷统计', from, to),
    note: ({ name, audience }) => ({ ledger: 'disputes', record: '-', facts: { paper: name, audience } }),
  };
}
