/** One matter as its page shows it, without what the counter holds only after a witnessed reading; and that reading. */
import type { DisputeRecord, DisputeRow, DisputeText } from '#shared/contract/disputes/disputes.ts';
import { daysBetween, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { maskPhone } from '#shared/kernel/mask.ts';
import type { Role } from '#shared/kernel/role.ts';
import { isAnnounced } from '#shared/kernel/working-days.ts';
import { legalBasisOf } from '#shared/ledgers/disputes/legal-basis.ts';
import { deedsOpen, lastDayForSecond } from '#shared/ledgers/disputes/machine.ts';
import { shownName } from '#shared/ledgers/disputes/parties.ts';
import { answersOf, standingOf, type Matter } from '#main/ledgers/disputes/matter.ts';
import type { AgreementEntry, LevelEntry, PartyEntry, ReferralEntry } from '#main/ledgers/disputes/tables.ts';

type Page = Omit<DisputeRecord, keyof DisputeRow | 'visits'>;

/** What a page has beyond the row of the list and the visits. */
export function pageOf(
  matter: Matter,
  role: Role,
  today: CalendarDay,
  nameOf: (staff: string) => string,
): Page {
  const { dispute, parties, sessions, agreements, levels, referrals, followUps } = matter;
  const standing = standingOf(matter);
  const first = dispute.stage === 'second-mediation' ? standing.firstMediationOn : null;
  const by = first === null ? null : lastDayForSecond(first);
  const agreement = agreements.at(-1);
  return {
    addressId: dispute.addressId,
    happenedOn: dispute.happenedOn,
    amount: dispute.amount,
    answers: answersOf(dispute),
    receipt: dispute.receipt,
    toldOn: dispute.toldOn,
    toldHow: dispute.toldHow,
    satisfied: dispute.satisfied,
    secondMediationBy: by,
    secondMediationSure: by === null || isAnnounced(by),
    legalBasis: legalBasisOf(dispute.route),
    retainUntil: dispute.retainUntil,
    partyRows: parties.toSorted((a, b) => (a.side < b.side ? -1 : a.side > b.side ? 1 : 0)).map(shownParty),
    sessions: sessions.map(({ course: _course, host, ...session }) => ({
      ...session,
      hostName: nameOf(host),
    })),
    agreement: agreement === undefined ? null : shownAgreement(agreement),
    levels: shownLevels(levels, dispute.archivedOn ?? today, nameOf),
    referrals: referrals.map((referral) => shownReferral(referral, today, nameOf)),
    followUps: followUps
      .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.ordinal - b.ordinal))
      .map((one) => ({ ...one, doneByName: one.doneBy === null ? null : nameOf(one.doneBy) })),
    deeds: deedsOpen(standing, role, today),
  };
}

function shownParty({ phone, representativePhone, ...party }: PartyEntry) {
  const masked = (value: string | null) => (value === null ? null : maskPhone(value));
  return {
    ...party,
    name: shownName(party),
    phoneMasked: masked(phone),
    representativePhoneMasked: masked(representativePhone),
  };
}

function shownAgreement({ facts: _facts, terms: _terms, manner: _manner, ...agreement }: AgreementEntry) {
  return agreement;
}

function shownLevels(levels: readonly LevelEntry[], until: CalendarDay, nameOf: (staff: string) => string) {
  return levels.map(({ id, level, since, reason, movedBy }, index) => ({
    id,
    level,
    since,
    days: Math.max(0, daysBetween(since, levels[index + 1]?.since ?? until)),
    reason,
    byName: nameOf(movedBy),
  }));
}

function shownReferral(referral: ReferralEntry, today: CalendarDay, nameOf: (staff: string) => string) {
  const { dueOn, answeredOn, sentBy } = referral;
  const lateDays = Math.max(0, daysBetween(dueOn, answeredOn ?? today));
  return { ...referral, sentByName: nameOf(sentBy), lateDays };
}

/** What happened, what was said and agreed. */
export function textOf({ dispute, sessions, agreements }: Matter): DisputeText {
  const agreement = agreements.at(-1);
  return {
    summary: dispute.summary,
    demands: dispute.demands,
    sessions: sessions.map(({ id, course }) => ({ id, course })),
    agreement:
      agreement === undefined
        ? null
        : { facts: agreement.facts, terms: agreement.terms, manner: agreement.manner },
  };
}
