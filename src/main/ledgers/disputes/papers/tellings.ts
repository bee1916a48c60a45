/** Papers that tell the parties something: their rights, where else they may turn, and of domestic violence what helps. */
import type { CourtNoticePaper, RightsPaper, ViolenceRightsPaper } from '#shared/contract/disputes/papers.ts';
import { matterPaper, type PapersDesk } from './matter-paper.ts';
import { partiesOn } from './parties-on-paper.ts';

export const rightsMaker = (desk: PapersDesk) =>
  matterPaper<RightsPaper>(desk, 'dispute-rights', {
    template: 'J2',
    title: '权利义务告知书',
    blank: { matter: null },
    tell: ({ matter }) => ({ matter: { id: matter.dispute.id, parties: partiesOn(matter, false) } }),
  });

export const courtNoticeMaker = (desk: PapersDesk) =>
  matterPaper<CourtNoticePaper>(desk, 'dispute-court-notice', {
    template: 'J3',
    title: '解决途径告知书',
    blank: { matter: null },
    tell: ({ matter }) => {
      const { id, type, nature } = matter.dispute;
      const afterMediation = nature === 'public-order';
      return { matter: { id, parties: partiesOn(matter, false), type, afterMediation } };
    },
  });

/** Nothing of the matter stands on it: the paper may be found by the other side. */
export const violenceRightsMaker = (desk: PapersDesk) =>
  matterPaper<ViolenceRightsPaper>(desk, 'violence-rights', {
    template: 'J9',
    title: '权利告知',
    blank: {},
    tell: () => ({}),
  });
