/** What people ask for themselves: answers about their information, help by consent. No block where nothing waits. */
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { Chip, type ChipTone } from '#renderer/ui/basic/chip.tsx';
import { useDesk } from '#renderer/ui/keys/command.ts';
import { useCareDue } from '#renderer/ledgers/care/care-due.ts';
import { useRightsDue } from '#renderer/ledgers/rights/rights-due.ts';
import styles from './today.module.css';

/** The most urgent first. */
const TONES = {
  late: 'red',
  open: 'amber',
  waiting: 'amber',
  ending: 'blue',
} as const satisfies Readonly<Record<string, ChipTone>>;
const NAMES = ['late', 'open', 'waiting', 'ending'] as const;

export function AskedOfOffice() {
  const { t } = useTranslation('today');
  const desk = useDesk();
  const rights = useRightsDue();
  const care = useCareDue();
  const counts = { late: rights.late, open: rights.open - rights.late, ...care };
  const shown = NAMES.filter((name) => counts[name] > 0);
  if (shown.length === 0) return null;
  return (
    <Card
      title={t('asked.title')}
      action={
        <>
          {rights.open > 0 && (
            <Button kind="quiet" size="small" onClick={() => desk.go('/rights')}>
              {t('asked.rights')}
            </Button>
          )}
          {care.waiting + care.ending > 0 && (
            <Button kind="quiet" size="small" onClick={() => desk.go('/care')}>
              {t('asked.care')}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.counts}>
        {shown.map((name) => (
          <Chip key={name} tone={TONES[name]}>
            {t(`asked.${name}`, { count: counts[name] })}
          </Chip>
        ))}
      </div>
    </Card>
  );
}
