import { useTranslation } from 'react-i18next';
import type { VisitRow } from '#shared/contract/visitors.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { shortMoment } from '#renderer/ui/basic/moment.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { EmptyState } from '#renderer/ui/basic/empty-state.tsx';
import { useDesk } from '#renderer/ui/keys/command.ts';
import { useLeave } from '#renderer/ledgers/visitors/visit-deeds.ts';
import { useVisitWords } from '#renderer/ledgers/visitors/visit-words.ts';
import styles from './today.module.css';

export interface RoomVisitsProps {
  /** Longest in the room first. */
  readonly visits: readonly VisitRow[];
  readonly today: CalendarDay;
}

/** Who is in the room; one click lets them leave. */
export function RoomVisits({ visits, today }: RoomVisitsProps) {
  const { t } = useTranslation(['today', 'visitors']);
  const words = useVisitWords();
  const desk = useDesk();
  const leave = useLeave();
  return (
    <Card
      title={t('room.title')}
      note={visits.length === 0 ? undefined : visits.length}
      action={
        <Button kind="quiet" size="small" onClick={() => desk.go('/visitors')}>
          {t('room.book')}
        </Button>
      }
    >
      {visits.length === 0 && <EmptyState why={t('room.none')} />}
      <ul className={styles.list}>
        {visits.map((visit) => (
          <li key={visit.id} className={`${styles.row} ${styles.room}`}>
            <span className={styles.soft}>{shortMoment(visit.arrivedAt, today)}</span>
            <button
              type="button"
              className={`${styles.visitor} ${styles.cut}`}
              onClick={() => desk.go(`/visitors/${visit.id}`)}
            >
              {words.name(visit)} · {words.matter(visit.matter)}
            </button>
            <Button
              size="small"
              aria-label={t('visitors:leave.label', { name: words.name(visit) })}
              onClick={() => leave(visit)}
            >
              {t('room.leave')}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
