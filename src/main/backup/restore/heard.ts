/** What the station has of this office, as its receipts on the sticks that are plugged in say it: an echo of the epochs. */
import { openReceipt } from '#bundle-format';
import type { ReadHandle } from '#main/db/open.ts';
import { receiptFiles } from '#main/sticks/folders.ts';
import { readOfficeKeys } from '#main/weekly/office-keys.ts';
import { pinnedStation } from '#main/weekly/pinned-station.ts';

/** More receipts than a stick carries between two visits. */
const FILES_MAX = 64;

/** Office epoch → last line; nothing where no receipt of the station opens with the keys of this backup. */
export async function heardFrom(
  db: ReadHandle,
  office: string,
  volumes: readonly string[],
): Promise<Record<string, number>> {
  const station = pinnedStation(db);
  if (station === null) return {};
  const { box } = await readOfficeKeys(db);
  const reader = { office, station: station.station, identities: [box.identity], signers: station.sign };
  const heard: Record<string, number> = {};
  for (const path of volumes.flatMap(receiptFiles).slice(-FILES_MAX)) {
    const receipt = await openReceipt(path, reader);
    if (!receipt.ok || receipt.manifest.office !== office) continue;
    for (const [epoch, { n }] of Object.entries(receipt.manifest.applied))
      heard[epoch] = Math.max(heard[epoch] ?? 0, n);
  }
  return heard;
}
