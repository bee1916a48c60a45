/** A state in colour and in words: the colour never speaks alone. */
import type { ReactNode } from 'react';
import styles from './basic.module.css';

/** Amber: attention due. Green: done. Red: overdue or failed. Violet: restricted. Blue: of the institution. */
export type ChipTone = 'amber' | 'green' | 'red' | 'violet' | 'blue' | 'grey';

export interface ChipProps {
  readonly tone: ChipTone;
  readonly children: ReactNode;
}

export function Chip({ tone, children }: ChipProps) {
  return (
    <span className={styles.chip} data-tone={tone}>
      {children}
    </span>
  );
}
