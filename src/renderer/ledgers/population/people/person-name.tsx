/** A name as it is written. Characters that few fonts and no keyboard have are told by their code on hover. */
import styles from './people.module.css';

export interface PersonNameProps {
  readonly name: string;
  /** The code stands beside the name too, where the record is read. */
  readonly coded?: boolean;
}

export function PersonName({ name, coded = false }: PersonNameProps) {
  const codes = rareCodes(name);
  if (codes === '') return name;
  return (
    <span title={`${name} ${codes}`}>
      {name}
      {coded && <span className={styles.code}>{codes}</span>}
    </span>
  );
}

/** `U+30EDE` for every character beyond the basic plane or in private use; empty where there is none. */
export function rareCodes(name: string): string {
  return [...name]
    .filter((one) => /[\p{Co}\u{10000}-\u{10FFFF}]/u.test(one))
    .map((one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase()}`)
    .join(' ');
}
