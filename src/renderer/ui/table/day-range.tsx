import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isoWeekOf } from '#shared/kernel/calendar-day.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { DayField } from '#renderer/ui/fields/day-field.tsx';
import { Dialog, DialogActions } from '#renderer/ui/layers/dialog.tsx';
import type { VisitFiltersProps } from './visitors-filters.tsx';
import styles from './visitors.module.css';

type Choice = 'any' | 'today' | 'week' | 'range';

/** Today, this week, or days of one's own. */
export function DayRange({ filter, change, today }: VisitFiltersProps) {
  const { t } = useTranslation('visitors');
  const [asking, setAsking] = useState(false);
  const week = isoWeekOf(today);
  const choose = (choice: Choice) => {
    if (choice === 'range') setAsking(true);
    else if (choice === 'today') change({ from: today, to: today });
    else if (choice === 'week') change({ from: week.from, to: week.to });
    else change({ from: null, to: null });
  };
  return (
    <>
      <select
        className={styles.select}
        aria-label={t('list.days')}
        value={choiceOf(filter, today)}
        onChange={(event) => choose(event.currentTarget.value as Choice)}
      >
        <option value="any">{t('list.anyDay')}</option>
        <option value="today">{t('list.today')}</option>
        <option value="week">{t('list.week')}</option>
        <option value="range">{t('list.range')}</option>
      </select>
      <Dialog opened={asking} title={t('list.range')} onClose={() => setAsking(false)}>
        <OwnDays
          from={filter.from}
          to={filter.to}
          today={today}
          onDone={(days) => {
            change(days);
            setAsking(false);
          }}
        />
      </Dialog>
    </>
  );
}

interface Days {
  readonly from: string | null;
  readonly to: string | null;
}

interface OwnDaysProps extends Days {
  readonly today: string;
  readonly onDone: (days: Days) => void;
}

function OwnDays({ from, to, today, onDone }: OwnDaysProps) {
  const { t } = useTranslation('visitors');
  const [days, setDays] = useState<Days>({ from, to });
  return (
    <form
      className={styles.stack}
      onSubmit={(event) => {
        event.preventDefault();
        const swapped = days.from !== null && days.to !== null && days.from > days.to;
        onDone(swapped ? { from: days.to, to: days.from } : days);
      }}
    >
      <DayField
        name="from"
        label={t('list.from')}
        value={days.from}
        onChange={(day) => setDays((now) => ({ ...now, from: day }))}
        today={today}
        autoFocus
      />
      <DayField
        name="to"
        label={t('list.to')}
        value={days.to}
        onChange={(day) => setDays((now) => ({ ...now, to: day }))}
        today={today}
      />
      <DialogActions>
        <Button kind="primary" type="submit">
          {t('list.show')}
        </Button>
      </DialogActions>
    </form>
  );
}

function choiceOf({ from, to }: Days, today: string): Choice {
  if (from === null && to === null) return 'any';
  const week = isoWeekOf(today);
  if (from === today && to === today) return 'today';
  return from === week.from && to === week.to ? 'week' : 'range';
}
