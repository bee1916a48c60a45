/** Papers that tell the parties something: their rights, where else they may turn, and of domestic violence what helps. */
import type { CourtNoticePaper, RightsPaper, ViolenceRightsPaper } from '#shared/contract/dispute-papers.ts';
import { matterPaper, type PapersDesk, type Telling } from './matter-paper.ts';
import { partiesOn } from './parties-on-paper.ts';

export const rightsMaker = (desk: PapersDesk) =>
  matterPaper<RightsPaper>(desk, 'dispute-rights', {
    template: 'J2',
    title: '权利义务告知书',
    blank: { matter: null },
    tell: whoIsTold,
  });

export const courtNoticeMaker = (desk: PapersDesk) =>
  matterPaper<CourtNoticePaper>(desk, 'dispute-court-notice', {
    template: 'J3',
    title: '告知书',
    blank: { matter: null },
    tell: whoIsTold,
  });

/** Nothing of the matter stands on it: the paper may be found by the other side. */
export const violenceRightsMaker = (desk: PapersDesk) =>
  matterPaper<ViolenceRightsPaper>(desk, 'violence-rights', {
    template: 'J9',
    title: '权利告知',
    blank: {},
    tell: () => ({}),
  });

function whoIsTold({ matter, nameOf }: Telling) {
  const { id, type, owner } = matter.dispute;
  return { matter: { id, type, parties: partiesOn(matter, false), owner: nameOf(owner) } };
}
