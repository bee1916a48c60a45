/** How urgent a promised reply is, in colour and in words. */
import { useTranslation } from 'react-i18next';
import type { VisitRow } from '#shared/contract/visitors.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { daysToReply } from '#shared/ledgers/visitors.ts';
import { Chip } from '#renderer/ui/basic/chip.tsx';

export interface DueChipProps {
  readonly visit: Pick<VisitRow, 'promisedOn' | 'repliedOn'>;
  readonly today: CalendarDay;
}

/** Nothing where no reply is owed. */
export function DueChip({ visit, today }: DueChipProps) {
  const { t } = useTranslation('visitors');
  const days = daysToReply(visit, today);
  if (days === null) return null;
  if (days < 0) return <Chip tone="red">{t('due.overdue', { days: -days })}</Chip>;
  if (days === 0) return <Chip tone="amber">{t('due.today')}</Chip>;
  return <Chip tone="grey">{days === 1 ? t('due.tomorrow') : t('due.ahead', { days })}</Chip>;
}
