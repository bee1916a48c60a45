// The station's private keys, each in the file that fits how often it is needed.
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { generateBox, generateSigner, recipientOf, signerFromSeed, type Signer } from '#bundle-format';
import type { Home } from '#station/home.ts';
import { refuse } from '#station/refusal.ts';
import { readSecret, writeSecret } from './key-file.ts';

/** What the daily work needs. The root and escrow keys are not among it. */
export interface StationKeys {
  readonly station: string;
  readonly name: string;
  /** Public text of station-root: what keysets are checked against. */
  readonly root: string;
  /** `AGE-SECRET-KEY-1…` of station-op. */
  readonly op: string;
  /** `age1…` of station-op and of station-escrow. */
  readonly recipients: { readonly op: string; readonly escrow: string };
  /** station-sign, for receipts. */
  readonly sign: Signer;
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
  const [op, escrow] = [await generateBox(), await generateBox()];
  const [root, sign] = [generateSigner(), generateSigner()];
  const rootText = encode({ format: 'jwb-station-root', station: identity.station, seed: base64(root.seed) });
  // An identity file as age writes it: `age -d -i escrow.key.age` opens a body without this program.
  const escrowText = `# station-escrow ${identity.station}\n# public key: ${escrow.recipient}\n${escrow.identity}\n`;
  await writeSecret(home.rootKey, rootText, passphrase, work);
  await writeSecret(home.escrowKey, escrowText, passphrase, work);
  const keys: StationKeys = {
    ...identity,
    root: root.publicKey,
    op: op.identity,
    recipients: { op: op.recipient, escrow: escrow.recipient },
    sign,
    storeKey: randomBytes(32),
  };
  return { keys, root };
}

export async function writeKeys(
  home: Home,
  keys: StationKeys,
  passphrase: string,
  work: number,
): Promise<void> {
  const text = encode({
    format: 'jwb-station-keys',
    station: keys.station,
    name: keys.name,
    root: keys.root,
    op: keys.op,
    escrow: keys.recipients.escrow,
    sign: base64(keys.sign.seed),
    store: base64(keys.storeKey),
  });
  await writeSecret(home.stationKey, text, passphrase, work);
}

export async function readKeys(home: Home, passphrase: string): Promise<StationKeys> {
  const text = await readSecret(home.stationKey, passphrase);
  const names = ['station', 'name', 'root', 'op', 'escrow', 'sign', 'store'] as const;
  const { station, name, root, op, escrow, sign, store } = decode(text, 'jwb-station-keys', names);
  return {
    station,
    name,
    root,
    op,
    recipients: { op: await recipientOf(op), escrow },
    sign: signerFromSeed(bytes(sign)),
    storeKey: bytes(store),
  };
}

/** The root key, from wherever it was fetched. Refuses with `key-file-missing`, `root-differs`. */
export async function readRoot(path: string, keys: StationKeys, passphrase: string): Promise<Signer> {
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
