/** What was entered, and what happens now: nothing, until the station has said yes. */
import { useTranslation } from 'react-i18next';
import { addDays, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { APPROVAL_DAYS } from '#shared/ledgers/statutory/term.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { useDesk } from '#renderer/ui/keys/command.ts';
import type { SavedEntry as Saved } from './use-entry.ts';
import styles from './entry.module.css';

export interface SavedEntryProps {
  readonly saved: Saved;
  readonly today: CalendarDay;
  readonly onLeave: () => void;
  readonly onAgain: () => void;
}

export function SavedEntry({ saved, today, onLeave, onAgain }: SavedEntryProps) {
  const { t } = useTranslation('statutoryEntry');
  const desk = useDesk();
  const runs = saved.state === 'approved';
  const steps = runs
    ? [t('steps.runs'), t('steps.told')]
    : [t('steps.export'), t('steps.answer', { day: addDays(today, APPROVAL_DAYS) }), t('steps.hidden')];
  return (
    <Card title={t('saved', { id: saved.id })} {...(runs ? {} : { note: t('savedProvisional') })}>
      <div role="status">
        <ol className={styles.steps}>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </div>
      <div className={styles.row}>
        <Button kind="primary" size="desk" autoFocus onClick={onLeave}>
          {t('toList')}
        </Button>
        <Button size="desk" keys="F8" onClick={() => desk.go('/weekly')}>
          {t('toWeekly')}
        </Button>
        <Button size="desk" kind="quiet" onClick={onAgain}>
          {t('again')}
        </Button>
      </div>
    </Card>
  );
}
