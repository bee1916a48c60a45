/** Doors that somebody said they would come to again, by the day. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { addDays, daysBetween, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { dayOf } from '#shared/kernel/calendar-day.ts';
import type { HomeVisitRow } from '#shared/contract/population/addresses.ts';
import { PAGE_ROWS } from '#shared/contract/shapes.ts';
import { useErrorWords } from '#renderer/client/words/failure-words.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { Card } from '#renderer/ui/basic/card.tsx';
import { Chip } from '#renderer/ui/basic/chip.tsx';
import { ErrorPanel } from '#renderer/ui/basic/error-panel.tsx';
import { SkeletonRows } from '#renderer/ui/basic/skeleton-rows.tsx';
import { Go } from '#renderer/ledgers/population/people/go.tsx';
import { usePlaceWords } from '#renderer/ledgers/population/places/places-words.ts';
import shared from '#renderer/record/record.module.css';
import styles from './page.module.css';

/** As far ahead as Today looks. */
const DAYS_AHEAD = 14;

export function DueVisits() {
  const { t } = useTranslation('places');
  const { queries } = useOffice();
  const errorWords = useErrorWords();
  const today = useOfficeDay();
  const until = addDays(today, DAYS_AHEAD);
  const due = useQuery(
    queries.homeVisits.due.queryOptions({ input: { after: null, rows: PAGE_ROWS, until } }),
  );
  const rows = due.data?.rows ?? [];
  return (
    <>
      <p className={shared.soft}>{t('tree.choose')}</p>
      <Card
        title={t('due.title')}
        note={[due.data?.total ?? '', t('due.note', { until })].filter((one) => one !== '').join(' · ')}
      >
        {due.isPending && <SkeletonRows rows={3} />}
        {due.error !== null && <ErrorPanel words={errorWords(due.error)} />}
        {due.data?.total === 0 && <p className={shared.soft}>{t('due.none')}</p>}
        <ul className={styles.due}>
          {rows.map((visit) => (
            <li key={visit.id}>
              <Go to={`/places/${visit.addressId}?door=1`}>{visit.addressLine}</Go>
              <LastVisit visit={visit} />
              <DueChip on={visit.nextDueOn} today={today} />
            </li>
          ))}
        </ul>
        {due.data !== undefined && due.data.total > rows.length && (
          <p className={shared.soft}>{t('due.more', { count: due.data.total - rows.length })}</p>
        )}
      </Card>
    </>
  );
}

function LastVisit({ visit }: { readonly visit: HomeVisitRow }) {
  const { t } = useTranslation('places');
  const words = usePlaceWords();
  return (
    <span className={shared.soft}>
      {t('due.last', {
        day: dayOf(visit.visitedAt).slice(5),
        purpose: words.purpose(visit.purpose),
        result: words.result(visit.result),
      })}
    </span>
  );
}

function DueChip({ on, today }: { readonly on: CalendarDay | null; readonly today: CalendarDay }) {
  const { t } = useTranslation('places');
  if (on === null) return null;
  const late = daysBetween(on, today);
  if (late > 0) return <Chip tone="red">{t('due.overdue', { days: late })}</Chip>;
  return late === 0 ? (
    <Chip tone="amber">{t('due.today')}</Chip>
  ) : (
    <Chip tone="grey">{t('due.on', { day: on })}</Chip>
  );
}
