import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from '#renderer/app/app.module.css';

/** Where all people are invented, an amber frame and the word stand around every screen. */
export function DemoFrame({ demo, children }: { readonly demo: boolean; readonly children: ReactNode }) {
  const { t } = useTranslation('app');
  // One element in both cases: what is inside must not begin anew when the frame appears.
  return (
    <div className={styles.around} data-demo={demo}>
      {demo && (
        <aside className={styles.demoWord} aria-label={t('demo')}>
          {t('demo')}
        </aside>
      )}
      <div className={styles.inside}>{children}</div>
    </div>
  );
}
