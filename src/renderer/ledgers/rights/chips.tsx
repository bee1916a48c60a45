/** How long an answer may still take, or how the request was answered: in colour and in words. */
import { useTranslation } from 'react-i18next';
import type { RightsRow } from '#shared/contract/key-persons/rights.ts';
import { daysBetween, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { RequestOutcome } from '#shared/ledgers/rights/requests.ts';
import { Chip, type ChipTone } from '#renderer/ui/basic/chip.tsx';

/** Days before the end from which it is pressing. */
const SOON_DAYS = 5;

export interface AnswerDueProps {
  readonly request: Pick<RightsRow, 'dueOn' | 'answeredOn' | 'late'>;
  readonly today: CalendarDay;
}

/** Nothing where it was answered in time. */
export function AnswerDue({ request, today }: AnswerDueProps) {
  const { t } = useTranslation('rights');
  const { dueOn, answeredOn, late } = request;
  if (answeredOn !== null)
    return late > 0 ? <Chip tone="grey">{t('due.answeredLate', { days: late })}</Chip> : null;
  const days = daysBetween(today, dueOn);
  if (days < 0) return <Chip tone="red">{t('due.late', { days: -days })}</Chip>;
  if (days === 0) return <Chip tone="amber">{t('due.today')}</Chip>;
  return (
    <Chip tone={days <= SOON_DAYS ? 'amber' : 'grey'}>
      {days === 1 ? t('due.tomorrow') : t('due.ahead', { days })}
    </Chip>
  );
}

const TONES: Readonly<Record<RequestOutcome, ChipTone>> = {
  granted: 'green',
  partly: 'blue',
  refused: 'grey',
  withdrawn: 'grey',
};

export function OutcomeChip({ outcome }: { readonly outcome: RequestOutcome | null }) {
  const { t } = useTranslation('rights');
  if (outcome === null) return <Chip tone="amber">{t('waiting')}</Chip>;
  return <Chip tone={TONES[outcome]}>{t(`outcomes.${outcome}`)}</Chip>;
}
