/** 受理登记表. */
import type { AcceptancePaper } from '#shared/contract/disputes/papers.ts';
import { dayOf } from '#shared/kernel/calendar-day.ts';
import { matterPaper, type PapersDesk } from './matter-paper.ts';
import { partiesOn } from './parties-on-paper.ts';

export const acceptanceMaker = (desk: PapersDesk) =>
  matterPaper<AcceptancePaper>(desk, 'dispute-acceptance', {
    template: 'J1',
    title: '受理登记表',
    blank: { matter: null },
    tell: ({ matter, whole, nameOf }) => {
      const { id, receivedAt, type, raisedBy, place, happenedOn, amount, level } = matter.dispute;
      const { registeredBy, officer, gridWorker, summary, demands } = matter.dispute;
      return {
        matter: {
          id,
          receivedOn: dayOf(receivedAt),
          type,
          raisedBy,
          place,
          happenedOn,
          amount,
          level,
          registeredBy: nameOf(registeredBy),
          officer: officer === null ? null : nameOf(officer),
          gridWorker,
          parties: partiesOn(matter, whole),
          summary: whole ? summary : null,
          demands: whole ? demands : null,
        },
      };
    },
  });
