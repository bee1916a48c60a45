import type { ReactNode } from 'react';
import styles from './basic.module.css';

export interface Fact {
  readonly label: string;
  /** Null or empty: not given, and shown as a dash. */
  readonly value: ReactNode;
}

/** Labels and values in two columns, as a definition list. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>{fact.value === null || fact.value === '' || fact.value === undefined ? '—' : fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
