import styles from './importing.module.css';

/** A few contents of a column, apart from each other without a sign that could be part of one. */
export function Samples({ samples }: { readonly samples: readonly string[] }) {
  return (
    <span className={styles.samples}>
      {samples.map((sample) => (
        <span key={sample}>{sample}</span>
      ))}
    </span>
  );
}
