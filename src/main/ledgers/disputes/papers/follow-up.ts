/** 回访记录: one part a visit; what was found stands only on the whole form. */
import type { FollowUpPaper } from '#shared/contract/disputes/papers.ts';
import { matterPaper, type PapersDesk } from './matter-paper.ts';
import { partiesOn } from './parties-on-paper.ts';

export const followUpMaker = (desk: PapersDesk) =>
  matterPaper<FollowUpPaper>(desk, 'dispute-follow-up', {
    template: 'J8',
    title: '回访记录',
    blank: { matter: null },
    tell: ({ matter, whole, nameOf }) => {
      const { id, type, result, toldOn } = matter.dispute;
      const visits = matter.followUps.map(
        ({ ordinal, dueOn, doneOn, how, finding, satisfied, note, doneBy }) => ({
          ordinal,
          dueOn,
          doneOn,
          how,
          finding,
          satisfied,
          note: whole ? note : null,
          doneBy: doneBy === null ? null : nameOf(doneBy),
        }),
      );
      return { matter: { id, type, parties: partiesOn(matter, whole), result, toldOn, visits } };
    },
  });
