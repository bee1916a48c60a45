import styles from '#renderer/weekly/weekly.module.css';

export interface DigitGroupsProps {
  readonly label: string;
  readonly groups: readonly string[];
  /** Large enough to be read aloud from. */
  readonly large?: boolean;
}

/** Eight groups of five digits, as they stand on the station's paper. */
export function DigitGroups({ label, groups, large = false }: DigitGroupsProps) {
  return (
    <div className={styles.digits} data-large={large} role="group" aria-label={label}>
      {groups.map((group, index) => (
        <span key={index}>{group}</span>
      ))}
    </div>
  );
}
