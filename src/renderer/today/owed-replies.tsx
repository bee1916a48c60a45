import { useTranslation } from 'react-i18next';
import type { VisitRow } from '#shared/contract/visitors.ts';
import { daysBetween, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { EmptyState } from '#renderer/ui/basic/empty-state.tsx';
import { useDesk } from '#renderer/ui/keys/command.ts';
import { DueChip } from '#renderer/ledgers/visitors/due-chip.tsx';
import { useVisitWords } from '#renderer/ledgers/visitors/visit-words.ts';
import styles from './today.module.css';

/** The most urgent; all of them stand in the ledger. */
const SHOWN = 8;

export interface OwedRepliesProps {
  /** Most urgent first. */
  readonly visits: readonly VisitRow[];
  readonly today: CalendarDay;
}

/** Promised and not yet given: what has to be closed. A row opens its record, where the reply is noted. */
export function OwedReplies({ visits, today }: OwedRepliesProps) {
  const { t } = useTranslation('today');
  const words = useVisitWords();
  const desk = useDesk();
  const seeAll = () => desk.go('/visitors?owed=true');
  const late = visits.filter(
    ({ promisedOn }) => promisedOn !== null && daysBetween(today, promisedOn) < 0,
  ).length;
  const note =
    visits.length === 0
      ? undefined
      : [t('owed.left', { count: visits.length }), late > 0 ? t('owed.late', { late }) : '']
          .filter(Boolean)
          .join(' · ');
  return (
    <Card
      title={t('owed.title')}
      note={note}
      action={
        <Button kind="quiet" size="small" onClick={seeAll}>
          {t('owed.all')}
        </Button>
      }
    >
      {visits.length === 0 && <EmptyState why={t('owed.none')} />}
      <ul className={styles.list}>
        {visits.slice(0, SHOWN).map((visit) => (
          <li key={visit.id} className={styles.row}>
            <button
              type="button"
              className={`${styles.row} ${styles.owed}`}
              onClick={() => desk.go(`/visitors/${visit.id}`)}
            >
              <DueChip visit={visit} today={today} />
              <span className={styles.cut}>{words.name(visit)}</span>
              <span className={styles.cut} title={visit.summary ?? undefined}>
                {words.matter(visit.matter)}
                {visit.summary !== null && <span className={styles.soft}> · {visit.summary}</span>}
              </span>
              <span className={styles.soft}>{visit.promisedOn}</span>
              <span className={styles.cut}>{visit.handledByName}</span>
            </button>
          </li>
        ))}
      </ul>
      {visits.length > SHOWN && (
        <div className={styles.more}>
          <Button kind="quiet" size="small" onClick={seeAll}>
            {t('owed.more', { count: visits.length - SHOWN })}
          </Button>
        </div>
      )}
    </Card>
  );
}
