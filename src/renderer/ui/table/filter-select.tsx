import styles from './table.module.css';

export interface FilterSelectProps<Value extends string> {
  /** Read aloud; what is chosen stands for itself on the screen. */
  readonly label: string;
  readonly value: Value | null;
  /** The words of filtering nothing; absent: something is always chosen. */
  readonly none?: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value | null) => void;
}

/** One filter above a list, as low as a row. */
export function FilterSelect<Value extends string>(props: FilterSelectProps<Value>) {
  const { label, value, none, options, onChange } = props;
  return (
    <select
      className={styles.select}
      aria-label={label}
      value={value ?? ''}
      onChange={(event) =>
        onChange(options.find((option) => option.value === event.currentTarget.value)?.value ?? null)
      }
    >
      {none !== undefined && <option value="">{none}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
