/** The key file, damaged by accident and changed on purpose. */
import { hash, randomBytes } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { ARGON_FLOOR } from '#main/session/argon-floor.ts';
import { calibrateArgon, type KeySlot } from '#main/session/key-slot.ts';
import { openKeyring } from '#main/session/keyring.ts';
import { makeRecoveryCode, type RecoveryCode } from '#main/session/recovery-code.ts';
import {
  createVault,
  openWithPassword,
  openWithRecovery,
  readVault,
  type Vault,
} from '#main/session/vault.ts';
import { failureOfLater, failureOfWork } from '#tests/support/failures.ts';
import { makeFolder, tempFolder } from '#tests/support/temp-folder.ts';

// What guards a copied disk is tested at its real cost.
vi.unmock('#main/session/argon-floor.ts');

const DAMAGED = { code: 'data-damaged', part: 'key-file' };
const FACTS = { officeName: '胜利社区警务室', officeCode: '519901-07', language: 'zh' } as const;

let text: string;
let dataKey: Buffer;
let code: RecoveryCode;

/** One vault with two people, made once: each password costs a fifth of a second. */
beforeAll(async () => {
  const folder = makeFolder();
  const path = join(folder, 'vault.json');
  dataKey = randomBytes(32);
  code = makeRecoveryCode();
  const keyring = openKeyring(
    path,
    createVault(path, FACTS, dataKey, code),
    Buffer.from(dataKey),
    ARGON_FLOOR,
  );
  await keyring.put('wangfang', 'the lamp stays lit 24');
  await keyring.put('lijg', 'another long password');
  text = readFileSync(path, 'utf8');
  rmSync(folder, { recursive: true });
});

function fileOf(content: string): string {
  const path = join(tempFolder(), 'vault.json');
  writeFileSync(path, content);
  return path;
}

/** The vault with something changed by somebody who knows how its sum is made, but has no key. */
function forged(
  change: (vault: Record<string, unknown> & { slots: Record<string, unknown>[] }) => void,
): Vault {
  const vault = JSON.parse(text) as Record<string, unknown> & { slots: Record<string, unknown>[] };
  change(vault);
  const { format, v, vaultId, cipher, officeName, officeCode, language, slots, mac } = vault;
  const rows = (slots as unknown as KeySlot[]).map(({ id, kind, kdf, wrap }) => [
    id,
    kind,
    kdf.alg === 'argon2id' ? [kdf.alg, kdf.m, kdf.t, kdf.p, kdf.salt] : [kdf.alg, kdf.salt],
    [wrap.alg, wrap.iv, wrap.ct],
  ]);
  const canonical = JSON.stringify([format, v, vaultId, cipher, officeName, officeCode, language, rows]);
  vault['sum'] = hash('sha256', `${canonical}\n${String(mac)}`);
  return readVault(fileOf(JSON.stringify(vault)));
}

describe('the key file', () => {
  test('opens with each password, with the recovery code, and with nothing else', async () => {
    const vault = readVault(fileOf(text));
    expect(await openWithPassword(vault, 'wangfang', 'the lamp stays lit 24')).toEqual(dataKey);
    expect(await openWithPassword(vault, 'lijg', 'another long password')).toEqual(dataKey);
    expect(await openWithPassword(vault, 'wangfang', 'another long password')).toBeNull();
    expect(await openWithPassword(vault, 'nobody', 'the lamp stays lit 24')).toBeNull();
    expect(await openWithRecovery(vault, code.secret)).toEqual(dataKey);
    expect(await openWithRecovery(vault, randomBytes(20))).toBeNull();
  });

  test('names nobody and derives keys at no less than 64 MiB and three passes', () => {
    expect(text).not.toMatch(/wangfang|lijg/);
    const vault = readVault(fileOf(text));
    expect(vault.slots.map(({ kind }) => kind)).toEqual(['recovery', 'password', 'password']);
    for (const { kdf } of vault.slots)
      if (kdf.alg === 'argon2id') expect([kdf.m >= 65_536, kdf.t >= 3]).toEqual([true, true]);
    const salts = vault.slots.flatMap(({ kdf, wrap }) => [kdf.salt, wrap.iv]);
    expect(new Set(salts).size).toBe(salts.length);
  });

  test('is found damaged before anybody types a password, whichever byte of a value changed', () => {
    const paths = leavesOf(JSON.parse(text));
    expect(paths.length).toBeGreaterThan(25);
    for (const path of paths) {
      const vault = JSON.parse(text) as Record<string, unknown>;
      const newer = path.join('.') === 'v';
      changeLeaf(vault, path);
      expect({ path, found: failureOfWork(() => readVault(fileOf(JSON.stringify(vault)))) }).toEqual({
        path,
        found: newer ? { code: 'newer-version' } : DAMAGED,
      });
    }
  });

  test('is found damaged when it is cut, emptied or not its own kind of file', () => {
    for (const content of [
      '',
      '{',
      'null',
      '[]',
      '{}',
      '"x"',
      text.slice(0, -3),
      text.slice(0, 200),
      text.replace('lamplight-vault', 'other'),
    ])
      expect(failureOfWork(() => readVault(fileOf(content)))).toEqual(DAMAGED);
  });

  test('of a newer version says so', () => {
    expect(failureOfWork(() => readVault(fileOf(text.replace('"v": 1', '"v": 2'))))).toEqual({
      code: 'newer-version',
    });
    expect(failureOfWork(() => readVault(fileOf('{"v":2,"anything":true}')))).toEqual({
      code: 'newer-version',
    });
  });
});

