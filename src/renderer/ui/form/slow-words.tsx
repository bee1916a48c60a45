/** What is said of work that takes longer than a moment: mounted while it runs, silent at first. */
import { useSlow } from '#renderer/ui/basic/use-slow.ts';
import styles from './form.module.css';

/** Milliseconds after which whoever waits is told why. */
export const SLOW_MS = 3000;

export function SlowWords({ words }: { readonly words: string }) {
  const slow = useSlow(SLOW_MS);
  return (
    <p role="status" className={styles.slow}>
      {slow && words}
    </p>
  );
}
