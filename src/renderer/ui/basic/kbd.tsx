import styles from './basic.module.css';

export interface KbdProps {
  /** As printed on the keys: `Ctrl+K`, `F2`. */
  readonly keys: string;
}

/** The keys of a command, spaced apart so that they read as keys. Screen readers get them from `aria-keyshortcuts`. */
export function Kbd({ keys }: KbdProps) {
  return (
    <kbd className={styles.kbd} aria-hidden="true">
      {keys.split('+').join(' ')}
    </kbd>
  );
}
