/** A name as it is written. Characters that few fonts and no keyboard have are told by their code on hover. */

export interface PersonNameProps {
  readonly name: string;
}

export function PersonName({ name }: PersonNameProps) {
  const codes = rareCodes(name);
  return codes === '' ? name : <span title={`${name} ${codes}`}>{name}</span>;
}

/** `U+30EDE` for every character beyond the basic plane or in private use; empty where there is none. */
export function rareCodes(name: string): string {
  return [...name]
    .filter((one) => /[\p{Co}\u{10000}-\u{10FFFF}]/u.test(one))
    .map((one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase()}`)
    .join(' ');
}
