/** The store at rest: nothing readable without the key, and nothing silently wrong with it. */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Failure } from '#shared/kernel/failure.ts';
import { openStore } from '#main/db/open.ts';
import { verifyStore } from '#main/db/verify.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { failureOf } from '#main/rpc/failure-of.ts';
import { failureOfCall } from '#tests/support/failures.ts';
import {
  ADMIN,
  OFFICE,
  openTestOffice,
  PASSWORD,
  PEOPLE,
  loginOf,
  type TestOffice,
} from '#tests/support/office.ts';
import { makeStation } from '#tests/support/station-keys.ts';
import { dataKeyOf } from '#tests/support/store.ts';
import { decryptSqlcipher } from '#tests/support/sqlcipher-reader.ts';
import { makeFolder, tempFolder } from '#tests/support/temp-folder.ts';
import { enquiry, newDraft } from '#tests/support/visits.ts';

const VISITOR = { name: '欧阳夏丹', phone: '15400098765', summary: '楼上漏水三个月没有人管' };
const DRAFTED = '没写完的来访内容';
const REASON = '核对电话号码是否有误';

let desk: TestOffice;
let key: Buffer;
let stick: string;

// One office at work: registered, revealed, drafted, exported. Its files are only read by the tests below.
beforeAll(async () => {
  desk = await openTestOffice({ staffed: true });
  key = await dataKeyOf(desk.dataDir, ADMIN.login, ADMIN.password);
  await desk.signIn('officer');
  const { counter, shell } = desk;
  stick = makeFolder();
  const station = await makeStation();
  const row = await counter.visitors.register({
    visit: { ...enquiry, ...VISITOR, matter: 'dispute' },
    draft: newDraft(),
  });
  await counter.visitors.reveal({ id: row.id, field: 'phone', reason: 'other', note: REASON });
  await counter.drafts.keep({
    id: newDraft(),
    form: 'visitor',
    content: JSON.stringify({ summary: DRAFTED }),
  });
  shell.choose(await station.card(stick));
  const { card } = await counter.station.chooseCard({});
  await counter.station.pin({ card, digits: station.digits });
  shell.choose(stick);
  const { handle } = await counter.weekly.chooseFolder({});
  await counter.weekly.export({ folder: handle });
  await counter.visitors.amend({
    id: row.id,
    revision: row.revision,
    visit: { ...enquiry, ...VISITOR, matter: 'dispute', phone: '15400098766' },
  });
});
afterAll(async () => {
  await desk.dispose();
  rmSync(stick, { recursive: true, force: true });
});