describe('a key file changed on purpose', () => {
  const password = 'the lamp stays lit 24';

  test.each<[string, Parameters<typeof forged>[0]]>([
    ['a slot removed', (vault) => vault.slots.splice(2, 1)],
    ['a slot added', (vault) => vault.slots.push({ ...vault.slots[2], id: 'p0000000000000000' })],
    ['slots in another order', (vault) => vault.slots.reverse()],
    ['another office over the door', (vault) => (vault['officeName'] = '别处警务室')],
    ['another office number', (vault) => (vault['officeCode'] = '519901-08')],
    ['another language', (vault) => (vault['language'] = 'en')],
    ['another seal', (vault) => (vault['mac'] = Buffer.alloc(32).toString('base64'))],
    ['a seal cut short', (vault) => (vault['mac'] = 'AAAA')],
    [
      'the slot of a colleague made cheaper',
      (vault) => Object.assign(vault.slots[2]?.['kdf'] as object, { t: 4 }),
    ],
  ])('%s is found out by the first person who unlocks', async (_what, change) => {
    const vault = forged(change);
    expect(await failureOfLater(() => openWithRecovery(vault, code.secret))).toEqual(DAMAGED);
  });

  test('the recovery slot removed is found out by a password as well', async () => {
    const vault = forged(({ slots }) => slots.splice(0, 1));
    expect(await failureOfLater(() => openWithPassword(vault, 'wangfang', password))).toEqual(DAMAGED);
  });

  test('a slot below the floor is no slot', () => {
    for (const weak of [{ m: 1024 }, { t: 1 }, { t: 2 }, { m: 0 }, { p: 2 }, { alg: 'argon2i' }])
      expect(
        failureOfWork(() => forged((vault) => Object.assign(vault.slots[1]?.['kdf'] as object, weak))),
      ).toEqual(DAMAGED);
  });

  test('a slot moved to another name, or given other parameters, opens nothing', async () => {
    const moved = forged((vault) => {
      const [, own, other] = vault.slots;
      if (own !== undefined && other !== undefined) other['id'] = own['id'];
      vault.slots.splice(1, 1);
    });
    expect(await openWithPassword(moved, 'wangfang', 'another long password')).toBeNull();
    const changed = forged((vault) => Object.assign(vault.slots[1]?.['kdf'] as object, { t: 4 }));
    expect(await openWithPassword(changed, 'wangfang', password)).toBeNull();
  });
});

describe('the open vault', () => {
  test('loses nothing when two people get their passwords at once and a third is dismissed meanwhile', async () => {
    const path = fileOf(text);
    const keyring = openKeyring(path, readVault(path), Buffer.from(dataKey));
    const both = Promise.all([
      keyring.put('first', 'a long first password'),
      keyring.put('second', 'a long second password'),
    ]);
    keyring.drop('lijg');
    await both;
    const vault = readVault(path);
    expect(vault.slots).toHaveLength(4);
    expect(await openWithPassword(vault, 'first', 'a long first password')).toEqual(dataKey);
    expect(await openWithPassword(vault, 'second', 'a long second password')).toEqual(dataKey);
    expect(await openWithPassword(vault, 'lijg', 'another long password')).toBeNull();
  });

  test('takes what two input methods compose differently for the same password', async () => {
    const path = fileOf(text);
    const keyring = openKeyring(path, readVault(path), Buffer.from(dataKey));
    await keyring.put('wangfang', 'caf\u00e9 by the lamp');
    expect(await keyring.proves('wangfang', 'cafe\u0301 by the lamp')).toBe(true);
    expect(await keyring.proves('wangfang', 'cafe by the lamp')).toBe(false);
  });

  test('measures the PC once: the slower it is the less memory, but never below the floor', async () => {
    let now = 0;
    const slow = await calibrateArgon(() => (now += 5000));
    expect(slow).toEqual(ARGON_FLOOR);
  });
});

type Path = readonly (string | number)[];

function leavesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, child]) =>
    leavesOf(child, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** Another value of the same type, so that only its content is wrong. */
function changeLeaf(root: object, path: Path): void {
  const holder = path
    .slice(0, -1)
    .reduce<Record<string | number, unknown>>(
      (node, key) => node[key] as Record<string | number, unknown>,
      root as Record<string, unknown>,
    );
  const key = path.at(-1) ?? '';
  const value = holder[key];
  holder[key] =
    typeof value === 'number'
      ? value + 1
      : String(value).replace(/^./u, (first) => (first === 'A' ? 'B' : 'A'));
}
