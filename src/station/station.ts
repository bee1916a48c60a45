// The station at work: its folder locked, its keys unlocked, its store open and known to be the one it left.
import type { Clock } from '#shared/kernel/clock.ts';
import type { Request } from './arguments.ts';
import { findHome, homeAt, type Home } from './home.ts';
import type { StationIo } from './io.ts';
import { beginEpoch, isSameEpoch, readEpoch, type StationEpoch } from '#station/keys/epoch.ts';
import { inForce, readEscrow, readKeys, type StationKeys } from '#station/keys/key-ring.ts';
import { readKeysets, type Helpers, type Keysets } from '#station/keys/keysets.ts';
import { askPassphrase } from '#station/keys/passphrase.ts';
import { finishRecovery } from '#station/recovering/put-in-place.ts';
import { refuse } from './refusal.ts';
import { openChosenStore, storeAsked } from '#station/store/choose.ts';
import { takeLock } from '#station/store/lock.ts';
import type { StationStore } from '#station/store/port.ts';

/** Enough to check files; opens no store and takes no lock. */
export interface UnlockedKeys {
  readonly home: Home;
  readonly keys: StationKeys;
  readonly keysets: Keysets;
  readonly passphrase: string;
}

export interface Station extends UnlockedKeys, Helpers {
  readonly store: StationStore;
  readonly clock: Clock;
}

export async function unlockKeys(io: StationIo, folder: string): Promise<UnlockedKeys> {
  const home = settledHome(folder);
  const passphrase = await askPassphrase(io);
  const ring = await readKeys(home, passphrase);
  const keysets = await readKeysets(home, ring.root);
  return { home, keys: inForce(ring, keysets.current), keysets, passphrase };
}

/** Its files all of one time: a recovery that was ordered and interrupted is put in place first. */
function settledHome(folder: string): Home {
  finishRecovery(homeAt(folder));
  return findHome(folder);
}

/** Runs `work` alone on this folder. Refuses with `busy`, `store-damaged`, `keyset-damaged` before it begins. */
export async function withStation<T>(
  io: StationIo,
  folder: string,
  work: (station: Station) => Promise<T>,
): Promise<T> {
  const lock = takeLock(settledHome(folder).lock);
  try {
    const unlocked = await unlockKeys(io, folder);
    const store = await openChosenStore(unlocked.home, unlocked.keys, storeAsked(io));
    try {
      await settleEpoch(unlocked.home, store);
      await settleKeyset(unlocked.keysets, store);
      return await work({ ...unlocked, store, clock: io.clock });
    } finally {
      await store.close();
    }
  } finally {
    lock.release();
  }
}

/** With the escrow key, where --escrow says that it was fetched. */
export async function withEscrow(station: Station, request: Request): Promise<Station> {
  const path = request.option('escrow');
  if (path === null) return station;
  const { escrow } = station.keysets.current.recipients;
  return { ...station, escrow: await readEscrow(path, escrow, station.passphrase) };
}

/** A store and a folder that disagree come from a restoration: what was promised before may be gone. */
async function settleEpoch(home: Home, store: StationStore): Promise<void> {
  const [beside, within] = [await readEpoch(home), await store.epoch()];
  if (!isSameEpoch(beside, within)) await startEpoch(home, store, [beside?.epoch ?? 0, within?.epoch ?? 0]);
}

async function settleKeyset({ current }: Keysets, store: StationStore): Promise<void> {
  const seen = await store.keysetVersion();
  if (current.version < seen) refuse('keyset-damaged', `version ${current.version}, seen ${seen}`);
  if (current.version > seen) await store.setKeysetVersion(current.version);
}

/** Begins the incarnation after all of `before`; receipts count from 1 again. */
export async function startEpoch(
  home: Home,
  store: StationStore,
  before: readonly number[],
): Promise<StationEpoch> {
  const next = await beginEpoch(home, before);
  await store.setEpoch(next);
  return next;
}
