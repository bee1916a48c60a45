import styles from './masked.module.css';

export interface CountdownRingProps {
  readonly left: number;
  readonly of: number;
  /** The same in words, for hover and for screen readers. */
  readonly words: string;
}

const AROUND = 2 * Math.PI * 7;

export function CountdownRing({ left, of, words }: CountdownRingProps) {
  return (
    <svg className={styles.ring} width="20" height="20" viewBox="0 0 20 20" role="img">
      <title>{words}</title>
      <circle className={styles.ringTrack} cx="10" cy="10" r="7" />
      <circle
        className={styles.ringLeft}
        cx="10"
        cy="10"
        r="7"
        strokeDasharray={AROUND}
        strokeDashoffset={AROUND * (1 - left / of)}
        transform="rotate(-90 10 10)"
      />
    </svg>
  );
}
