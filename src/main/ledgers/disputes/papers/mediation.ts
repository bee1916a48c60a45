/** 调解笔录 and 治安调解协议: what was said and agreed before an officer. */
import type { AgreementPaper, MediationRecordPaper } from '#shared/contract/disputes/papers.ts';
import { refuse } from '#shared/kernel/failure.ts';
import type { SessionEntry } from '#main/ledgers/disputes/tables.ts';
import { matterPaper, type PapersDesk } from './matter-paper.ts';
import { partiesInFull, partiesOn } from './parties-on-paper.ts';

export const mediationRecordMaker = (desk: PapersDesk) =>
  matterPaper<MediationRecordPaper>(desk, 'dispute-mediation-record', {
    template: 'J5',
    title: '调解笔录',
    blank: { matter: null },
    tell: ({ matter, whole, part, nameOf }) => {
      const { sessions, dispute } = matter;
      const held = part === null ? sessions.at(-1) : sessions.find(({ id }) => id === part);
      if (whole && held === undefined) return refuse({ code: 'missing' });
      const host = whole && held !== undefined ? held.host : (dispute.officer ?? dispute.owner);
      return {
        matter: {
          id: dispute.id,
          type: dispute.type,
          parties: partiesOn(matter, whole),
          host: nameOf(host),
          session: whole && held !== undefined ? whatWasSaid(held) : null,
        },
      };
    },
  });

function whatWasSaid(session: SessionEntry) {
  const { ordinal, heldOn, from, to, place, present, recording, guardianPresent, outcome, course } = session;
  return { ordinal, heldOn, from, to, place, present, recording, guardianPresent, outcome, course };
}

export const agreementMaker = (desk: PapersDesk) =>
  matterPaper<AgreementPaper>(desk, 'dispute-agreement', {
    template: 'J6',
    title: '治安调解协议',
    blank: { matter: null },
    tell: ({ matter, nameOf }) => {
      const { dispute, sessions, agreements } = matter;
      const agreement = agreements.at(-1) ?? refuse({ code: 'missing' });
      const session = sessions.at(-1);
      return {
        matter: {
          id: dispute.id,
          parties: partiesInFull(matter),
          host: nameOf(session?.host ?? dispute.owner),
          heldOn: session?.heldOn ?? null,
          place: session?.place ?? '',
          present: session?.present ?? '',
          happenedOn: dispute.happenedOn,
          happenedAt: dispute.place,
          agreedOn: agreement.agreedOn,
          facts: agreement.facts,
          terms: agreement.terms,
          performBy: agreement.performBy,
          manner: agreement.manner,
        },
      };
    },
  });
