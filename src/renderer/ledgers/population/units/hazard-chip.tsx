/** Whether something has to be put right, and how urgent it is: in colour and in words. */
import { useTranslation } from 'react-i18next';
import { daysBetween, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { Chip } from '#renderer/ui/basic/chip.tsx';

export interface DeadlineChipProps {
  readonly deadline: CalendarDay;
  readonly today: CalendarDay;
}

export function DeadlineChip({ deadline, today }: DeadlineChipProps) {
  const { t } = useTranslation('units');
  const late = daysBetween(deadline, today);
  if (late > 0) return <Chip tone="red">{t('hazard.overdue', { days: late })}</Chip>;
  if (late === 0) return <Chip tone="amber">{t('hazard.today')}</Chip>;
  return <Chip tone="amber">{t('hazard.until', { day: deadline })}</Chip>;
}

export interface HazardChipProps {
  readonly openHazards: number;
  /** The earliest day by which one has to be put right. */
  readonly recheckOn: CalendarDay | null;
  readonly today: CalendarDay;
}

/** Nothing while there is no hazard. */
export function HazardChip({ openHazards, recheckOn, today }: HazardChipProps) {
  const { t } = useTranslation('units');
  if (openHazards === 0) return null;
  if (recheckOn === null) return <Chip tone="amber">{t('hazard.count', { count: openHazards })}</Chip>;
  return (
    <>
      <DeadlineChip deadline={recheckOn} today={today} />
      {openHazards > 1 && ` ${t('hazard.count', { count: openHazards })}`}
    </>
  );
}