const files = () =>
  readdirSync(desk.dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe('the data folder of an office at work', () => {
  test('holds a write-ahead log and a sealed bundle, so that the search below looks at them too', () => {
    const names = files().map((path) => path.slice(desk.dataDir.length + 1));
    expect(names).toEqual(expect.arrayContaining(['office.db', 'office.db-wal', 'vault.json']));
    expect(names.filter((name) => /^outbox.[0-9a-f]{32}\.jwb$/.test(name))).toHaveLength(1);
    expect(readFileSync(join(desk.dataDir, 'office.db-wal')).length).toBeGreaterThan(4096);
  });

  test('shows no visitor, no phone, no word, no colleague and no secret in any file, in any way of writing', () => {
    const words = [
      ...Object.values(VISITOR),
      '15400098766',
      '154000',
      DRAFTED,
      REASON,
      PASSWORD,
      ADMIN.name,
      ADMIN.login,
      ADMIN.password,
      ...Object.values(PEOPLE).flatMap(({ name, badgeNo, phone }) => [name, badgeNo, phone]),
      loginOf('officer'),
      loginOf('auxiliary'),
      'dispute',
      'visitors',
      'AGE-SECRET-KEY',
      key.toString('hex'),
      desk.recoveryCode,
      desk.recoveryCode.replaceAll('-', ''),
    ].filter((word) => word !== '');
    const needles = words.flatMap((word) => [
      Buffer.from(word, 'utf8'),
      Buffer.from(word, 'utf16le'),
      Buffer.from(word, 'utf16le').swap16(),
    ]);
    const found = files().flatMap((path) => {
      const bytes = readFileSync(path);
      return [...needles, key]
        .filter((needle) => bytes.includes(needle))
        .map((needle) => `${path}: ${needle.toString()}`);
    });
    expect(found).toEqual([]);
  });

  test('says on the outside only whose door it is', () => {
    const vault = JSON.parse(readFileSync(join(desk.dataDir, 'vault.json'), 'utf8')) as Record<
      string,
      unknown
    >;
    expect(vault).toMatchObject({ officeName: OFFICE.name, officeCode: OFFICE.code });
  });

  test('is encrypted from the first byte, and no other key opens it', () => {
    const path = join(desk.dataDir, 'office.db');
    expect(readFileSync(path).subarray(0, 16).toString('latin1')).not.toBe('SQLite format 3\0');
    for (const wrong of [randomBytes(32), Buffer.alloc(32), Buffer.from(key).reverse()])
      expect(failureOfStore(() => openStore(path, wrong))).toEqual({
        code: 'data-damaged',
        part: 'database',
      });
    for (const length of [0, 16, 31, 33, 64])
      expect(() => openStore(path, randomBytes(length))).toThrow(RangeError);
    const plain = new Database(path, { readonly: true });
    onTestFinished(() => void plain.close());
    expect(() => plain.prepare('SELECT * FROM sqlite_schema').all()).toThrow(/not a database/);
  });

  test('is read without the library that wrote it: every page proved, and a plain SQLite file comes out', () => {
    const path = join(copyOf(), 'office.db');
    settle(path);
    const plain = decryptSqlcipher(readFileSync(path), key);
    expect(() => decryptSqlcipher(readFileSync(path), randomBytes(32))).toThrow('page 1');
    writeFileSync(`${path}.plain`, plain);
    const db = new Database(`${path}.plain`);
    onTestFinished(() => void db.close());
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(db.prepare('SELECT name, phone, summary FROM visitors').all()).toEqual([
      { ...VISITOR, phone: '15400098766' },
    ]);
  });

  test('is read by the stock sqlcipher tool from version 4 on; the version 3 of Debian 12 refuses it and shows nothing', () => {
    const path = join(copyOf(), 'office.db');
    settle(path);
    const said = sqlcipher(':memory:', 'PRAGMA cipher_version;');
    expect(said, 'apt install sqlcipher').toMatch(/^\d+\.\d+/);
    const read = (hex: string) =>
      sqlcipher(path, `PRAGMA key = "x'${hex}'"; SELECT name, phone, summary FROM visitors;`);
    if (Number.parseInt(said, 10) >= 4)
      expect(read(key.toString('hex'))).toContain(`${VISITOR.name}|15400098766|${VISITOR.summary}`);
    else expect(read(key.toString('hex'))).toMatch(/not a database/);
    const wrong = read('00'.repeat(32));
    expect(wrong).toMatch(/not a database/);
    expect(wrong).not.toContain(VISITOR.name);
  });
});

describe('a store whose bytes changed', () => {
  test('is refused, whichever page it is', () => {
    const folder = copyOf();
    const path = join(folder, 'office.db');
    settle(path);
    const whole = readFileSync(path);
    const pages = whole.length / 4096;
    expect(pages).toBeGreaterThan(20);
    for (let page = 0; page < pages; page += 1) {
      const bytes = Buffer.from(whole);
      const at = page * 4096 + ((page * 577 + 31) % 4096);
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << (page % 8)), at);
      writeFileSync(path, bytes);
      expect({ page, found: failureOfStore(() => prove(path)) }).toEqual({
        page,
        found: { code: 'data-damaged', part: 'database' },
      });
    }
    writeFileSync(path, whole);
    expect(prove(path).lines).toBeGreaterThan(10);
  });

  test('is refused when pages are swapped, blank or cut off', () => {
    const folder = copyOf();
    const path = join(folder, 'office.db');
    settle(path);
    const whole = readFileSync(path);
    const page = (n: number) => whole.subarray(n * 4096, (n + 1) * 4096);
    const swapped = Buffer.from(whole);
    page(3).copy(swapped, 5 * 4096);
    page(5).copy(swapped, 3 * 4096);
    const blank = Buffer.from(whole).fill(0, 4 * 4096, 5 * 4096);
    for (const bytes of [
      swapped,
      blank,
      whole.subarray(0, 8 * 4096),
      whole.subarray(0, 100),
      Buffer.alloc(0),
      randomBytes(8192),
    ]) {
      writeFileSync(path, bytes);
      expect(failureOfStore(() => prove(path))).toEqual({ code: 'data-damaged', part: 'database' });
    }
  });

  test('is told to the person at the lock screen, and nothing is set up over it', async () => {
    const cases: [(path: string) => void, Failure][] = [
      [(path) => truncateSync(path, 0), { code: 'data-damaged', part: 'database' }],
      [(path) => writeFileSync(path, randomBytes(40_960)), { code: 'data-damaged', part: 'database' }],
      [(path) => writeFileSync(path, plainStore()), { code: 'data-damaged', part: 'database' }],
    ];
    for (const [harm, failure] of cases) {
      const folder = copyOf();
      const path = join(folder, 'office.db');
      settle(path);
      harm(path);
      const before = readFileSync(path);
      const other = await openTestOffice({ dataDir: folder });
      expect(await other.counter.session.state({})).toMatchObject({ stage: 'locked' });
      expect(
        await failureOfCall(other.counter.session.unlock({ login: ADMIN.login, password: ADMIN.password })),
      ).toEqual(failure);
      expect(
        await failureOfCall(
          other.counter.setup.begin({ language: 'zh', office: OFFICE, administrator: ADMIN }),
        ),
      ).toEqual({ code: 'already-set-up' });
      await other.dispose();
      expect(readFileSync(path).equals(before)).toBe(true);
    }
  });

  test('that is gone is damage, and so is a key file that is gone: neither is a fresh start', async () => {
    const noStore = copyOf();
    settle(join(noStore, 'office.db'));
    rmSync(join(noStore, 'office.db'));
    const first = await openTestOffice({ dataDir: noStore });
    expect(
      await failureOfCall(first.counter.session.unlock({ login: ADMIN.login, password: ADMIN.password })),
    ).toEqual({ code: 'data-damaged', part: 'database' });
    await first.dispose();
    expect(existsSync(join(noStore, 'office.db'))).toBe(false);

    const noKeys = copyOf();
    rmSync(join(noKeys, 'vault.json'));
    const second = await openTestOffice({ dataDir: noKeys });
    const damaged = { code: 'data-damaged', part: 'key-file' };
    expect(await second.counter.session.state({})).toMatchObject({ stage: 'damaged', damaged: 'key-file' });
    expect(
      await failureOfCall(
        second.counter.setup.begin({ language: 'zh', office: OFFICE, administrator: ADMIN }),
      ),
    ).toEqual(damaged);
    await second.dispose();
    expect(existsSync(join(noKeys, 'office.db'))).toBe(true);
  });
});

