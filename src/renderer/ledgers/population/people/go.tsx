import type { ReactNode } from 'react';
import { useDesk } from '#renderer/ui/keys/command.ts';
import styles from './people.module.css';

export interface GoProps {
  /** A screen of the counter, such as `/population/07-000012`. */
  readonly to: string;
  readonly label?: string;
  readonly children: ReactNode;
}

/** A link inside the counter: there is no address bar and nothing to open elsewhere. */
export function Go({ to, label, children }: GoProps) {
  const desk = useDesk();
  return (
    <button type="button" className={styles.go} aria-label={label} onClick={() => desk.go(to)}>
      {children}
    </button>
  );
}
