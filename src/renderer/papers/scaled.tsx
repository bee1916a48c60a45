/** A paper made smaller or larger on the screen: the same document that goes to the printer. */
import type { ReactNode } from 'react';
import styles from './papers.module.css';

export interface ScaledProps {
  /** Millimetres. */
  readonly of: { readonly width: number; readonly height: number };
  readonly by: number;
  readonly children: ReactNode;
}

export function Scaled({ of, by, children }: ScaledProps) {
  return (
    <div className={styles.paper} style={{ width: `${of.width * by}mm`, height: `${of.height * by}mm` }}>
      <div style={{ transform: `scale(${by})`, transformOrigin: '0 0' }}>{children}</div>
    </div>
  );
}
