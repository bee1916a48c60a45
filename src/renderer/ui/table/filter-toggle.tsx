import styles from './table.module.css';

export interface FilterToggleProps {
  readonly on: boolean;
  readonly words: string;
  readonly set: (on: boolean) => void;
}

/** A filter that is on or off; pressed is said and drawn. */
export function FilterToggle({ on, words, set }: FilterToggleProps) {
  return (
    <button type="button" className={styles.toggle} aria-pressed={on} onClick={() => set(!on)}>
      {words}
    </button>
  );
}
