import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResidentRow } from '#shared/contract/population/residents.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { Card } from '#renderer/ui/basic/card.tsx';
import { fullMoment, shortMoment } from '#renderer/ui/basic/moment.ts';
import { SkeletonRows } from '#renderer/ui/basic/skeleton-rows.tsx';
import { TIMELINE_KINDS, useTimeline, type TimelineKind } from './timeline-entries.ts';
import styles from './record.module.css';

export interface TimelineCardProps {
  readonly person: ResidentRow;
  /** False where a tab already says so. */
  readonly titled: boolean;
}

/** What happened, newest first; chips leave one kind of it. */
export function TimelineCard({ person, titled }: TimelineCardProps) {
  const { t } = useTranslation('person');
  const today = useOfficeDay();
  const [kind, setKind] = useState<TimelineKind | null>(null);
  const { entries, loading } = useTimeline(person);
  const shown = kind === null ? entries : entries.filter((entry) => entry.kind === kind);
  return (
    <Card {...(titled ? { title: t('record.timeline') } : {})}>
      <div className={styles.kinds} role="group" aria-label={t('record.timeline')}>
        <button type="button" aria-pressed={kind === null} onClick={() => setKind(null)}>
          {t('record.timelineAll')}
        </button>
        {TIMELINE_KINDS.map((one) => (
          <button key={one} type="button" aria-pressed={kind === one} onClick={() => setKind(one)}>
            {t(`record.kinds.${one}`)}
          </button>
        ))}
      </div>
      {loading && <SkeletonRows rows={4} />}
      {!loading && shown.length === 0 && <p className={styles.soft}>{t('record.timelineNone')}</p>}
      <ol className={styles.timeline}>
        {shown.map((entry) => (
          <li key={entry.key} data-kind={entry.kind}>
            <time title={fullMoment(entry.at)}>{shortMoment(entry.at, today).split(' ')[0]}</time>
            <span>{entry.words}</span>
            <span className={styles.soft}>{entry.byName}</span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
