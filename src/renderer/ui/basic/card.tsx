import type { ReactNode } from 'react';
import styles from './basic.module.css';
import { SectionTitle } from './section-title.tsx';

export interface CardProps {
  readonly title?: ReactNode;
  /** Said after the title in a lighter voice, such as a count of work left. */
  readonly note?: ReactNode;
  /** A link or a button at the right of the title. */
  readonly action?: ReactNode;
  /** False: the content brings its own padding, such as a table. */
  readonly padded?: boolean;
  readonly children: ReactNode;
}

export function Card({ title, note, action, padded = true, children }: CardProps) {
  return (
    <section className={styles.card} data-padded={padded}>
      {title !== undefined && <SectionTitle title={title} note={note} action={action} />}
      {children}
    </section>
  );
}
