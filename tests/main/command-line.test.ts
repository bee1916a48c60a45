import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '#shared/kernel/clock.ts';
import { openLockFile } from '#sealed-sqlite/lock-file.ts';
import { runOffice } from '#main/cli/run.ts';
import { ARGON_FLOOR } from '#main/session/argon-floor.ts';
import { makeStation, STATION } from '#tests/support/station-keys.ts';
import { makeFolder } from '#tests/support/temp-folder.ts';

const PASSWORD = 'the lamp stays lit 24';
const IDENTITY = [
  '--code',
  '519901-07',
  '--name',
  '胜利',
  '--station',
  '青禾',
  '--admin',
  '陈所长',
  '--login',
  'admin',
];

interface Run {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
  /** The one object of --json. */
  readonly answer: Record<string, unknown>;
}

async function run(argv: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Run> {
  let out = '';
  let err = '';
  const exit = await runOffice(argv, {
    out: (text) => (out += text),
    err: (text) => (err += text),
    env: { LAMPLIGHT_PASSWORD: PASSWORD, ...env },
    clock: systemClock,
    askSecret: () => Promise.resolve(null),
    argonCost: ARGON_FLOOR,
  });
  const answer = argv.includes('--json') ? (JSON.parse(out) as Record<string, unknown>) : {};
  return { exit, out, err, answer };
}

let folder: string;
let data: string;
let recoveryCode: string;
const at = (...parts: string[]) => join(folder, ...parts);

beforeAll(async () => {
  folder = makeFolder();
  data = at('office');
  const { exit, answer } = await run(['init', '--data', data, ...IDENTITY, '--json']);
  expect(exit).toBe(0);
  recoveryCode = String(answer['recoveryCode']);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the command line', () => {
  test('sets an office up once, and never over another', async () => {
    expect(recoveryCode).toMatch(/^([0-9A-Z]{4}-){8}[0-9A-Z]{4}$/);
    const again = await run(['init', '--data', data, ...IDENTITY, '--json']);
    expect([again.exit, again.answer]).toEqual([3, { ok: false, code: 'already-set-up' }]);
  });

  test('prints one object and nothing else on standard output', async () => {
    const { out, answer } = await run(['verify', '--data', data, '--json']);
    expect(out.trim().split('\n')).toHaveLength(1);
    expect(answer).toMatchObject({ ok: true, rows: { office: 1, staff: 1, visitors: 0 } });
  });

  test('fills a practice office, the same people from the same seed, and refuses a place that could be real', async () => {
    const seeded = await run(['seed', '--data', data, '--rows', '0', '--visitors', '40', '--json']);
    expect(seeded.answer).toMatchObject({ ok: true, visitors: 40, logins: ['ljg', 'wf', 'cg', 'zm'] });
    const people = await run(['seed', '--data', data, '--rows', '50', '--visitors', '0', '--json']);
    expect(people.answer).toMatchObject({ ok: true, residents: 50, visitors: 0 });
    const { answer } = await run(['stats', '--data', data, '--login', 'wf', '--json']);
    expect(answer).toMatchObject({
      live: { office: 1, staff: 5, visitors: 40, residents: 50 },
      weekly: 'not-enrolled',
    });

    const real = at('real');
    const place = IDENTITY.map((word) => (word === '519901-07' ? '510101-07' : word));
    await run(['init', '--data', real, ...place]);
    expect(await run(['seed', '--data', real, '--json'])).toMatchObject({
      exit: 3,
      answer: { ok: false, code: 'invalid', issues: [{ field: 'code', rule: 'real-office' }] },
    });
  });

  test('tells a wrong word, a wrong password, a missing folder and a second instance apart', async () => {
    expect((await run(['verify'])).exit).toBe(2);
    expect((await run(['verify', '--data', data, '--colour', 'red', '--json'])).answer).toMatchObject({
      code: 'usage',
    });
    expect((await run(['nonsense'])).exit).toBe(2);
    const wrong = await run(['verify', '--data', data, '--json'], {
      LAMPLIGHT_PASSWORD: 'nobody has this one',
    });
    expect([wrong.exit, wrong.answer['code']]).toEqual([4, 'wrong-password']);
    const nowhere = await run(['verify', '--data', at('mistyped'), '--json']);
    expect([nowhere.exit, nowhere.answer['code']]).toEqual([3, 'not-set-up']);
    expect(existsSync(at('mistyped'))).toBe(false);
    const letGo = openLockFile(join(data, 'lock.db'));
    try {
      const busy = await run(['verify', '--data', data, '--json']);
      expect([busy.exit, busy.answer]).toEqual([7, { ok: false, code: 'busy' }]);
    } finally {
      letGo?.();
    }
  });

  test('says which file is damaged, with exit 5, and leaves it as it was', async () => {
    const broken = at('broken');
    await run(['init', '--data', broken, ...IDENTITY]);
    const path = join(broken, 'office.db');
    const bytes = readFileSync(path);
    bytes.writeUInt8(bytes.readUInt8(5000) ^ 1, 5000);
    writeFileSync(path, bytes);
    const { exit, answer } = await run(['verify', '--data', broken, '--json']);
    expect([exit, answer]).toEqual([5, { ok: false, code: 'data-damaged', part: 'database' }]);
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  test('gives an account a new password with the recovery code', async () => {
    const refused = await run(['recover', '--data', data, '--login', 'wf', '--json'], {
      LAMPLIGHT_RECOVERY: recoveryCode.replace(/^..../, '0000'),
      LAMPLIGHT_PASSWORD: 'a new lamp for 2026',
    });
    expect([refused.exit, refused.answer['code']]).toEqual([4, 'wrong-recovery-code']);
    const recovered = await run(['recover', '--data', data, '--login', 'wf', '--json'], {
      LAMPLIGHT_RECOVERY: recoveryCode,
      LAMPLIGHT_PASSWORD: 'a new lamp for 2026',
    });
    expect([recovered.exit, recovered.answer]).toEqual([0, { ok: true, login: 'wf' }]);
    expect(
      (await run(['stats', '--data', data, '--login', 'wf'], { LAMPLIGHT_PASSWORD: 'a new lamp for 2026' }))
        .exit,
    ).toBe(0);
  });

  test('pins a station by its digits, exports a week, and exports nothing to a stick that is not there', async () => {
    const station = await makeStation();
    const stick = at('stick');
    mkdirSync(stick);
    const card = await station.card(stick);
    const not = await run(['export', '--data', data, '--login', 'admin', '--to', stick, '--json']);
    expect([not.exit, not.answer['code']]).toEqual([3, 'not-enrolled']);
    const pin = (digits: string) =>
      run([
        'enrol',
        '--data',
        data,
        '--login',
        'admin',
        '--card',
        card,
        '--digits',
        digits,
        '--out',
        stick,
        '--json',
      ]);
    const differ = await pin('00000 '.repeat(8).trim());
    expect([differ.exit, differ.answer['code']]).toEqual([5, 'digits-differ']);
    expect(await pin(station.digits.replaceAll(' ', '-'))).toMatchObject({
      exit: 0,
      answer: { ok: true, station: STATION },
    });

    const gone = await run(['export', '--data', data, '--login', 'admin', '--to', at('no-stick'), '--json']);
    expect([gone.exit, gone.answer['code']]).toEqual([6, 'stick']);
    const week = await run(['export', '--data', data, '--login', 'admin', '--to', stick, '--json']);
    expect(week).toMatchObject({
      exit: 0,
      answer: { ok: true, live: { visitors: 40 }, bundles: [{ seq: 1, from: 1 }] },
    });
    const [file] = readdirSync(join(stick, 'JWB', 'to-station'));
    expect(week.answer['bundles']).toMatchObject([{ file }]);
    expect(
      await run(['receipts', '--data', data, '--login', 'admin', '--from', stick, '--json']),
    ).toMatchObject({
      exit: 0,
      answer: { receipts: [], confirmedLines: 0, unconfirmed: 1 },
    });
  });
});

describe('a backup', () => {
  test('is whole, and opens as an office', async () => {
    const place = at('backups');
    mkdirSync(place);
    const made = await run(['backup', '--data', data, '--login', 'admin', '--to', place, '--json']);
    expect(made.exit).toBe(0);
    const copy = join(place, String(made.answer['folder']));
    expect(readdirSync(copy).sort()).toEqual(['office.db', 'vault.json']);
    const proof = await run(['verify', '--data', copy, '--login', 'admin', '--json']);
    expect(proof.answer).toMatchObject({ ok: true, rows: { visitors: 40 } });
  });

  test('that cannot be written leaves nothing behind', async () => {
    const missing = at('no-such-disk');
    const { exit, answer } = await run([
      'backup',
      '--data',
      data,
      '--login',
      'admin',
      '--to',
      missing,
      '--json',
    ]);
    expect([exit, answer['ok']]).toEqual([6, false]);
    expect(existsSync(missing)).toBe(false);
  });

  test('older than eight weeks goes, others stay, and what is not a backup is never touched', async () => {
    const place = at('old-backups');
    const old = ['lamplight-519901-07-20200106-0900', 'lamplight-519901-07-20200113-0900'];
    const others = ['lamplight-519901-07-20200106-0900.txt', 'family photos', 'lamplight-519901-08-x'];
    for (const name of [...old, ...others]) mkdirSync(join(place, name), { recursive: true });
    const { answer } = await run(['backup', '--data', data, '--login', 'admin', '--to', place, '--json']);
    expect(readdirSync(place).sort()).toEqual([...others, String(answer['folder'])].sort());
    rmSync(place, { recursive: true });
  });
});
