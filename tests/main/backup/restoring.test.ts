/** The way back at the lock screen and in the settings: what is damaged, who may, what is shown, what stays. */
import {
  appendFileSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { presentEpoch } from '#main/db/epoch.ts';
import { dataFolder } from '#main/files/data-folder.ts';
import { readMark } from '#main/files/mark.ts';
import { failureOfCall } from '#tests/support/failures.ts';
import { ADMIN, loginOf, openTestOffice, PASSWORD, type TestOffice } from '#tests/support/office.ts';
import { enquiry, newDraft } from '#tests/support/visits.ts';

const administrator = { login: ADMIN.login, password: ADMIN.password };

let desk: TestOffice;

/** A day's work, its backup in the data folder, and one visit after it. */
beforeEach(async () => {
  desk = await openTestOffice({ staffed: true });
  await desk.signIn('officer');
  await register('王先到');
  await desk.office().lock('asked');
  await desk.signIn('officer');
  await register('李后到');
  await desk.restart();
});
afterEach(() => desk.dispose());

function register(name: string) {
  return desk.counter.visitors.register({ visit: { ...enquiry, name }, draft: newDraft() });
}

async function onlyBackup() {
  const [row, ...others] = await desk.counter.restore.found({});
  expect(others).toEqual([]);
  return row?.backup ?? '';
}

async function goAndBegin() {
  const done = await desk.counter.restore.go({});
  await vi.waitFor(() => expect(desk.ended.at(-1)).toBe('restored'), { timeout: 20_000 });
  await desk.restart();
  return done;
}

const file = (name: string) => join(desk.dataDir, name);
const unlockOfficer = () => desk.counter.session.unlock({ login: loginOf('officer'), password: PASSWORD });

describe('an office whose data do not open', () => {
  const hurt: Readonly<Record<string, () => void>> = {
    'has a byte changed in every page': () => {
      const bytes = readFileSync(file('office.db'));
      for (let at = 100; at < bytes.length; at += 4096) bytes[at] = (bytes[at] ?? 0) ^ 1;
      writeFileSync(file('office.db'), bytes);
      rmSync(file('office.db-wal'), { force: true });
    },
    'has another file in the place of its store': () => writeFileSync(file('office.db'), 'x'.repeat(8192)),
    'has lost its key file': () => rmSync(file('vault.json')),
    'has a key file that was cut': () =>
      writeFileSync(file('vault.json'), readFileSync(file('vault.json')).subarray(0, 200)),
  };

  test.each(Object.entries(hurt))(
    '%s: says so, changes nothing, keeps a copy, and comes back',
    async (_what, harm) => {
      harm();
      const before = new Map(
        ['office.db', 'vault.json']
          .filter((name) => existsSync(file(name)))
          .map((name) => [name, readFileSync(file(name))]),
      );
      await desk.restart();
      const { stage, damaged } = await desk.counter.session.state({});
      const failure = await failureOfCall(unlockOfficer());
      expect(failure).toMatchObject({ code: 'data-damaged' });
      expect([stage, damaged]).toEqual(
        before.size < 2 || damaged === 'key-file' ? ['damaged', 'key-file'] : ['locked', null],
      );

      const { folder } = await desk.counter.restore.keepCopy({});
      for (const [name, bytes] of before) {
        expect(readFileSync(file(name)).equals(bytes)).toBe(true);
        expect(readFileSync(join(file(folder), name)).equals(bytes)).toBe(true);
      }
      const preview = await desk.counter.restore.look({ backup: await onlyBackup(), key: administrator });
      // Where the store itself is whole, the key of the backup opens it. Otherwise the mark knows its last line.
      expect(preview.comparedWith).toBe(damaged === 'key-file' ? 'store' : 'mark');
      const seen = readMark(dataFolder(desk.dataDir).mark)?.seen ?? { epoch: 0, n: 0 };
      expect(preview.lacks).toEqual([{ epoch: 1, from: preview.lines + 1, to: seen.n, holder: 'nobody' }]);
      const { replaced, epoch } = await goAndBegin();
      expect(epoch).toBe(2);
      for (const [name, bytes] of before)
        expect(readFileSync(join(file(replaced ?? ''), name)).equals(bytes)).toBe(true);
      await unlockOfficer();
      await desk.counter.journal.verify({});
    },
  );

  test('that was put back by hand is older than this PC has been: it is not opened, and goes on as a restore', async () => {
    const [name = ''] = readdirSync(file('backups'));
    cpSync(join(file('backups'), name, 'office.db'), file('office.db'));
    for (const log of ['office.db-wal', 'office.db-shm']) rmSync(file(log), { force: true });
    expect(await failureOfCall(unlockOfficer())).toEqual({ code: 'data-damaged', part: 'older' });
    desk.shell.choose(desk.dataDir);
    const [here] = await desk.counter.restore.choose({});
    const preview = await desk.counter.restore.look({ backup: here?.backup ?? '', key: administrator });
    expect(preview).toMatchObject({ comparedWith: 'mark', keyFile: 'present' });
    expect(preview.lacks).toHaveLength(1);
    expect(await goAndBegin()).toMatchObject({ epoch: 2 });
    await unlockOfficer();
  });
});

describe('who may', () => {
  test('while the office opens, a password of the day of the backup is none', async () => {
    await desk.counter.session.unlock(administrator);
    await desk.counter.session.changePassword({ current: ADMIN.password, next: 'quite another lantern 7' });
    await desk.restart();
    const look = async (password: string) =>
      desk.counter.restore.look({ backup: await onlyBackup(), key: { login: ADMIN.login, password } });
    expect(await failureOfCall(look(ADMIN.password))).toMatchObject({ code: 'wrong-password' });
    expect(await look('quite another lantern 7')).toMatchObject({
      keyFile: 'present',
      comparedWith: 'store',
    });
    await goAndBegin();
    // The password that was taken away does not come back with the backup.
    expect(await failureOfCall(desk.counter.session.unlock(administrator))).toMatchObject({
      code: 'wrong-password',
    });
    await desk.counter.session.unlock({ login: ADMIN.login, password: 'quite another lantern 7' });
  });

  test('an officer may not, and the recovery code may', async () => {
    const key = { login: loginOf('officer'), password: PASSWORD };
    expect(await failureOfCall(desk.counter.restore.look({ backup: await onlyBackup(), key }))).toEqual({
      code: 'forbidden',
    });
    const code = { code: desk.recoveryCode };
    expect(await desk.counter.restore.look({ backup: await onlyBackup(), key: code })).toMatchObject({
      comparedWith: 'store',
    });
  });

  test('while somebody is signed in, the door of the lock screen is shut', async () => {
    await unlockOfficer();
    expect(await desk.counter.restore.found({})).toEqual([]);
    expect(await failureOfCall(desk.counter.restore.go({}))).toEqual({ code: 'forbidden' });
    expect(await failureOfCall(desk.counter.restore.keepCopy({}))).toEqual({ code: 'forbidden' });
  });
});

describe('in the settings', () => {
  test('an administrator types the password again, sees the differences, and what is replaced was backed up first', async () => {
    await desk.counter.session.unlock(administrator);
    const [row] = await desk.counter.backups.found({});
    const backup = row?.backup ?? '';
    const look = (password: string) => desk.counter.backups.look({ backup, password, key: null });
    expect(await failureOfCall(look('not this one'))).toMatchObject({ code: 'wrong-password' });
    const preview = await look(ADMIN.password);
    const visitors = preview.ledgers.find(({ ledger }) => ledger === 'visitors');
    expect(visitors).toEqual({
      ledger: 'visitors',
      inBackup: 1,
      onlyHere: 1,
      onlyThere: 0,
      newerHere: 0,
      newerThere: 0,
    });
    expect(preview.lacks.map(({ holder }) => holder)).toEqual(['nobody']);
    const { replaced, epoch } = await desk.counter.backups.go({});
    await vi.waitFor(() => expect(desk.ended.at(-1)).toBe('restored'), { timeout: 20_000 });
    await desk.restart();
    expect(readdirSync(file('backups')).some((name) => name.endsWith('-before-restore'))).toBe(true);
    expect(await desk.counter.restore.last({})).toEqual({ replaced });
    await unlockOfficer();
    const raw = desk.office().session.opened()?.store.raw;
    expect(raw === undefined ? 0 : presentEpoch(raw)).toBe(epoch);
  });

  test('a backup that was tampered with is refused before anything is put in place', async () => {
    const [name = ''] = readdirSync(file('backups'));
    appendFileSync(join(file('backups'), name, 'office.db'), 'x'.repeat(5000));
    const path = join(file('backups'), name, 'office.db');
    const bytes = readFileSync(path);
    bytes.fill(0, 4096 * 2, 4096 * 2 + 32);
    writeFileSync(path, bytes);
    await desk.counter.session.unlock(administrator);
    const [row] = await desk.counter.backups.found({});
    const input = { backup: row?.backup ?? '', password: ADMIN.password, key: null };
    expect(await failureOfCall(desk.counter.backups.look(input))).toMatchObject({ code: 'invalid' });
    expect(await failureOfCall(desk.counter.backups.go({}))).toEqual({ code: 'missing' });
  });
});
