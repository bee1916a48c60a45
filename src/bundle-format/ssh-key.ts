// Ed25519 signing keys in the words of OpenSSH: public key text, fingerprint, and the 32-byte seed that callers store.
import { createPrivateKey, createPublicKey, hash, randomBytes, type KeyObject } from 'node:crypto';

/** A private signing key in memory. Callers keep `seed` encrypted at rest. */
export interface Signer {
  /** 32 bytes, RFC 8032 private key. */
  readonly seed: Buffer;
  /** `ssh-ed25519 AAAA…` without comment. */
  readonly publicKey: string;
}

// RFC 8410: the fixed DER around a raw key of 32 bytes.
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');

const algorithm = 'ssh-ed25519';
const publicForm = /^ssh-ed25519 ([A-Za-z0-9+/]{68})$/;

export function generateSigner(): Signer {
  return signerFromSeed(randomBytes(32));
}

export function signerFromSeed(seed: Uint8Array): Signer {
  const own = Buffer.from(seed);
  const spki = createPublicKey(privateKeyOf(own)).export({ format: 'der', type: 'spki' });
  return { seed: own, publicKey: publicKeyText(spki.subarray(spkiPrefix.length)) };
}

export function privateKeyOf(seed: Uint8Array): KeyObject {
  if (seed.length !== 32) throw new TypeError('an Ed25519 seed has 32 bytes');
  const der = Buffer.concat([pkcs8Prefix, seed]);
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
}

export function publicKeyObject(raw: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([spkiPrefix, raw]), format: 'der', type: 'spki' });
}

/** RFC 4251 string: length as uint32, then the bytes. */
export function sshString(content: Uint8Array | string): Buffer {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** The public key blob of RFC 8709, section 4. */
export function publicKeyBlob(raw: Uint8Array): Buffer {
  return Buffer.concat([sshString(algorithm), sshString(raw)]);
}

export function publicKeyText(raw: Uint8Array): string {
  return `${algorithm} ${publicKeyBlob(raw).toString('base64')}`;
}

/** The raw 32 bytes of `ssh-ed25519 AAAA…` without comment, or null where the text is anything else. */
export function rawPublicKey(text: string): Buffer | null {
  const blob = Buffer.from(publicForm.exec(text)?.[1] ?? '', 'base64');
  const raw = blob.subarray(blob.length - 32);
  return blob.length === 51 && publicKeyText(raw) === text ? raw : null;
}

/** `SHA256:…` as `ssh-keygen -l` prints it. Throws TypeError for text that is no public key. */
export function fingerprintOf(publicKey: string): string {
  const raw = rawPublicKey(publicKey);
  if (raw === null) throw new TypeError('not an ssh-ed25519 public key');
  return `SHA256:${hash('sha256', publicKeyBlob(raw), 'base64').replace(/=+$/, '')}`;
}

/** One line of an allowed_signers file for `ssh-keygen -Y verify`, without LF. */
export function allowedSignersLine(principal: string, publicKey: string): string {
  return `${principal} namespaces="jwb-*" ${publicKey}`;
}
