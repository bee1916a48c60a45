// The station's private keys, each in the file that fits how often it is needed.
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
  generateBox,
  generateSigner,
  recipientOf,
  signerFromSeed,
  type AgeBox,
  type Keyset,
  type Signer,
} from '#bundle-format';
import type { Home } from '#station/home.ts';
import { refuse } from '#station/refusal.ts';
import { readSecret, writeSecret } from './key-file.ts';

/** What the daily work needs. The root and escrow keys are not among it. */
export interface StationKeys {
  readonly station: string;
  readonly name: string;
  /** Public text of station-root: what keysets are checked against. */
  readonly root: string;
  /** `AGE-SECRET-KEY-1…` of the station-op in force. */
  readonly op: string;
  /** `age1…` of station-op and of station-escrow. */
  readonly recipients: { readonly op: string; readonly escrow: string };
  /** The station-sign in force. */
  readonly sign: Signer;
  /** Every station-op at hand, the newest first: what was sealed to a former one still opens until that is retired. */
  readonly ops: readonly AgeBox[];
  /** Every station-sign at hand, the newest first. */
  readonly signs: readonly Signer[];
  /** 32 random bytes: the raw key of the store. */
  readonly storeKey: Buffer;
}

/** Makes all keys and writes the root and escrow files. station.key.age follows with writeKeys, last of all. */
export async function makeKeys(
  home: Home,
  identity: { readonly station: string; readonly name: string },
  passphrase: string,
  work: number,
): Promise<{ keys: StationKeys; root: Signer }> {
  const [root, escrow] = [generateSigner(), await generateBox()];
  await writeSecret(home.rootKey, rootText(identity.station, root), passphrase, work);
  await writeSecret(home.escrowKey, escrowText(identity.station, escrow), passphrase, work);
  return { keys: await freshKeys({ ...identity, root: root.publicKey, escrow: escrow.recipient }), root };
}

/** New keys for the daily work, under a root and beside an escrow key that there are. */
export async function freshKeys(
  by: Pick<StationKeys, 'station' | 'name' | 'root'> & { readonly escrow: string },
): Promise<StationKeys> {
  const { station, name, root, escrow } = by;
  const [op, sign] = [await generateBox(), generateSigner()];
  return {
    station,
    name,
    root,
    op: op.identity,
    recipients: { op: op.recipient, escrow },
    sign,
    ops: [op],
    signs: [sign],
    storeKey: randomBytes(32),
  };
}

export function rootText(station: string, root: Signer): string {
  return encode({ format: 'jwb-station-root', station, seed: base64(root.seed) });
}

/** An identity file as age writes it: `age -d -i escrow.key.age` opens a body without this program. */
export function escrowText(station: string, { recipient, identity }: AgeBox): string {
  return `# station-escrow ${station}\n# public key: ${recipient}\n${identity}\n`;
}

/** The keyset decides which keys are in force: one that was made but never signed for is only at hand. */
export function inForce(keys: StationKeys, { recipients, sign: [newest] }: Keyset): StationKeys {
  const op = keys.ops.find(({ recipient }) => recipient === recipients.op);
  const sign = keys.signs.find(({ publicKey }) => publicKey === newest);
  if (op === undefined || sign === undefined) return refuse('keys-older');
  return { ...keys, op: op.identity, recipients, sign };
}

export interface WriteOptions {
  readonly passphrase: string;
  /** log2 of scrypt's N. */
  readonly work: number;
  /** Takes the place of the file as it was, in one step. */
  readonly replace?: boolean;
}

export async function writeKeys(
  home: Home,
  keys: StationKeys,
  { passphrase, work, replace = false }: WriteOptions,
): Promise<void> {
  const text = encode({
    format: 'jwb-station-keys',
    station: keys.station,
    name: keys.name,
    root: keys.root,
    op: keys.ops.map(({ identity }) => identity).join(' '),
    escrow: keys.recipients.escrow,
    sign: keys.signs.map(({ seed }) => base64(seed)).join(' '),
    store: base64(keys.storeKey),
  });
  await writeSecret(home.stationKey, text, passphrase, work, replace);
}

export async function readKeys(home: Home, passphrase: string): Promise<StationKeys> {
  const text = await readSecret(home.stationKey, passphrase);
  const names = ['station', 'name', 'root', 'op', 'escrow', 'sign', 'store'] as const;
  const { station, name, root, op, escrow, sign, store } = decode(text, 'jwb-station-keys', names);
  const ops = await Promise.all(
    op.split(' ').map(async (identity) => ({ identity, recipient: await recipientOf(identity) })),
  );
  const signs = sign.split(' ').map((seed) => signerFromSeed(bytes(seed)));
  const [newestOp, newestSign] = [ops[0], signs[0]];
  if (newestOp === undefined || newestSign === undefined) return refuse('key-file-damaged', 'no key');
  return {
    station,
    name,
    root,
    op: newestOp.identity,
    recipients: { op: newestOp.recipient, escrow },
    sign: newestSign,
    ops,
    signs,
    storeKey: bytes(store),
  };
}

/** The escrow key, from wherever it was fetched: an age identity file. Refuses with `key-file-missing`, `escrow-differs`. */
export async function readEscrow(path: string, recipient: string, passphrase: string): Promise<AgeBox> {
  if (!existsSync(path)) refuse('key-file-missing', path);
  const identity = /^AGE-SECRET-KEY-1[0-9A-Z]+$/m.exec(await readSecret(path, passphrase))?.[0];
  if (identity === undefined) return refuse('key-file-damaged', 'no age identity');
  if ((await recipientOf(identity)) !== recipient) refuse('escrow-differs');
  return { identity, recipient };
}

/** The root key, from wherever it was fetched. Refuses with `key-file-missing`, `root-differs`. */
export async function readRoot(
  path: string,
  keys: Pick<StationKeys, 'root'>,
  passphrase: string,
): Promise<Signer> {
  if (!existsSync(path)) refuse('key-file-missing', path);
  const text = await readSecret(path, passphrase);
  const { seed } = decode(text, 'jwb-station-root', ['station', 'seed']);
  const root = signerFromSeed(bytes(seed));
  if (root.publicKey !== keys.root) refuse('root-differs');
  return root;
}

const base64 = (secret: Uint8Array): string => Buffer.from(secret).toString('base64');

function bytes(text: string): Buffer {
  const secret = Buffer.from(text, 'base64');
  if (secret.length !== 32) refuse('key-file-damaged', 'a key of another length');
  return secret;
}

function encode(fields: Readonly<Record<string, string>>): string {
  return `${JSON.stringify({ v: 1, ...fields })}\n`;
}

/** What decrypts is authentic, so a misfit means another kind of file or a newer one. */
function decode<Name extends string>(
  text: string,
  format: string,
  names: readonly Name[],
): Readonly<Record<Name, string>> {
  const value = parse(text);
  if (value['format'] !== format) refuse('key-file-damaged', `not ${format}`);
  if (value['v'] !== 1) refuse('newer-version', format);
  const found: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const field = value[name];
    if (typeof field !== 'string') refuse('key-file-damaged', `no ${name}`);
    found[name] = field;
  }
  return found as Record<Name, string>;
}

function parse(text: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    refuse('key-file-damaged', 'not JSON');
  }
  if (typeof value !== 'object' || value === null) refuse('key-file-damaged', 'not an object');
  return value as Record<string, unknown>;
}
