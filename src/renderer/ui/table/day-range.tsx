import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isoWeekOf, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { DayField } from '#renderer/ui/fields/day-field.tsx';
import { Dialog, DialogActions } from '#renderer/ui/layers/dialog.tsx';
import styles from './table.module.css';

type Choice = 'any' | 'today' | 'week' | 'range';

/** Null: open at that end. */
export interface Days {
  readonly from: CalendarDay | null;
  readonly to: CalendarDay | null;
}

export interface DayRangeProps {
  readonly days: Days;
  readonly change: (days: Days) => void;
  readonly today: CalendarDay;
}

/** Today, this week, or days of one's own. */
export function DayRange({ days, change, today }: DayRangeProps) {
  const { t } = useTranslation('ui');
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
        aria-label={t('days.label')}
        value={choiceOf(days, today)}
        onChange={(event) => choose(event.currentTarget.value as Choice)}
      >
        <option value="any">{t('days.any')}</option>
        <option value="today">{t('days.today')}</option>
        <option value="week">{t('days.week')}</option>
        <option value="range">{t('days.range')}</option>
      </select>
      <Dialog opened={asking} title={t('days.range')} onClose={() => setAsking(false)}>
        <OwnDays
          from={days.from}
          to={days.to}
          today={today}
          onDone={(own) => {
            change(own);
            setAsking(false);
          }}
        />
      </Dialog>
    </>
  );
}

interface OwnDaysProps extends Days {
  readonly today: string;
  readonly onDone: (days: Days) => void;
}

function OwnDays({ from, to, today, onDone }: OwnDaysProps) {
  const { t } = useTranslation('ui');
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
        label={t('days.from')}
        value={days.from}
        onChange={(day) => setDays((now) => ({ ...now, from: day }))}
        today={today}
        autoFocus
      />
      <DayField
        name="to"
        label={t('days.to')}
        value={days.to}
        onChange={(day) => setDays((now) => ({ ...now, to: day }))}
        today={today}
      />
      <DialogActions>
        <Button kind="primary" type="submit">
          {t('days.show')}
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

/** The words of such a filter: 日期：本周. Null where it filters nothing. */
export function useDaysWords(): (days: Days, today: CalendarDay) => string | null {
  const { t } = useTranslation('ui');
  return useCallback(
    ({ from, to }, today) => {
      const choice = choiceOf({ from, to }, today);
      if (choice === 'any') return null;
      if (choice === 'today') return t('days.filterToday');
      if (choice === 'week') return t('days.filterWeek');
      if (from !== null && to !== null) return t('days.filter', { from, to });
      return from === null ? t('days.filterTo', { to: to ?? today }) : t('days.filterFrom', { from });
    },
    [t],
  );
}
