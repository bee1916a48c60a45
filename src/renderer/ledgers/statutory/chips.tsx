/** How long a term still runs and when a duty is due: in colour and in words. */
import { useTranslation } from 'react-i18next';
import type { MatterRow } from '#shared/contract/key-persons/statutory.ts';
import { daysBetween, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { REMINDER_DAYS } from '#shared/ledgers/statutory/term.ts';
import { Chip } from '#renderer/ui/basic/chip.tsx';

const [MONTH, FORTNIGHT] = REMINDER_DAYS;

export function LeftChip({ daysLeft, standing }: Pick<MatterRow, 'daysLeft' | 'standing'>) {
  const { t } = useTranslation('statutory');
  if (standing === 'notice-due') return <Chip tone="red">{t('left.notice')}</Chip>;
  if (daysLeft <= 1) return <Chip tone="red">{t('left.last')}</Chip>;
  if (daysLeft <= FORTNIGHT) return <Chip tone="amber">{t('left.fortnight', { days: daysLeft })}</Chip>;
  if (daysLeft <= MONTH) return <Chip tone="blue">{t('left.month', { days: daysLeft })}</Chip>;
  return <Chip tone="grey">{t('left.days', { days: daysLeft })}</Chip>;
}

export interface DutyChipProps {
  readonly dueOn: CalendarDay;
  readonly today: CalendarDay;
}

export function DutyChip({ dueOn, today }: DutyChipProps) {
  const { t } = useTranslation('statutory');
  const days = daysBetween(today, dueOn);
  if (days < 0) return <Chip tone="red">{t('due.overdue', { days: -days })}</Chip>;
  if (days === 0) return <Chip tone="amber">{t('due.today')}</Chip>;
  return <Chip tone="grey">{days === 1 ? t('due.tomorrow') : t('due.ahead', { days })}</Chip>;
}
