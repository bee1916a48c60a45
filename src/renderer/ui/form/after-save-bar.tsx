import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { timeOf } from '#shared/kernel/calendar-day.ts';
import { useCountdown } from '#renderer/ui/layers/countdown.ts';
import styles from './form.module.css';

/** Seconds after which the form goes back by itself. */
export const RETURN_SECONDS = 20;

export interface AfterSaveBarProps {
  /** When it was saved, as an instant. */
  readonly savedAt: string;
  readonly onReturn: () => void;
  /** What can be done next: buttons. */
  readonly children: ReactNode;
}

/** Says that it is saved, and stays a while for the next step. */
export function AfterSaveBar({ savedAt, onReturn, children }: AfterSaveBarProps) {
  const { t } = useTranslation('ui');
  const left = useCountdown(RETURN_SECONDS, onReturn);
  return (
    <div className={styles.saved} role="status">
      <p>
        <strong>{t('form.savedAt', { time: timeOf(savedAt) })}</strong>{' '}
        <span className={styles.draft}>{t('form.closesIn', { seconds: left })}</span>
      </p>
      <div className={styles.savedActions}>{children}</div>
    </div>
  );
}
