// A new computer for an office whose old one is gone: it begins in an epoch of which nothing was ever received.
import type { Keyset, OfficeKey } from '#bundle-format';
import type { Station } from '#station/station.ts';

export async function epochAnew({ store, keysets }: Station, office: string): Promise<number> {
  const closed = keysets.current.offices.flatMap((key) =>
    key.office === office && key.to !== null ? [key.to.epoch] : [],
  );
  const held = (await store.epochsOf(office)).map(({ epoch }) => epoch);
  const applied = (await store.lastApplied(office))?.epoch ?? 0;
  return Math.max(applied, ...held, ...closed) + 1;
}

/** A key that has sealed nothing yet may be enrolled once more, from another point. */
export function withoutKey(keyset: Keyset, key: OfficeKey | undefined): Keyset {
  return key === undefined ? keyset : { ...keyset, offices: keyset.offices.filter((one) => one !== key) };
}
