// Which keyset each office holds, told by its own bundles; and whom of the station's keys it therefore believes.
import { comparePoints, type Keyset, type OfficeKey, type Signer } from '#bundle-format';
import type { Station } from '#station/station.ts';

export interface OfficeEcho {
  readonly office: string;
  readonly name: string;
  /** Version of the keyset that its newest applied bundle was sealed to; null where no bundle of its key says any. */
  readonly keyset: number | null;
}

type Keeping = Pick<Station, 'store' | 'keysets'>;

/** Of every office with a key in use. */
export async function echoesOf({ store, keysets }: Keeping): Promise<readonly OfficeEcho[]> {
  const inUse = keysets.current.offices.filter(({ to }) => to === null);
  return Promise.all(
    inUse.map(async (key) => ({
      office: key.office,
      name: key.name,
      keyset: await echoOf({ store }, key),
    })),
  );
}

/** What an earlier computer held says nothing of the one that is enrolled now. */
async function echoOf({ store }: Pick<Keeping, 'store'>, key: OfficeKey): Promise<number | null> {
  const last = await store.echo(key.office);
  return last === null || comparePoints(last, key.from) < 0 ? null : last.keyset;
}

/** docs/format/bundle-v1.md, "Changing the station's keys": the newest key that the office was told of. */
export async function signerFor(
  { store, keysets, keys }: Keeping & Pick<Station, 'keys'>,
  office: string,
): Promise<Signer> {
  const key = keysets.current.offices.findLast((one) => one.office === office && one.to === null);
  const version = key === undefined ? null : await echoOf({ store }, key);
  const told = keysets.all.find(({ keyset }) => keyset.version === version)?.keyset.sign;
  const accepted = keysets.current.sign.filter((sign) => told?.includes(sign) ?? true);
  const chosen = told === undefined ? accepted.at(-1) : accepted[0];
  return keys.signs.find(({ publicKey }) => publicKey === chosen) ?? keys.sign;
}

/** The offices that may still seal to, or believe, what stood before this version. */
export async function behind(station: Keeping, version: number): Promise<readonly OfficeEcho[]> {
  return (await echoesOf(station)).filter(({ keyset }) => keyset === null || keyset < version);
}

/** The first of the versions since which `holds` has been true without a break. */
export function sinceVersion(keysets: Station['keysets'], holds: (keyset: Keyset) => boolean): number {
  const before = keysets.all.findLast(({ keyset }) => !holds(keyset));
  return (before?.keyset.version ?? 0) + 1;
}
