// SSHSIG with ssh-ed25519 and SHA-512, in the one armor `ssh-keygen -Y sign` writes; every other spelling is refused.
import { hash, sign, verify } from 'node:crypto';
import {
  privateKeyOf,
  publicKeyBlob,
  publicKeyObject,
  publicKeyText,
  rawPublicKey,
  sshString,
  type Signer,
} from './ssh-key.ts';

export interface SshSignature {
  /** `ssh-ed25519 …` */
  readonly publicKey: string;
  readonly namespace: string;
  /** 64 bytes. */
  readonly raw: Buffer;
}

const magic = Buffer.from('SSHSIG');
const begin = '-----BEGIN SSH SIGNATURE-----\n';
const end = '-----END SSH SIGNATURE-----\n';

/** OpenSSH PROTOCOL.sshsig, "Signed Data, of which the signature goes into the blob above". */
function signedData(namespace: string, message: Uint8Array): Buffer {
  const digest = hash('sha512', message, 'buffer');
  return Buffer.concat([magic, sshString(namespace), sshString(''), sshString('sha512'), sshString(digest)]);
}

function armor(publicKeyRaw: Uint8Array, namespace: string, raw: Uint8Array): string {
  const version = Buffer.from([0, 0, 0, 1]);
  const blob = Buffer.concat([
    magic,
    version,
    sshString(publicKeyBlob(publicKeyRaw)),
    sshString(namespace),
    sshString(''),
    sshString('sha512'),
    sshString(Buffer.concat([sshString('ssh-ed25519'), sshString(raw)])),
  ]);
  const lines = blob.toString('base64').match(/.{1,70}/g) ?? [];
  return `${begin}${lines.join('\n')}\n${end}`;
}

/** The armored signature, LF at its end. */
export function signSsh(signer: Signer, namespace: string, message: Uint8Array): string {
  const key = rawPublicKey(signer.publicKey);
  if (key === null) throw new TypeError('not an ssh-ed25519 public key');
  return armor(key, namespace, sign(null, signedData(namespace, message), privateKeyOf(signer.seed)));
}

/** Reads what signSsh writes; null for anything that is not that form byte for byte. */
export function parseSsh(armored: Uint8Array): SshSignature | null {
  const text = Buffer.from(armored).toString('latin1');
  if (!text.startsWith(begin) || !text.endsWith(end)) return null;
  const blob = Buffer.from(text.slice(begin.length, -end.length), 'base64');
  // magic 6, version 4, key blob 4 + 51, then the namespace.
  if (blob.length < 69) return null;
  const key = blob.subarray(33, 65);
  const length = blob.readUInt32BE(65);
  if (length > 64 || blob.length < 69 + length + 64) return null;
  const namespace = blob.toString('latin1', 69, 69 + length);
  const raw = blob.subarray(blob.length - 64);
  if (armor(key, namespace, raw) !== text) return null;
  return { publicKey: publicKeyText(key), namespace, raw };
}

/** Whether the signature is the key's own over the message under its namespace. */
export function verifySsh(signature: SshSignature, message: Uint8Array): boolean {
  const key = rawPublicKey(signature.publicKey);
  if (key === null) return false;
  return verify(null, signedData(signature.namespace, message), publicKeyObject(key), signature.raw);
}
