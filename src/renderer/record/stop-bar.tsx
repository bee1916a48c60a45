import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/basic/button.tsx';
import type { Stoppable } from './use-stoppable.ts';
import styles from './record.module.css';

export interface StopBarProps {
  /** What is being done, and to how many. */
  readonly words: string;
  readonly deed: Stoppable;
}

/** While a long change runs: what it is, that it runs, and the way to stop it. */
export function StopBar({ words, deed }: StopBarProps) {
  const { t } = useTranslation('ui');
  if (!deed.working) return null;
  return (
    <div role="status" className={styles.row}>
      <progress aria-label={words} />
      <span>{words}</span>
      <Button size="small" onClick={deed.stop}>
        {t('cancel')}
      </Button>
    </div>
  );
}
