/** How a matter stands, how urgent it is and how old: in colour and in words. */
import { useTranslation } from 'react-i18next';
import type { DisputeRow } from '#shared/contract/disputes/disputes.ts';
import { daysBetween, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { isViolence, STAGE_RULES, type AgeMark, type Stage } from '#shared/ledgers/disputes/stages.ts';
import { Chip, type ChipTone } from '#renderer/ui/basic/chip.tsx';
import styles from './chips.module.css';

const STEP_TONES = {
  received: 'amber',
  handling: 'blue',
  'fed-back': 'green',
  archived: 'grey',
} as const satisfies Readonly<Record<DisputeRow['step'], ChipTone>>;

export function StageChip({ stage }: { readonly stage: Stage }) {
  const { t } = useTranslation('disputes');
  const tone = isViolence(stage) ? 'violet' : STEP_TONES[STAGE_RULES[stage].step];
  return <Chip tone={tone}>{t(`stages.${stage}`)}</Chip>;
}

export interface DueChipProps {
  readonly dueOn: CalendarDay | null;
  readonly today: CalendarDay;
}

/** Nothing where nothing is due any more. */
export function DueChip({ dueOn, today }: DueChipProps) {
  const { t } = useTranslation('disputes');
  if (dueOn === null) return null;
  const days = daysBetween(today, dueOn);
  if (days < 0) return <Chip tone="red">{t('due.overdue', { days: -days })}</Chip>;
  if (days === 0) return <Chip tone="amber">{t('due.today')}</Chip>;
  return <Chip tone="grey">{days === 1 ? t('due.tomorrow') : t('due.ahead', { days })}</Chip>;
}

const AGE_TONES = { 3: 'grey', 7: 'blue', 15: 'amber', 30: 'red' } as const satisfies Readonly<
  Record<AgeMark, ChipTone>
>;

/** 9 天 满 7 天 */
export function Age({ ageDays, ageMark }: Pick<DisputeRow, 'ageDays' | 'ageMark'>) {
  const { t } = useTranslation('disputes');
  if (ageDays === null) return null;
  return (
    <span className={styles.age}>
      {t('ageDays', { days: ageDays })}
      {ageMark !== null && <Chip tone={AGE_TONES[ageMark]}>{t(`ages.d${ageMark}`)}</Chip>}
    </span>
  );
}
