import styles from './basic.module.css';

export interface Count {
  readonly label: string;
  readonly count: number;
}

/** How many there are of each, side by side: a dozen ledgers in three lines, so that what is decided below stays in sight. */
export function CountGrid({ counts }: { readonly counts: readonly Count[] }) {
  return (
    <dl className={styles.counts}>
      {counts.map(({ label: name, count }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{count}</dd>
        </div>
      ))}
    </dl>
  );
}
