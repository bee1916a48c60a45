/** A failure in words: what happened, whether the data are safe, what to do. Codes stand small at the end. */
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './basic.module.css';

export interface ErrorWords {
  readonly what: string;
  readonly safe: string;
  readonly todo: string;
  /** For support: a code or a reference into the log. */
  readonly reference: string | null;
}

export interface ErrorPanelProps {
  readonly words: ErrorWords;
  /** Moves the keyboard here, so that the sentence is read and the next key is a decision. */
  readonly takesFocus?: boolean;
  readonly children?: ReactNode;
}

export function ErrorPanel({ words, takesFocus = false, children }: ErrorPanelProps) {
  const { t } = useTranslation('ui');
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) panel.current?.focus();
  }, [takesFocus]);
  return (
    <div className={styles.error} role="alert" ref={panel} tabIndex={-1}>
      <p className={styles.errorWhat}>{words.what}</p>
      {words.safe !== '' && <p>{words.safe}</p>}
      {words.todo !== '' && <p>{words.todo}</p>}
      {children !== undefined && <div className={styles.row}>{children}</div>}
      {words.reference !== null && (
        <p className={styles.meta}>{t('error.reference', { reference: words.reference })}</p>
      )}
    </div>
  );
}
