/** What stands where rows will be: nothing for the first 150 ms, then grey rows. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './basic.module.css';

/** Under this many milliseconds a wait is not worth a word. */
export const QUIET_MS = 150;

export interface SkeletonRowsProps {
  readonly rows?: number;
}

export function SkeletonRows({ rows = 5 }: SkeletonRowsProps) {
  const { t } = useTranslation('ui');
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), QUIET_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  return (
    <div className={styles.skeleton} role="status" aria-label={t('table.loading')}>
      {Array.from({ length: rows }, (_, index) => (
        <span key={index} style={{ width: `${92 - ((index * 17) % 40)}%` }} />
      ))}
    </div>
  );
}
