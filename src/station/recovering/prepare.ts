// The recovered station, whole, beside the one whose keys are gone: new keys under the same root, the next keyset, a new epoch, a store.
import { existsSync } from 'node:fs';
import type { Instant } from '#shared/kernel/clock.ts';
import type { Code, ReceiptEcho } from '#bundle-format';
import type { Home } from '#station/home.ts';
import type { StationIo } from '#station/io.ts';
import { beginEpoch, readEpoch } from '#station/keys/epoch.ts';
import { freshKeys, readKeys, writeKeys, type StationKeys } from '#station/keys/key-ring.ts';
import { addKeyset, type Keysets } from '#station/keys/keysets.ts';
import { receiveFiles, type Received } from '#station/receiving/receive.ts';
import { noticeRestoration } from '#station/receiving/receipts.ts';
import { filesIn } from '#station/receiving/stick.ts';
import { StationRefusal, refuse } from '#station/refusal.ts';
import type { Station } from '#station/station.ts';
import { isInFile, openChosenStore } from '#station/store/choose.ts';
import type { Look, StationStore } from '#station/store/port.ts';
import { progressLine } from '#terminal/progress-line.ts';
import type { FetchedKeys } from './fetched-keys.ts';
import { beginPreparing } from './put-in-place.ts';
import { standsOf, type OfficeStand } from './stands.ts';

export interface Recovery {
  readonly home: Home;
  readonly keysets: Keysets;
  readonly fetched: FetchedKeys;
  readonly passphrase: string;
  /** The ring of before a rotation, where a copy of it still opens: its key of the store is the one in use. */
  readonly former: StationKeys | null;
  /** The file may be in other hands: what it signs is believed by nobody who holds the next keyset. */
  readonly stolen: boolean;
  /** Address of PostgreSQL said for this run. */
  readonly asked: string | null;
  /** Who does it and why, for each office. */
  readonly looks: readonly Look[];
}

export interface Prepared {
  /** False where the store stays as it is. */
  readonly isRebuilt: boolean;
  readonly stands: readonly OfficeStand[];
  readonly echoes: ReadonlyMap<string, readonly ReceiptEcho[]>;
  /** Of the files in the inbox: how many came to what. */
  readonly files: Readonly<Record<string, number>>;
  /** Files that two people have to answer for again. */
  readonly admitAgain: readonly string[];
  /** Files that the disk does not give back. */
  readonly unreadable: readonly string[];
}

/**
 * Null where no key file opens that goes with these keysets. Refuses with `keys-at-hand` where nothing is lost; a drill is made
 * as if it were.
 */
export async function formerKeys(
  home: Home,
  keysets: Keysets,
  passphrase: string,
  isDrill: boolean,
): Promise<StationKeys | null> {
  if (!existsSync(home.stationKey)) return null;
  const { current } = keysets;
  try {
    const ring = await readKeys(home, passphrase);
    if (ring.root !== current.root) return null;
    const hasOp = ring.ops.some(({ recipient }) => recipient === current.recipients.op);
    const hasSign = ring.signs.some(({ publicKey }) => publicKey === current.sign[0]);
    if (!hasOp || !hasSign) return ring;
    return isDrill ? null : refuse('keys-at-hand');
  } catch (error) {
    const isLost =
      error instanceof StationRefusal && /^(wrong-passphrase|key-file-damaged)$/.test(error.word);
    if (isLost) return null;
    throw error;
  }
}

/** Nothing of it is in force until it is put in place. */
export async function prepare(recovery: Recovery, io: StationIo): Promise<Prepared> {
  const { home, fetched, passphrase, former, asked } = recovery;
  const at = io.clock.now();
  const prepared = await beginPreparing(home);
  const keys = await newKeys(recovery);
  const keysets = await addKeyset(prepared, fetched.root, nextKeyset(recovery, keys, at));
  const epoch = await beginEpoch(prepared, [(await readEpoch(home))?.epoch ?? 0]);
  const isRebuilt = former === null && isInFile(home, asked);
  const store = await openChosenStore(isRebuilt ? prepared : home, keys, asked);
  try {
    const station = {
      home: prepared,
      keys,
      keysets,
      passphrase,
      store,
      clock: io.clock,
      escrow: fetched.escrow,
    };
    let received: Pick<Received, 'rows' | 'settled' | 'echoes'> = {
      rows: [],
      settled: [],
      echoes: new Map(),
    };
    if (!isRebuilt) await checkKeyset(store, recovery.keysets);
    else {
      await store.setEpoch(epoch);
      await store.setKeysetVersion(keysets.current.version);
      received = await rebuild(station, recovery.looks, at, io);
    }
    const stands = await standsOf(station, received.echoes);
    await writeKeys(prepared, keys, { passphrase, work: io.keyWork });
    return { isRebuilt, stands, echoes: received.echoes, ...countsOf(received) };
  } finally {
    await store.close();
  }
}

/** Whoever opens everything with the key of the safe is put down before the first file is. */
async function rebuild(
  station: Station,
  looks: readonly Look[],
  at: Instant,
  io: StationIo,
): Promise<Received> {
  await station.store.noteLooks(looks, at);
  const files = filesIn(station.home.inbox).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const received = await receiveFiles(station, files, at, { onProgress: progressLine(io.err) });
  checkReceived(received);
  await noticeRestoration(station, received);
  return received;
}

/** Another keyset of this version may be in force at the offices, and they would take the next one for a forgery. */
async function checkKeyset(store: StationStore, { current }: Keysets): Promise<void> {
  const seen = await store.keysetVersion();
  if (seen > current.version) refuse('keyset-damaged', `version ${current.version}, seen ${seen}`);
}

/** The same, as the inbox tells it; and a store that this disk could not take is none. */
function checkReceived({ rows }: Received): void {
  const unknown = rows.find(({ code }) => code === 'E401');
  if (unknown !== undefined)
    refuse('keyset-damaged', `${unknown.name} is sealed to a keyset that is not here`);
  const failed = rows.find(({ code }) => code === 'E620' || code?.startsWith('E9') === true);
  if (failed !== undefined)
    refuse(failed.code === 'E901' ? 'disk-full' : 'io', `${failed.name} ${failed.code}`);
}

/** A former ring still opens what is sealed to it, and the store; what the newest keyset named is gone either way. */
async function newKeys({ keysets, fetched, former }: Recovery): Promise<StationKeys> {
  const { station, name, recipients } = keysets.current;
  const { publicKey: root } = fetched.root;
  const fresh = await freshKeys({ station, name, root, escrow: recipients.escrow });
  if (former === null) return fresh;
  const { ops, signs, storeKey } = former;
  return { ...fresh, ops: [...fresh.ops, ...ops], signs: [...fresh.signs, ...signs], storeKey };
}

function nextKeyset({ keysets: { current }, stolen }: Recovery, keys: StationKeys, created: Instant) {
  return {
    ...current,
    version: current.version + 1,
    created,
    recipients: keys.recipients,
    sign: [keys.sign.publicKey, ...(stolen ? [] : current.sign)],
  };
}

function countsOf({
  rows,
  settled,
}: Pick<Received, 'rows' | 'settled'>): Pick<Prepared, 'files' | 'admitAgain' | 'unreadable'> {
  const files: Record<string, number> = {};
  for (const { disposition } of rows) files[disposition] = (files[disposition] ?? 0) + 1;
  const named = (wanted: Code) =>
    [...rows, ...settled].filter(({ code }) => code === wanted).map(({ name }) => name);
  return { files, admitAgain: named('E304'), unreadable: named('E103') };
}
