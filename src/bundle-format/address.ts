// Whom a file to the station is sealed to: as its manifest names them, and whether that is the reader.
import { recipientOf } from './age.ts';
import type { StationReader } from './door.ts';
import { BundleFault } from './fault.ts';
import { recipientId, type Keyset } from './keyset.ts';
import type { BundleManifest } from './manifest.ts';

export function addresseesOf({ station, version, recipients }: Keyset): BundleManifest['to'] {
  return {
    station,
    keyset: version,
    recipients: [recipientId(recipients.op), recipientId(recipients.escrow)],
  };
}

/** Throws E409. */
export async function verifyAddress(
  { to }: Pick<BundleManifest, 'to'>,
  reader: StationReader,
): Promise<void> {
  const own = await Promise.all(reader.identities.map(recipientOf));
  const named = own.some((recipient) => to.recipients.includes(recipientId(recipient)));
  if (to.station !== reader.station || !named) throw new BundleFault('E409', `to ${to.station}`);
}
