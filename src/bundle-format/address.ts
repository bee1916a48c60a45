// Whom a file is sealed to: as its manifest or its tag names them, and whether that is the reader.
import { recipientOf } from './age.ts';
import type { StationReader } from './door.ts';
import { BundleFault } from './fault.ts';
import { recipientId, tagOfBox, type Keyset } from './keyset.ts';
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

/** Whether the tag of a file to an office is that of one of these boxes. */
export async function isToBox(tag: string, identities: readonly string[]): Promise<boolean> {
  const boxes = await Promise.all(identities.map(recipientOf));
  return boxes.some((box) => tagOfBox(box) === tag);
}
