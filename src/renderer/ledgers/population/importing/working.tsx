import { useTranslation } from 'react-i18next';
import { useProgress } from '#renderer/client/watch.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import type { ImportDesk } from './use-import.ts';
import styles from './importing.module.css';

/** How far it is, and a way to stop: stopping leaves everything as it was. */
export function Working({
  what,
  onStop,
}: {
  readonly what: NonNullable<ImportDesk['working']>;
  readonly onStop: () => void;
}) {
  const { t } = useTranslation('importing');
  const progress = useProgress('import');
  const counted = what !== 'reading' && progress !== null;
  const words = counted
    ? t(`working.${what}`, { done: progress.done, total: progress.total })
    : t(what === 'reading' ? 'working.reading' : `working.${what}First`);
  return (
    <div role="status" className={styles.working}>
      <progress aria-label={words} {...(counted ? { value: progress.done, max: progress.total } : {})} />
      <span>{words}</span>
      <Button size="small" onClick={onStop}>
        {t('stop')}
      </Button>
    </div>
  );
}
