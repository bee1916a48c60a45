// JWB/jwbstick.json: the station's signed word that a stick is one of its own. It names no office and no person.
import { lstat, mkdir, open, rm } from 'node:fs/promises';
import { constants } from 'node:fs';
import { join } from 'node:path';
import { encodeCanonical, literal, Misfit, parseCanonical, record, text } from './canonical.ts';
import { BundleFault, refusalOf, refusing, type Refusal } from './fault.ts';
import { limits } from './limits.ts';
import { shapes } from './manifest.ts';
import { placeAs, replaceAs } from './place.ts';
import type { Signer } from './ssh-key.ts';
import { parseSsh, signSsh, verifySsh } from './sshsig.ts';

/** docs/format/bundle-v1.md, "On the stick". Keys are written in the order of this interface. */
export interface StickMarker {
  readonly format: 'jwb-stick';
  readonly v: 1;
  readonly station: string;
  /** 16 random hex: which stick it is, whatever is written on it. */
  readonly id: string;
  /** What stands on the stick's outside, so that a person finds the right one. */
  readonly serial: string;
  /** UTC instant, shown only. */
  readonly created: string;
}

/** The station whose sticks are recognised. */
export interface StickReader {
  readonly station: string;
  /** station-sign keys. */
  readonly sign: readonly string[];
}

export const stickNamespace = 'jwb-stick-v1@jwb';
/** Folder and file names on the stick. */
export const stickNames = {
  root: 'JWB',
  marker: 'jwbstick.json',
  signature: 'jwbstick.json.sig',
} as const;

const spec = record<StickMarker>({
  format: literal('jwb-stick'),
  v: literal(1),
  station: text(shapes.office),
  id: text(shapes.hex16),
  serial: text(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Zs}]{1,16}$/u),
  created: text(shapes.time),
});

/** Whether a marker can carry it: 1 to 16 characters without spaces. */
export function isStickSerial(serial: string): boolean {
  try {
    spec.read({ ...blank, serial }, '');
    return true;
  } catch (error) {
    if (error instanceof Misfit) return false;
    throw error;
  }
}

const blank: StickMarker = {
  format: 'jwb-stick',
  v: 1,
  station: '0',
  id: '0'.repeat(16),
  serial: '0',
  created: '2026-01-01T00:00:00.000Z',
};

/** Throws TypeError for a marker that does not fit. */
export function encodeStickMarker(marker: StickMarker): string {
  return encodeCanonical(spec, marker);
}

/** Signature first: nothing of the marker is parsed for a signer this reader does not know. E102 otherwise. */
export function judgeStickMarker(
  marker: Uint8Array,
  signature: Uint8Array,
  { station, sign }: StickReader,
): StickMarker | Refusal {
  const foreign = (why: string) => refusalOf('E102', stickNames.marker, why);
  const signed = parseSsh(signature);
  if (signed === null) return foreign('the signature is not of the canonical form');
  if (signed.namespace !== stickNamespace) return foreign('signed for another purpose');
  if (!sign.includes(signed.publicKey)) return foreign('signed by nobody known');
  if (!verifySsh(signed, marker)) return foreign('the signature is not over this marker');
  try {
    const read = parseCanonical(spec, Buffer.from(marker).toString('utf8'));
    return read.station === station ? read : foreign('of another station');
  } catch (error) {
    if (error instanceof Misfit) return foreign(`does not fit at ${error.message}`);
    throw error;
  }
}

/** Reads these two files of a stick and nothing else of it. E102 where it is not one of ours. */
export async function readStickMarker(root: string, reader: StickReader): Promise<StickMarker | Refusal> {
  const folder = join(root, stickNames.root);
  if (!(await isFolder(folder))) return refusalOf('E102', stickNames.marker, 'no marker');
  const marker = await smallFile(join(folder, stickNames.marker));
  const signature = marker === null ? null : await smallFile(join(folder, stickNames.signature));
  if (marker === null || signature === null) return refusalOf('E102', stickNames.marker, 'no marker');
  return judgeStickMarker(marker, signature, reader);
}

/** Signs a marker and puts it on a stick. An equal one is left as it is; another one is E903. */
export function writeStickMarker(
  root: string,
  signer: Signer,
  marker: StickMarker,
): Promise<{ ok: true } | Refusal> {
  return refusing(stickNames.marker, async () => {
    const bytes = Buffer.from(encodeStickMarker(marker));
    const folder = join(root, stickNames.root);
    await made(folder);
    const signaturePath = join(folder, stickNames.signature);
    // The marker comes last. Where there is none, a signature was left by somebody who was interrupted.
    if ((await smallFile(join(folder, stickNames.marker))) === null) await rm(signaturePath, { force: true });
    const signature = Buffer.from(signSsh(signer, stickNamespace, bytes));
    await placeAs(folder, stickNames.signature, signature);
    await placeAs(folder, stickNames.marker, bytes);
    return { ok: true } as const;
  });
}

/**
 * Signs the marker of one of the station's sticks anew, where another of `reader`'s keys did: the marker itself stays as it
 * is, and the new signature takes the place of the old one in one step. E102 for a stick that is not one of theirs.
 */
export function resignStickMarker(
  root: string,
  reader: StickReader,
  signer: Signer,
): Promise<{ readonly ok: true; readonly marker: StickMarker; readonly renewed: boolean } | Refusal> {
  return refusing(stickNames.marker, async () => {
    const marker = await readStickMarker(root, reader);
    if ('ok' in marker) return marker;
    const held = await readStickMarker(root, { ...reader, sign: [signer.publicKey] });
    if (!('ok' in held)) return { ok: true, marker, renewed: false } as const;
    const signature = signSsh(signer, stickNamespace, Buffer.from(encodeStickMarker(marker)));
    await replaceAs(join(root, stickNames.root), stickNames.signature, Buffer.from(signature));
    return { ok: true, marker, renewed: true } as const;
  });
}

async function made(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    const errno = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (errno === '') throw error;
    const isReadOnly = ['EROFS', 'EACCES', 'EPERM'].includes(errno);
    throw new BundleFault(isReadOnly ? 'E902' : errno === 'ENOSPC' ? 'E901' : 'E904', `folder: ${errno}`);
  }
}

/** A link that only looks like a folder would lead away from the stick. */
async function isFolder(path: string): Promise<boolean> {
  return lstat(path).then(
    (stat) => stat.isDirectory(),
    () => false,
  );
}

/** Null for anything but a regular file of a size a marker may have: a link, a pipe and a huge file are never opened. */
async function smallFile(path: string): Promise<Buffer | null> {
  try {
    const stat = await lstat(path);
    if (!stat.isFile() || stat.size === 0 || stat.size > limits.statement) return null;
    const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const buffer = Buffer.alloc(limits.statement + 1);
      let done = 0;
      let read: number;
      // A stick may give fewer bytes than it was asked for.
      do {
        read = (await handle.read(buffer, done, buffer.length - done, done)).bytesRead;
        done += read;
      } while (read > 0 && done < buffer.length);
      return done > limits.statement ? null : buffer.subarray(0, done);
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}
