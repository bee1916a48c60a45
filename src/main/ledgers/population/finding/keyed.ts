/** A record and the address it stands at as one number: reading one number from a row takes half as long as two. */

/** Above every number of a record that an office could give. */
const BEHIND = 2 ** 26;

export type Keyed = number & { readonly keyed: unique symbol };

/** The same in SQL. */
export const KEYED_SQL = `n * ${BEHIND} + at`;

export function keyed(record: number, address: number): Keyed {
  return (record * BEHIND + address) as Keyed;
}

export function recordIn(one: Keyed): number {
  return Math.floor(one / BEHIND);
}

export function addressIn(one: Keyed): number {
  return one % BEHIND;
}
