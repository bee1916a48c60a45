// A short snapshot and a short rescue between the office and the station of these tests.
import { readFile } from 'node:fs/promises';
import {
  openSnapshot,
  sealRescue,
  sealSnapshot,
  type RescueManifest,
  type Sealed,
  type SealRescueInput,
  type SealSnapshotInput,
  type SnapshotRow,
} from '#bundle-format';
import {
  box,
  chainAfter,
  created,
  inTempFolder,
  keyset,
  linesOf,
  must,
  office,
  officeSigner,
  station,
  stationReader,
  stationSigner,
} from './office-and-station.ts';

/** Of the n-th visitor, as its line left it. */
export function rowOf(n: number, also: Partial<SnapshotRow> = {}): SnapshotRow {
  const k = `07-${String(n).padStart(6, '0')}`;
  return { l: 'visitors', k, v: 1, d: { matter: '问路', name: `张某${n}`, on_site: true }, ...also };
}

export const rowsOf = (count: number): SnapshotRow[] => Array.from({ length: count }, (_, i) => rowOf(i + 1));

export function snapshotInput(folder: string, also: Partial<SealSnapshotInput> = {}): SealSnapshotInput {
  return {
    folder,
    signer: officeSigner,
    keyset,
    office,
    epoch: 1,
    epochBase: null,
    seq: 1,
    n: 40,
    chain: chainAfter(linesOf(1, 40)),
    rows: [{ l: 'disputes', k: '07-000001', v: 3, d: { stage: 'open' } }, ...rowsOf(40)],
    ledgers: ['visitors', 'disputes', 'units'],
    schema: 1,
    app: '0.1.0',
    created,
    ...also,
  };
}

export function snapshotBytes(also: Partial<SealSnapshotInput> = {}): Promise<Buffer> {
  return inTempFolder(async (folder) => readFile(must(await sealSnapshot(snapshotInput(folder, also))).path));
}

export const openBytes = (bytes: Uint8Array) => openSnapshot(bytes, stationReader);

export function rescueInput(folder: string, also: Partial<SealRescueInput> = {}): SealRescueInput {
  const lines = linesOf(1, 40);
  return {
    folder,
    signer: stationSigner,
    box: box.recipient,
    rescue: {
      station,
      office,
      holds: [{ epoch: 1, base: null, n: 40, chain: chainAfter(lines) }],
      next_epoch: 2,
      live: { visitors: 40 },
      state: 'ab'.repeat(32),
      receipt: { station_epoch: 1, station_tag: '0a1b2c3d', seq: 7, sha256: 'cd'.repeat(32) },
      created,
    },
    linesBehind: async function* (_epoch, n) {
      yield* lines.slice(n);
    },
    ...also,
  };
}

export async function sealedRescue(
  folder: string,
  also: Partial<SealRescueInput> = {},
): Promise<readonly Sealed<RescueManifest>[]> {
  const sealed = await sealRescue(rescueInput(folder, also));
  if ('code' in sealed) throw new Error(`${sealed.code} ${sealed.detail}`);
  return sealed;
}

export function rescueBytes(also: Partial<SealRescueInput> = {}): Promise<Buffer> {
  return inTempFolder(async (folder) => readFile((await sealedRescue(folder, also))[0]?.path ?? ''));
}
