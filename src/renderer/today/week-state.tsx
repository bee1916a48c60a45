import { useTranslation } from 'react-i18next';
import type { WeeklyState } from '#shared/ledgers/weekly.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { Chip, type ChipTone } from '#renderer/ui/basic/chip.tsx';
import { useDesk } from '#renderer/ui/keys/command.ts';
import styles from './today.module.css';

export const WEEK_TONES: Readonly<Record<WeeklyState, ChipTone>> = {
  'not-enrolled': 'amber',
  done: 'green',
  open: 'grey',
  due: 'amber',
  overdue: 'red',
};

export function WeekState({ state }: { readonly state: WeeklyState }) {
  const { t } = useTranslation('today');
  const desk = useDesk();
  return (
    <Card
      title={t('week.title')}
      action={
        <Button kind="quiet" size="small" onClick={() => desk.go('/weekly')}>
          {t('week.open')}
        </Button>
      }
    >
      <div className={styles.week}>
        <p>
          <Chip tone={WEEK_TONES[state]}>{t(`week.words.${state}`)}</Chip> {t(`week.states.${state}`)}
        </p>
      </div>
    </Card>
  );
}
