import type { ReactNode } from 'react';
import styles from './basic.module.css';

export interface EmptyStateProps {
  /** Why it is empty, in one sentence. */
  readonly why: ReactNode;
  /** The next step: buttons. */
  readonly children?: ReactNode;
}

export function EmptyState({ why, children }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <p>{why}</p>
      {children !== undefined && <div className={styles.row}>{children}</div>}
    </div>
  );
}
