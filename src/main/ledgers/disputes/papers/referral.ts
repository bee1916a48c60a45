/** 转办单 / 转介函: goes to another body, so what happened is not among what it is told here. */
import type { ReferralPaper } from '#shared/contract/disputes/papers.ts';
import { refuse } from '#shared/kernel/failure.ts';
import { matterPaper, type PapersDesk } from './matter-paper.ts';
import { namesOn } from './parties-on-paper.ts';

export const referralMaker = (desk: PapersDesk) =>
  matterPaper<ReferralPaper>(desk, 'dispute-referral', {
    template: 'J4',
    title: '转介函',
    blank: { matter: null },
    tell: ({ matter, part, nameOf }) => {
      const { referrals, dispute } = matter;
      const one = part === null ? referrals.at(-1) : referrals.find(({ id }) => id === part);
      if (one === undefined) return refuse({ code: 'missing' });
      return {
        matter: {
          id: dispute.id,
          type: dispute.type,
          parties: namesOn(matter),
          body: one.body,
          bodyName: one.bodyName,
          part: one.part,
          request: one.request,
          sentOn: one.sentOn,
          sentBy: nameOf(one.sentBy),
          dueOn: one.dueOn,
        },
      };
    },
  });
