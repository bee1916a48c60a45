/** 导出上报: what waits, the stick, the station, and what became of every bundle. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dayOf } from '#shared/kernel/calendar-day.ts';
import { useErrorWords } from '#renderer/client/words/failure-words.ts';
import { useOffice } from '#renderer/client/office.ts';
import { ErrorPanel } from '#renderer/ui/basic/error-panel.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { RescueHint } from '#renderer/rescue/rescue-hint.tsx';
import pageColumns from '#renderer/ui/basic/page-columns.module.css';
import { PageTitle } from '#renderer/ui/basic/section-title.tsx';
import { SkeletonRows } from '#renderer/ui/basic/skeleton-rows.tsx';
import { BundleHistory } from './bundle-history.tsx';
import { ExportCard } from './export-card.tsx';
import { StationCard } from './station-card.tsx';
import { unansweredSince } from './unanswered.ts';
import { WaitingCard } from './waiting-card.tsx';

export function WeeklyPage() {
  const { t } = useTranslation('weekly');
  const { queries } = useOffice();
  const errorWords = useErrorWords();
  const { data, error } = useQuery(queries.weekly.status.queryOptions({ input: {} }));
  if (error !== null) return <ErrorPanel words={errorWords(error)} />;
  if (data === undefined) return <SkeletonRows />;
  const { year, week, from, to, dueOn } = data;
  const span = { year, week, from: from.slice(5), to: to.slice(5) };
  const late = unansweredSince(data.bundles, dayOf(new Date().toISOString()));
  return (
    <div className={pageColumns.page}>
      <PageTitle
        title={t('title')}
        note={dueOn === null ? t('weekOff', span) : t('week', { ...span, due: dueOn.slice(5) })}
      />
      <RescueHint />
      {late !== null && <Notice tone="amber">{t('receipts.late', { day: late })}</Notice>}
      <div className={pageColumns.columns}>
        <div className={pageColumns.column}>
          <ExportCard status={data} />
          <WaitingCard status={data} />
          <BundleHistory bundles={data.bundles} />
        </div>
        <StationCard status={data} />
      </div>
    </div>
  );
}
