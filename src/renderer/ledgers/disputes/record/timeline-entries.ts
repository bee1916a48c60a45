/** What was done to a matter, out of everything that hangs on it: newest first. No text of what was said is in it. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DisputeRecord } from '#shared/contract/disputes/disputes.ts';
import { dayOf, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { useDisputeWords } from '#renderer/ledgers/disputes/dispute-words.ts';
import type { zh } from './record-text.ts';

export interface TimelineEntry {
  readonly key: string;
  readonly day: CalendarDay;
  readonly kind: keyof (typeof zh)['kinds'];
  readonly text: string;
  /** Who did it, and what else was said: '' for nothing. */
  readonly note: string;
  /** What is late or still open. */
  readonly mark: { readonly tone: 'red' | 'amber' | 'grey'; readonly text: string } | null;
}

export function useTimeline(dispute: DisputeRecord): readonly TimelineEntry[] {
  const { t } = useTranslation(['disputeRecord', 'disputes']);
  const words = useDisputeWords();
  return useMemo(() => {
    const entries: TimelineEntry[] = [];
    const add = (
      key: string,
      day: CalendarDay,
      kind: TimelineEntry['kind'],
      text: string,
      notes: readonly string[] = [],
      mark: TimelineEntry['mark'] = null,
    ) =>
      entries.push({ key: `${kind} ${key}`, day, kind, text, note: notes.filter(Boolean).join(' · '), mark });

    add(
      'received',
      dayOf(dispute.receivedAt),
      'received',
      t('lines.received', { source: words.source(dispute.raisedBy) }),
    );
    for (const { id, level, since, days, reason, byName } of dispute.levels)
      add(id, since, 'level', t('lines.level', { level: words.level(level), days }), [byName, reason]);
    for (const referral of dispute.referrals) {
      const { id, sentOn, dueOn, answeredOn, outcome, lateDays } = referral;
      const body = words.bodyNamed(referral);
      const late =
        lateDays > 0 ? ({ tone: 'red', text: t('lines.late', { days: lateDays }) } as const) : null;
      const open = { tone: 'amber', text: t('lines.waiting') } as const;
      const sent = t('lines.sent', { part: words.part(referral.part), body, day: dueOn });
      add(
        id,
        sentOn,
        'body',
        sent,
        [referral.sentByName, referral.request],
        answeredOn === null ? (late ?? open) : null,
      );
      if (answeredOn !== null && outcome !== null)
        add(
          `${id} answer`,
          answeredOn,
          'body',
          t('lines.answered', { body, outcome: words.outcome(outcome) }),
          [referral.answer],
          late,
        );
    }
    for (const { id, heldOn, ordinal, outcome, hostName, place } of dispute.sessions)
      add(
        id,
        heldOn,
        'session',
        t('lines.session', { ordinal, outcome: t(`disputes:sessionOutcomes.${outcome}`) }),
        [hostName, place],
      );
    if (dispute.toldOn !== null && dispute.toldHow !== null)
      add(
        'told',
        dispute.toldOn,
        'told',
        t('lines.told', {
          how: t(`disputes:how.${dispute.toldHow}`),
          satisfied: t(`disputes:satisfaction.${dispute.satisfied}`),
        }),
      );
    for (const { id, ordinal, dueOn, doneOn, how, finding, note, doneByName } of dispute.followUps)
      if (doneOn === null || how === null || finding === null)
        add(id, dueOn, 'followUp', t('lines.planned', { ordinal, day: dueOn }), [], {
          tone: 'grey',
          text: t('lines.owed'),
        });
      else
        add(
          id,
          doneOn,
          'followUp',
          t('lines.followed', {
            ordinal,
            how: t(`disputes:how.${how}`),
            finding: t(`disputes:findings.${finding}`),
          }),
          [doneByName ?? '', note],
        );
    if (dispute.archivedOn !== null)
      add(
        'archived',
        dispute.archivedOn,
        'archived',
        t('lines.archived', { result: words.result(dispute.result) }),
      );
    // The same day: what was written down later stands above.
    return entries
      .map((entry, index) => ({ entry, index }))
      .toSorted((a, b) =>
        a.entry.day < b.entry.day ? 1 : a.entry.day > b.entry.day ? -1 : b.index - a.index,
      )
      .map(({ entry }) => entry);
  }, [dispute, t, words]);
}
