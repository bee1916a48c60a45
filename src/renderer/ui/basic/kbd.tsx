import styles from './basic.module.css';

export interface KbdProps {
  /** As printed on the keys: `Ctrl+K`, `F2`. */
  readonly keys: string;
}

/** What is printed on the key cap where it differs from the key's name. */
const CAPS: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Delete: 'Del',
};

/** The keys of a command, spaced apart so that they read as keys. Screen readers get them from `aria-keyshortcuts`. */
export function Kbd({ keys }: KbdProps) {
  return (
    <kbd className={styles.kbd} aria-hidden="true">
      {keys
        .split('+')
        .map((key) => CAPS[key] ?? key)
        .join(' ')}
    </kbd>
  );
}
