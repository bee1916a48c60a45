/**
 * vault.json: the slots through which people reach the random data key. It names nobody: a slot's id is a hash of the
 * sign-in name. The MAC is checked after unlocking, so that a slot added or weakened by hand is found out.
 */
import { createHmac, hash, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { refuse } from '#shared/kernel/failure.ts';
import { replaceFile } from '#main/files/replace-file.ts';
import {
  sealWithPassword,
  sealWithRecovery,
  slotSchema,
  openSlot,
  type ArgonCost,
  type KeySlot,
} from './key-slot.ts';
import type { RecoveryCode } from './recovery-code.ts';

const FORMAT = 'lamplight-vault';
const VERSION = 1;
const RECOVERY_ID = 'recovery';

const vaultSchema = z.object({
  format: z.literal(FORMAT),
  v: z.literal(VERSION),
  vaultId: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  cipher: z.literal('sqlcipher-4'),
  /** The name over the door, so that the lock screen can show it. */
  officeName: z.string(),
  officeCode: z.string(),
  language: z.enum(['zh', 'en']),
  slots: z.array(slotSchema),
  /** HMAC under the data key: finds what was changed by hand, once somebody has unlocked. */
  mac: z.string(),
  /** SHA-256 of all the rest: tells a damaged file from a wrong password before anybody has unlocked. */
  sum: z.string(),
});
type VaultFile = z.infer<typeof vaultSchema>;
export type VaultFacts = Pick<VaultFile, 'officeName' | 'officeCode' | 'language'>;

/** A vault read from disk. Its methods that change it write the file and need the data key. */
export type Vault = Readonly<VaultFile>;

export function readVault(path: string): Vault {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) refuse({ code: 'data-damaged', part: 'key-file' });
    throw error;
  }
  const version = z.object({ v: z.number() }).safeParse(value);
  if (version.success && version.data.v > VERSION) refuse({ code: 'newer-version' });
  const vault = vaultSchema.safeParse(value);
  if (!vault.success || vault.data.sum !== sumOf(vault.data))
    refuse({ code: 'data-damaged', part: 'key-file' });
  return vault.data;
}

export function createVault(path: string, facts: VaultFacts, dataKey: Uint8Array, code: RecoveryCode): Vault {
  const vaultId = randomBytes(16).toString('hex');
  const slots = [sealWithRecovery(vaultId, RECOVERY_ID, code.secret, dataKey)];
  return write(
    path,
    { format: FORMAT, v: VERSION, vaultId, cipher: 'sqlcipher-4', ...facts, slots },
    dataKey,
  );
}

/** A slot for a sign-in name, not yet in any vault. */
export function sealSlot(
  vault: Vault,
  dataKey: Uint8Array,
  login: string,
  password: string,
  cost: ArgonCost,
): Promise<KeySlot> {
  return sealWithPassword(vault.vaultId, slotId(vault, login), password, cost, dataKey);
}

/** Adds the slot, or replaces the one of the same sign-in name. */
export function putSlot(path: string, vault: Vault, dataKey: Uint8Array, slot: KeySlot): Vault {
  const others = vault.slots.filter((other) => other.id !== slot.id);
  return write(path, { ...vault, slots: [...others, slot] }, dataKey);
}

export function dropPassword(path: string, vault: Vault, dataKey: Uint8Array, login: string): Vault {
  const id = slotId(vault, login);
  return write(path, { ...vault, slots: vault.slots.filter((slot) => slot.id !== id) }, dataKey);
}

/** Keeps the lock screen's words true after the office was renamed. */
export function putFacts(path: string, vault: Vault, dataKey: Uint8Array, facts: VaultFacts): Vault {
  return write(path, { ...vault, ...facts }, dataKey);
}

/** The data key, or null for a wrong name or password: which of the two stays unsaid. */
export async function openWithPassword(
  vault: Vault,
  login: string,
  password: string,
): Promise<Buffer | null> {
  const id = slotId(vault, login);
  const slot = vault.slots.find((one) => one.id === id);
  // An unknown name costs the same time as a wrong password.
  const key = await openSlot(vault.vaultId, slot ?? decoy(vault, id), password);
  return slot === undefined ? null : checked(vault, key);
}

