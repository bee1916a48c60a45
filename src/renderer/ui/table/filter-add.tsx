import styles from './table.module.css';

export interface FilterAddProps<Code extends string> {
  readonly label: string;
  /** What is not chosen yet. */
  readonly codes: readonly Code[];
  readonly words: (code: Code) => string;
  readonly add: (code: Code) => void;
}

/** A list that adds what is chosen and stands empty again: each choice becomes a chip of its own. */
export function FilterAdd<Code extends string>({ label, codes, words, add }: FilterAddProps<Code>) {
  return (
    <select
      className={styles.select}
      aria-label={label}
      value=""
      onChange={(event) => {
        const chosen = codes.find((code) => code === event.currentTarget.value);
        if (chosen !== undefined) add(chosen);
      }}
    >
      <option value="">{label}</option>
      {codes.map((code) => (
        <option key={code} value={code}>
          {words(code)}
        </option>
      ))}
    </select>
  );
}
