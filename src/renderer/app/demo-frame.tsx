import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './app.module.css';

/** Where all people are invented, an amber frame and the word stand around every screen. */
export function DemoFrame({ demo, children }: { readonly demo: boolean; readonly children: ReactNode }) {
  const { t } = useTranslation('app');
  if (!demo) return children;
  return (
    <div className={styles.demo}>
      <p className={styles.demoWord}>{t('demo')}</p>
      {children}
    </div>
  );
}