/** For the command line, where no name is typed: the first slot the password opens, and how to tell whose it is. */
export async function openWithAny(
  vault: Vault,
  password: string,
): Promise<{ readonly dataKey: Buffer; readonly isOf: (login: string) => boolean } | null> {
  for (const slot of vault.slots) {
    if (slot.kind !== 'password') continue;
    const dataKey = await openSlot(vault.vaultId, slot, password);
    if (dataKey !== null && checked(vault, dataKey) !== null)
      return { dataKey, isOf: (login) => slotId(vault, login) === slot.id };
  }
  return null;
}

export async function openWithRecovery(vault: Vault, secret: Uint8Array): Promise<Buffer | null> {
  const slot = vault.slots.find((one) => one.kind === 'recovery');
  return slot === undefined ? null : checked(vault, await openSlot(vault.vaultId, slot, secret));
}

/** Whether somebody of this sign-in name has a password in it. */
export function hasPassword(vault: Vault, login: string): boolean {
  const id = slotId(vault, login);
  return vault.slots.some((slot) => slot.kind === 'password' && slot.id === id);
}

/** The cost new slots get: that of the dearest password slot there is. */
export function costOf(vault: Vault, floor: ArgonCost): ArgonCost {
  return vault.slots.reduce<ArgonCost>(
    (cost, slot) =>
      slot.kind === 'password' && slot.kdf.m > cost.m ? { m: slot.kdf.m, t: slot.kdf.t } : cost,
    floor,
  );
}

/** A slot's name on disk. It tells nothing to somebody who does not know the sign-in name. */
function slotId(vault: Pick<Vault, 'vaultId'>, login: string): string {
  return `p${hash('sha256', `${vault.vaultId}\n${login}`).slice(0, 16)}`;
}

function decoy(vault: Vault, id: string): KeySlot {
  const like = vault.slots.find((slot) => slot.kind === 'password');
  if (like === undefined) refuse({ code: 'data-damaged', part: 'key-file' });
  return { ...like, id };
}

function checked(vault: Vault, dataKey: Buffer | null): Buffer | null {
  if (dataKey === null) return null;
  const [own, given] = [macOf(vault, dataKey), Buffer.from(vault.mac, 'base64')];
  if (own.length !== given.length || !timingSafeEqual(own, given))
    refuse({ code: 'data-damaged', part: 'key-file' });
  return dataKey;
}

type VaultBody = Omit<VaultFile, 'mac' | 'sum'>;

function macOf(vault: VaultBody, dataKey: Uint8Array): Buffer {
  const key = Buffer.from(hkdfSync('sha256', dataKey, vault.vaultId, 'lamplight-vault', 32));
  return createHmac('sha256', key).update(canonical(vault)).digest();
}

function sumOf(vault: VaultBody & Pick<VaultFile, 'mac'>): string {
  return hash('sha256', `${canonical(vault)}\n${vault.mac}`);
}

function canonical(vault: VaultBody): string {
  // Schema order, so that the text does not depend on how the object was put together.
  const { format, v, vaultId, cipher, officeName, officeCode, language, slots } = vault;
  return JSON.stringify([
    format,
    v,
    vaultId,
    cipher,
    officeName,
    officeCode,
    language,
    slots.map(canonicalSlot),
  ]);
}

function canonicalSlot(slot: KeySlot): unknown[] {
  const { kdf, wrap } = slot;
  const cost = kdf.alg === 'argon2id' ? [kdf.alg, kdf.m, kdf.t, kdf.p, kdf.salt] : [kdf.alg, kdf.salt];
  return [slot.id, slot.kind, cost, [wrap.alg, wrap.iv, wrap.ct]];
}

function write(path: string, vault: VaultBody, dataKey: Uint8Array): Vault {
  const { format, v, vaultId, cipher, officeName, officeCode, language, slots } = vault;
  const body = { format, v, vaultId, cipher, officeName, officeCode, language, slots };
  const mac = macOf(body, dataKey).toString('base64');
  const file = { ...body, mac, sum: sumOf({ ...body, mac }) };
  replaceFile(path, `${JSON.stringify(file, null, 1)}\n`);
  return file;
}
