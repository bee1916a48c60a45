/** What happened to a person and at their door, as one line each, newest first. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HomeVisitRow } from '#shared/contract/population/addresses.ts';
import type { HistoryEntry } from '#shared/contract/desk.ts';
import type { ResidentRow } from '#shared/contract/population/residents.ts';
import { VERIFIED_HOW } from '#shared/ledgers/population/verified.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useHistory, useReasonWords } from '#renderer/record/history/use-history.ts';
import { usePeopleWords } from '#renderer/ledgers/population/people/people-words.ts';
import { useShownFields } from './shown-fields.ts';

export const TIMELINE_KINDS = ['verify', 'visit', 'change', 'seen'] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

export interface TimelineEntry {
  readonly key: string;
  readonly at: string;
  readonly kind: TimelineKind;
  readonly words: string;
  readonly byName: string;
}

export interface Timeline {
  readonly entries: readonly TimelineEntry[];
  readonly loading: boolean;
}

export function useTimeline(person: ResidentRow): Timeline {
  const { queries } = useOffice();
  const history = useHistory('residents', person.id);
  const door = useQuery(queries.addresses.door.queryOptions({ input: { id: person.addressId } }));
  const ofChange = useChangeWords();
  const ofVisit = useVisitWords();
  const entries = useMemo(
    () =>
      [...(history.data ?? []).map(ofChange), ...(door.data?.visits ?? []).map(ofVisit)].toSorted((a, b) =>
        a.at < b.at ? 1 : -1,
      ),
    [history.data, door.data, ofChange, ofVisit],
  );
  return { entries, loading: history.isPending };
}

function useChangeWords(): (entry: HistoryEntry) => TimelineEntry {
  const { t } = useTranslation('person');
  const words = usePeopleWords();
  const show = useShownFields();
  const reason = useReasonWords();
  return useMemo(
    () => (entry) => {
      const line = (kind: TimelineKind, text: string): TimelineEntry => ({
        key: `change ${entry.n}`,
        at: entry.at,
        kind,
        words: text,
        byName: entry.byName,
      });
      if (entry.what === 'made') return line('change', t('record.madeLine'));
      if (entry.what === 'retired') return line('change', t('record.retiredLine'));
      if (entry.what === 'seen')
        return line(
          'seen',
          entry.reason === null
            ? t('record.openedLine')
            : t('record.seenLine', { reason: reason(entry.reason) }),
        );
      const verified = entry.changes.some(({ field, after }) => field === 'verifiedOn' && after !== null);
      if (verified && entry.changes.every(({ field }) => field.startsWith('verified'))) {
        const stored = entry.changes.find(({ field }) => field === 'verifiedHow')?.after;
        const how = VERIFIED_HOW.find((one) => one === stored);
        return line('verify', t('record.verifiedLine', { how: how === undefined ? '' : words.how(how) }));
      }
      const fields = entry.changes.map(({ field }) => show.field(field)).filter((name) => name !== null);
      return line('change', t('record.changedLine', { fields: fields.join(t('record.comma')) }));
    },
    [t, words, show, reason],
  );
}

function useVisitWords(): (visit: HomeVisitRow) => TimelineEntry {
  const { t } = useTranslation('person');
  return useMemo(
    () => (visit) => ({
      key: `visit ${visit.id}`,
      at: visit.visitedAt,
      kind: 'visit',
      words: t('record.visitAt', {
        purpose: t(`record.purposes.${visit.purpose}`),
        result: t(`record.results.${visit.result}`),
      }),
      byName: visit.byName,
    }),
    [t],
  );
}
