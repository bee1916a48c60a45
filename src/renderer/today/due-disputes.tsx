import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { useOffice } from '#renderer/client/office.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { EmptyState } from '#renderer/ui/basic/empty-state.tsx';
import { useDesk } from '#renderer/ui/keys/command.ts';
import { DueChip } from '#renderer/ledgers/disputes/chips.tsx';
import { useDisputeWords } from '#renderer/ledgers/disputes/dispute-words.ts';
import styles from './today.module.css';

/** The most urgent; all of them stand in the ledger. */
const SHOWN = 6;

/** Disputes whose next step is due within a week or late, one line each. A row opens its record. */
export function DueDisputes({ today }: { readonly today: CalendarDay }) {
  const { t } = useTranslation('today');
  const { queries } = useOffice();
  const words = useDisputeWords();
  const desk = useDesk();
  const due = useQuery(queries.disputes.due.queryOptions({ input: {} }));
  const rows = due.data?.rows ?? [];
  const overdue = due.data?.overdue ?? 0;
  const seeAll = () => desk.go('/disputes');
  const note = [
    due.data === undefined ? '' : t('disputes.open', { count: due.data.open }),
    overdue > 0 ? t('disputes.overdue', { count: overdue }) : '',
  ];
  return (
    <Card
      title={t('disputes.title')}
      note={note.filter(Boolean).join(' · ')}
      action={
        <Button kind="quiet" size="small" onClick={seeAll}>
          {t('disputes.all')}
        </Button>
      }
    >
      {due.data !== undefined && rows.length === 0 && <EmptyState why={t('disputes.none')} />}
      <ul className={styles.list}>
        {rows.slice(0, SHOWN).map((row) => (
          <li key={row.id} className={styles.row}>
            <button
              type="button"
              className={`${styles.row} ${styles.owed}`}
              onClick={() => desk.go(`/disputes/${row.id}`)}
            >
              <DueChip dueOn={row.dueOn} today={today} />
              <span className={styles.cut} title={words.parties(row)}>
                {words.parties(row)}
              </span>
              <span className={styles.cut}>
                {words.type(row.type)}
                <span className={styles.soft}> · {row.next === null ? '' : words.step(row.next)}</span>
              </span>
              <span className={styles.soft}>{row.dueOn}</span>
              <span className={styles.cut}>{row.owner.name}</span>
            </button>
          </li>
        ))}
      </ul>
      {rows.length > SHOWN && (
        <div className={styles.more}>
          <Button kind="quiet" size="small" onClick={seeAll}>
            {t('disputes.more', { count: rows.length - SHOWN })}
          </Button>
        </div>
      )}
    </Card>
  );
}
