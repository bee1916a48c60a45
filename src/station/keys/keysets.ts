// The keysets this station signed, kept as sealed files: public, so they need no secret and survive the store.
import { hash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  encodeKeyset,
  openKeyset,
  sealKeyset,
  type AgeBox,
  type Keyset,
  type Signer,
  type StationReader,
} from '#bundle-format';
import type { Home } from '#station/home.ts';
import { refuse, refuseAs } from '#station/refusal.ts';
import type { StationKeys } from './key-ring.ts';

export interface Keysets {
  /** The newest. */
  readonly current: Keyset;
  /** Its sealed file. */
  readonly path: string;
  readonly bytes: Buffer;
  /** Of its canonical text. */
  readonly sha256: string;
  /** Every version, oldest first: a bundle may have been sealed to any of them. */
  readonly all: readonly { readonly keyset: Keyset; readonly tag: string }[];
}

/** The root that the keysets here name: believed by nobody who does not hold its key. Refuses with `keyset-damaged`. */
export async function namedRoot(home: Home): Promise<string> {
  for (const name of await readdir(home.keysets)) {
    if (!name.endsWith('.jwb')) continue;
    const found = await openKeyset(join(home.keysets, name), { root: null, held: null });
    return found.ok ? found.keyset.root : refuse('keyset-damaged', `${name} ${found.code}`);
  }
  return refuse('keyset-damaged', 'none left');
}

/** Opens every one under the pinned root. Refuses with `keyset-damaged` where one is missing or wrong. */
export async function readKeysets(home: Home, root: string): Promise<Keysets> {
  const opened = [];
  for (const name of await readdir(home.keysets)) {
    if (!name.endsWith('.jwb')) continue;
    const path = join(home.keysets, name);
    const found = await openKeyset(path, { root, held: null });
    if (!found.ok) refuse('keyset-damaged', `${name} ${found.code}`);
    opened.push({ path, ...found });
  }
  opened.sort((a, b) => a.keyset.version - b.keyset.version);
  if (opened.some(({ keyset }, i) => keyset.version !== i + 1))
    refuse('keyset-damaged', 'a version is missing');
  const newest = opened.at(-1);
  if (newest === undefined) refuse('keyset-damaged', 'none left');
  return {
    current: newest.keyset,
    path: newest.path,
    bytes: await readFile(newest.path),
    sha256: hash('sha256', encodeKeyset(newest.keyset)),
    all: opened.map(({ keyset, tag }) => ({ keyset, tag })),
  };
}

/** Signs and keeps the next version. The rename of its file is the moment it counts. */
export async function addKeyset(home: Home, root: Signer, keyset: Keyset): Promise<Keysets> {
  for (const name of await readdir(home.keysets)) {
    if (name.endsWith('.part')) await rm(join(home.keysets, name));
  }
  const placed = await sealKeyset({ folder: home.keysets, root, keyset });
  if (!placed.ok) refuseAs(placed);
  return readKeysets(home, root.publicKey);
}

export function firstKeyset(keys: StationKeys, created: string): Keyset {
  return {
    format: 'jwb-keyset',
    v: 1,
    station: keys.station,
    name: keys.name,
    version: 1,
    created,
    root: keys.root,
    recipients: keys.recipients,
    sign: [keys.sign.publicKey],
    offices: [],
  };
}

/** What helps beyond the keys that are always here. */
export interface Helpers {
  /** The escrow key, where it was fetched: it opens what every op key opens, destroyed ones included. */
  readonly escrow?: AgeBox | undefined;
  /** Keys that renewals at hand announce. */
  readonly announced?: readonly string[];
}

/** What the format needs to open bundles here. Retired are the tags of keysets whose op key was destroyed. */
export function readerOf(
  keys: StationKeys,
  keysets: Keysets,
  { escrow, announced = [] }: Helpers = {},
): StationReader {
  const boxes = escrow === undefined ? keys.ops : [...keys.ops, escrow];
  const opens = ({ recipients: { op, escrow: safe } }: Keyset) =>
    boxes.some(({ recipient }) => recipient === op || recipient === safe);
  return {
    station: keys.station,
    identities: boxes.map(({ identity }) => identity),
    offices: keysets.current.offices,
    tags: keysets.all.filter(({ keyset }) => opens(keyset)).map(({ tag }) => tag),
    retiredTags: keysets.all.filter(({ keyset }) => !opens(keyset)).map(({ tag }) => tag),
    announced,
  };
}
