/** What is owed today, who is in the room, what can be started, and whether the week's bundle has gone. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { weekdayOf } from '#shared/kernel/calendar-day.ts';
import { useErrorWords } from '#renderer/client/words/failure-words.ts';
import { useOffice } from '#renderer/client/office.ts';
import { ErrorPanel } from '#renderer/ui/basic/error-panel.tsx';
import pageColumns from '#renderer/ui/basic/page-columns.module.css';
import { PageTitle } from '#renderer/ui/basic/section-title.tsx';
import { SkeletonRows } from '#renderer/ui/basic/skeleton-rows.tsx';
import { weekdayName } from '#renderer/ui/fields/weekday-name.ts';
import { AskedOfOffice } from './asked-of-office.tsx';
import { DueDisputes } from './due-disputes.tsx';
import { OwedReplies } from './owed-replies.tsx';
import { QuickStart } from './quick-start.tsx';
import { RoomVisits } from './room-visits.tsx';
import { SentOrders } from './sent-orders.tsx';
import { StatutoryDue } from './statutory-due.tsx';
import { TodayNotices } from './today-notices.tsx';
import { WeekState } from './week-state.tsx';
import styles from './today.module.css';

export function TodayPage() {
  const { t } = useTranslation('today');
  const { t: ui } = useTranslation('ui');
  const { queries } = useOffice();
  const errorWords = useErrorWords();
  const { data, error } = useQuery(queries.today.summary.queryOptions({ input: {} }));
  if (error !== null) return <ErrorPanel words={errorWords(error)} />;
  if (data === undefined) return <SkeletonRows />;
  const date = t('date', {
    month: Number(data.day.slice(5, 7)),
    day: Number(data.day.slice(8)),
    weekday: weekdayName(weekdayOf(data.day), ui),
    week: data.week,
  });
  return (
    <div className={pageColumns.page}>
      <PageTitle title={t('title')} note={`${date} · ${t('visits', { count: data.visitsToday })}`} />
      <TodayNotices summary={data} />
      <div className={`${pageColumns.columns} ${styles.columns}`}>
        <div className={pageColumns.column}>
          <SentOrders today={data.day} />
          <OwedReplies visits={data.owed} today={data.day} />
          <DueDisputes today={data.day} />
          <StatutoryDue />
          <AskedOfOffice />
          <WeekState state={data.weekly} />
        </div>
        <div className={pageColumns.column}>
          <QuickStart />
          <RoomVisits visits={data.onSite} today={data.day} />
        </div>
      </div>
    </div>
  );
}
