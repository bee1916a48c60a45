/** One way to the data key: a password through argon2id, or the recovery code through HKDF; both wrap with AES-256-GCM. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { argon2id } from 'hash-wasm';
import * as z from 'zod/mini';
import { ARGON_FLOOR } from './argon-floor.ts';

const ARGON_STEPS = [64, 128, 192, 256] as const;
/** A PC that derives faster than this gets the next larger memory. */
const ARGON_TARGET_MS = 700;

const b64 = z.string().check(z.regex(/^[A-Za-z0-9+/]+={0,2}$/));
const wrapSchema = z.object({ alg: z.literal('aes-256-gcm'), iv: b64, ct: b64 });
const argonSchema = z.object({
  alg: z.literal('argon2id'),
  /** Memory in KiB. */
  m: z.int().check(z.minimum(ARGON_FLOOR.m), z.maximum(4 * 1024 * 1024)),
  t: z.int().check(z.minimum(ARGON_FLOOR.t), z.maximum(20)),
  p: z.literal(1),
  salt: b64,
});
const hkdfSchema = z.object({ alg: z.literal('hkdf-sha256'), salt: b64 });

export const slotSchema = z.discriminatedUnion('kind', [
  z.object({ id: z.string(), kind: z.literal('password'), kdf: argonSchema, wrap: wrapSchema }),
  z.object({ id: z.string(), kind: z.literal('recovery'), kdf: hkdfSchema, wrap: wrapSchema }),
]);
export type KeySlot = z.infer<typeof slotSchema>;
export type ArgonCost = { readonly m: number; readonly t: number };

/** The costliest setting this PC derives within the target; measured once, at set-up. */
export async function calibrateArgon(now: () => number = () => performance.now()): Promise<ArgonCost> {
  let chosen: ArgonCost = ARGON_FLOOR;
  for (const mib of ARGON_STEPS) {
    const cost = { m: mib * 1024, t: ARGON_FLOOR.t };
    const started = now();
    await derive('calibration', randomBytes(16), cost);
    if (now() - started > ARGON_TARGET_MS) break;
    chosen = cost;
  }
  return chosen;
}

export async function sealWithPassword(
  vaultId: string,
  id: string,
  password: string,
  cost: ArgonCost,
  dataKey: Uint8Array,
): Promise<KeySlot> {
  const salt = randomBytes(16);
  const kdf = { alg: 'argon2id', m: cost.m, t: cost.t, p: 1, salt: salt.toString('base64') } as const;
  const key = await derive(password, salt, cost);
  return { id, kind: 'password', kdf, wrap: wrap(key, dataKey, bound(vaultId, id, 'password', kdf)) };
}

export function sealWithRecovery(
  vaultId: string,
  id: string,
  secret: Uint8Array,
  dataKey: Uint8Array,
): KeySlot {
  const salt = randomBytes(16);
  const kdf = { alg: 'hkdf-sha256', salt: salt.toString('base64') } as const;
  return {
    id,
    kind: 'recovery',
    kdf,
    wrap: wrap(stretch(secret, salt), dataKey, bound(vaultId, id, 'recovery', kdf)),
  };
}

/** The data key, or null when the secret is not the one of this slot. */
export async function openSlot(
  vaultId: string,
  slot: KeySlot,
  secret: string | Uint8Array,
): Promise<Buffer | null> {
  const salt = Buffer.from(slot.kdf.salt, 'base64');
  if (slot.kind === 'password') {
    if (typeof secret !== 'string') return null;
    return unwrap(
      await derive(secret, salt, slot.kdf),
      slot.wrap,
      bound(vaultId, slot.id, slot.kind, slot.kdf),
    );
  }
  if (typeof secret === 'string') return null;
  return unwrap(stretch(secret, salt), slot.wrap, bound(vaultId, slot.id, slot.kind, slot.kdf));
}

async function derive(password: string, salt: Uint8Array, cost: ArgonCost): Promise<Buffer> {
  // Two input methods may compose the same word differently.
  const key = await argon2id({
    password: password.normalize('NFC'),
    salt,
    iterations: cost.t,
    memorySize: cost.m,
    parallelism: 1,
    hashLength: 32,
    outputType: 'binary',
  });
  return Buffer.from(key);
}

function stretch(secret: Uint8Array, salt: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, 'lamplight-recovery', 32));
}

/** Bound to the wrap as associated data, so that a slot cannot be moved, renamed or given weaker parameters. */
function bound(vaultId: string, id: string, kind: string, kdf: KeySlot['kdf']): Buffer {
  return Buffer.from(JSON.stringify([vaultId, id, kind, kdf]));
}

function wrap(key: Buffer, dataKey: Uint8Array, aad: Buffer): KeySlot['wrap'] {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(aad);
  const ct = Buffer.concat([cipher.update(dataKey), cipher.final(), cipher.getAuthTag()]);
  key.fill(0);
  return { alg: 'aes-256-gcm', iv: iv.toString('base64'), ct: ct.toString('base64') };
}

function unwrap(key: Buffer, sealed: KeySlot['wrap'], aad: Buffer): Buffer | null {
  const bytes = Buffer.from(sealed.ct, 'base64');
  if (bytes.length !== 48) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(sealed.iv, 'base64')).setAAD(aad);
    decipher.setAuthTag(bytes.subarray(32));
    return Buffer.concat([decipher.update(bytes.subarray(0, 32)), decipher.final()]);
  } catch {
    return null;
  } finally {
    key.fill(0);
  }
}
