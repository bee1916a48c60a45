/** One line of something to know, above the work: a warning, a hint, a done thing. */
import type { ReactNode } from 'react';
import type { ChipTone } from './chip.tsx';
import styles from './basic.module.css';

export interface NoticeProps {
  readonly tone: ChipTone;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

export function Notice({ tone, children, action }: NoticeProps) {
  return (
    <div className={styles.notice} data-tone={tone}>
      <div>{children}</div>
      {action !== undefined && <div className={styles.row}>{action}</div>}
    </div>
  );
}
