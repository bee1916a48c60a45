/** 期限: how much of it is over, as a bar and in words. */
import { useTranslation } from 'react-i18next';
import { daysBetween } from '#shared/kernel/calendar-day.ts';
import { remindersIn } from '#shared/ledgers/statutory/term.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { Card } from '#renderer/ui/basic/card.tsx';
import { LeftChip } from '#renderer/ledgers/statutory/chips.tsx';
import type { RecordProps } from './facts-cards.tsx';
import styles from './matter.module.css';

export function TermCard({ record }: RecordProps) {
  const { t } = useTranslation('statutoryRecord');
  const today = useOfficeDay();
  const { startsOn, endedOn } = record;
  const endsOn = endedOn ?? record.endsOn;
  const whole = Math.max(1, daysBetween(startsOn, endsOn));
  const share = (days: number) => Math.min(1, Math.max(0, days / whole));
  const over = share(daysBetween(startsOn, today));
  const reminders = remindersIn({ startsOn, endsOn });
  const ahead = reminders.filter((day) => day >= today);
  const reminded = ahead.length === 0 ? '' : t('term.reminded', { days: ahead.join(t('term.between')) });
  return (
    <Card title={t('term.title')} action={<LeftChip {...record} />}>
      <div
        className={styles.bar}
        role="img"
        aria-label={t('term.bar', { from: startsOn, to: endsOn, today, days: Math.max(0, record.daysLeft) })}
      >
        <span style={{ width: `${over * 100}%` }} />
        {reminders.map((day) => (
          <i key={day} style={{ insetInlineStart: `${share(daysBetween(startsOn, day)) * 100}%` }} />
        ))}
      </div>
      <div className={styles.ends}>
        <span>{startsOn}</span>
        <span>{endsOn}</span>
      </div>
      <p className={styles.soft}>
        {record.standing === 'notice-due'
          ? t('term.over', { day: endsOn })
          : `${t('term.stops', { day: endsOn })} ${reminded}`}
      </p>
    </Card>
  );
}
