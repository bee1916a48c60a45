import type { ReactNode } from 'react';
import styles from './basic.module.css';

export interface SectionTitleProps {
  readonly title: ReactNode;
  readonly note?: ReactNode;
  readonly action?: ReactNode;
}

export function SectionTitle({ title, note, action }: SectionTitleProps) {
  return (
    <div className={styles.sectionTitle}>
      <h2>{title}</h2>
      {note !== undefined && <span className={styles.sectionNote}>{note}</span>}
      {action !== undefined && <span className={styles.sectionAction}>{action}</span>}
    </div>
  );
}

export interface PageTitleProps {
  readonly title: ReactNode;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
}

/** The one title of a screen, with its main action at the right. */
export function PageTitle({ title, note, actions }: PageTitleProps) {
  return (
    <header className={styles.pageTitle}>
      <h1>{title}</h1>
      {note !== undefined && <span className={styles.sectionNote}>{note}</span>}
      {actions !== undefined && <div className={styles.sectionAction}>{actions}</div>}
    </header>
  );
}
