/** 认可和解共同申请书: both sides ask that what they settled themselves is recognised. */
import type { JointApplicationPaper } from '#shared/contract/disputes/papers.ts';
import type { AgreementEntry } from '#main/ledgers/disputes/tables.ts';
import { matterPaper, type PapersDesk } from './matter-paper.ts';
import { partiesOn } from './parties-on-paper.ts';

export const jointApplicationMaker = (desk: PapersDesk) =>
  matterPaper<JointApplicationPaper>(desk, 'dispute-joint-application', {
    template: 'J7',
    title: '认可和解共同申请书',
    blank: { matter: null },
    tell: ({ matter, whole }) => {
      const { id, happenedOn, place } = matter.dispute;
      const agreement = whole ? matter.agreements.at(-1) : undefined;
      const settled = agreement === undefined ? null : whatWasSettled(agreement);
      const parties = partiesOn(matter, whole);
      return { matter: { id, parties, happenedOn, happenedAt: place, settled } };
    },
  });

function whatWasSettled({ kind, agreedOn, facts, terms, performedOn }: AgreementEntry) {
  return { kind, agreedOn, facts, terms, performedOn };
}