/** The office's files as they lie there now, in a folder of their own. */
function copyOf(): string {
  const folder = tempFolder();
  for (const name of ['office.db', 'office.db-wal', 'vault.json'])
    if (existsSync(join(desk.dataDir, name))) cpSync(join(desk.dataDir, name), join(folder, name));
  return folder;
}

/** Brings the log into the file. */
function settle(path: string): void {
  openStore(path, key).close();
}

function prove(path: string) {
  const store = openStore(path, key);
  try {
    return verifyStore(store.raw, OFFICE.code, LEDGER_TABLES);
  } finally {
    store.close();
  }
}

function failureOfStore(work: () => unknown): Failure {
  try {
    work();
  } catch (error) {
    return failureOf(error, (_reference, defect) => {
      throw defect;
    });
  }
  throw new Error('the store was opened');
}

function plainStore(): Buffer {
  const db = new Database(join(tempFolder(), 'plain.db'));
  db.exec('CREATE TABLE journal (n INTEGER)');
  const bytes = readFileSync(db.name);
  db.close();
  return bytes;
}

/** What the tool prints, on both its outputs; the name of the error where it is not there. */
function sqlcipher(path: string, sql: string): string {
  const { stdout, stderr, error } = spawnSync('sqlcipher', ['-batch', '-noheader', path], {
    input: sql,
    encoding: 'utf8',
  });
  return error === undefined ? `${stdout}${stderr}` : error.message;
}
