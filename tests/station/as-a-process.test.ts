import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { homeAt } from '#station/home.ts';
import { readKeys } from '#station/keys/key-ring.ts';
import { openDatabase } from '#station/store/sqlite/open.ts';
import { howOften } from '#tests/support/how-often.ts';
import { enrol, newOffice, type OfficeKit } from './office-kit.ts';
import {
  filesBelow,
  newStation,
  newStick,
  passphrase,
  stationAt,
  tempFolder,
  type Answer,
  type StationKit,
} from './station-kit.ts';
import * as tool from './station-process.ts';

/** Enough that one transaction outgrows the page cache, so that a kill finds it half written. */
const many = 15_000;

let station: StationKit;
let office: OfficeKit;
let stick: ReturnType<typeof newStick>;

beforeAll(async () => {
  station = await newStation();
  office = await newOffice(station);
  await enrol(station, office);
  office.visitors(many);
  stick = newStick();
  await office.seal(stick.toStation, 1);
}, 120_000);

/** A station that has received nothing yet, and its stick, both for one test alone. */
function freshCopy(): { home: string; from: string; toOffice: string } {
  const folder = tempFolder();
  cpSync(station.home, join(folder, 'home'), { recursive: true });
  cpSync(join(stick.root, 'JWB', 'to-station'), join(folder, 'stick', 'JWB', 'to-station'), {
    recursive: true,
  });
  const from = join(folder, 'stick');
  return { home: join(folder, 'home'), from, toOffice: join(from, 'JWB', 'to-office') };
}

async function countsAt(home: string) {
  const db = openDatabase(homeAt(home).store, (await readKeys(homeAt(home), passphrase)).storeKey);
  try {
    const count = (table: string) => Number(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
    expect(db.pragma('quick_check', { simple: true })).toBe('ok');
    return {
      lines: count('lines'),
      records: count('records'),
      bundles: count('bundles'),
      epochs: count('epochs'),
    };
  } finally {
    db.close();
  }
}

const nothing = { lines: 0, records: 0, bundles: 0, epochs: 0 };
const everything = { lines: many, records: many, bundles: 1, epochs: 1 };

describe('the tool as a process', () => {
  test('prints one object on stdout with --json, and the table in Chinese on stderr', async () => {
    const { home, from } = freshCopy();
    const ran = await tool.run(['receive', '--home', home, '--from', from, '--json']);
    expect(ran.exit).toBe(0);
    const answer = JSON.parse(ran.out) as Answer;
    expect(ran.out).toBe(`${JSON.stringify(answer)}\n`);
    expect(answer).toMatchObject({ ok: true, files: [{ code: 'applied', range: { from: 1, to: many } }] });
    expect(ran.err).toContain('已接收');
    expect(ran.err).toContain('柳溪社区警务室');
    const plain = await tool.run(['report', '--home', home]);
    expect(plain.out).toContain(`visitors ${many}`);
    expect(plain.err).toBe('');
  });

  test('takes a large week within 64 MiB of heap', async () => {
    const { home, from } = freshCopy();
    const argv = ['receive', '--home', home, '--from', from, '--json'];
    const ran = await tool.run(argv, { node: ['--max-old-space-size=64'] });
    expect(ran.exit).toBe(0);
    expect(await countsAt(home)).toEqual(everything);
  });

  test('ends with 2 and its usage for what it does not understand', async () => {
    const home = station.home;
    for (const argv of [
      ['receive', '--home', home],
      ['receive', '--home', home, '--from', '/', '--passphrase', 'x'],
      ['dance', '--home', home],
      ['verify', '--home', home],
      ['report', '--home', home, '--digits', '1'],
    ]) {
      const ran = await tool.run([...argv, '--json']);
      expect(ran.exit).toBe(2);
      expect(JSON.parse(ran.out)).toMatchObject({ ok: false, code: 'usage' });
      expect(ran.err).toContain('用法 · usage');
    }
    const help = await tool.run(['--help']);
    expect(help.exit).toBe(0);
    expect(help.out).toContain('receive --home DIR --from DIR');
  });

  test('ends with 4 for a wrong passphrase and where nobody can be asked for one', async () => {
    const wrong = await tool.run(['offices', '--home', station.home, '--json'], { secret: 'not this one' });
    expect(wrong.exit).toBe(4);
    expect(JSON.parse(wrong.out)).toMatchObject({ ok: false, code: 'wrong-passphrase' });
    const none = await tool.run(['offices', '--home', station.home, '--json'], { secret: null });
    expect(none.exit).toBe(4);
    expect(JSON.parse(none.out)).toMatchObject({ ok: false, code: 'passphrase-missing' });
  });

  test('asks for a new passphrase twice at a terminal, and shows neither', async () => {
    const home = join(tempFolder(), 'home');
    const argv = ['keygen', '--home', home, '--code', '519901', '--name', '青禾镇派出所'];
    const differing = await tool.typing(argv, [
      ['passphrase: ', 'one long secret'],
      ['once more: ', 'another secret!'],
    ]);
    expect(differing.exit).toBe(3);
    expect(differing.out).toContain('两次输入的口令不同');
    const agreeing = await tool.typing(argv, [
      ['passphrase: ', 'one long secreet\u007f\u007ft'],
      ['once more: ', 'one long secret'],
    ]);
    expect(agreeing.exit).toBe(0);
    for (const { out } of [differing, agreeing]) expect(out).not.toContain('long sec');
    const opened = await tool.run(['offices', '--home', home, '--json'], { secret: 'one long secret' });
    expect(opened.exit).toBe(0);
  });

  test('ends with 5 for a bundle changed or cut, and with 3 where there is no station', async () => {
    const small = await newOffice(station, { code: '519901-08' });
    await enrol(station, small);
    small.visitors(2);
    const { path } = await small.seal(tempFolder(), 1);
    const bytes = readFileSync(path);
    const copy = join(tempFolder(), basename(path));
    const verify = async (content: Buffer) => {
      writeFileSync(copy, content);
      return tool.run(['verify', copy, '--home', station.home, '--json']);
    };
    expect((await verify(bytes)).exit).toBe(0);
    for (const at of [520, 1700, bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(at) ^ 4, at);
      const ran = await verify(changed);
      expect(ran.exit).toBe(5);
      const answer = JSON.parse(ran.out) as Answer;
      expect(answer.ok).toBe(false);
      expect(answer.check).toMatch(/^E[0-9]{3}$/);
    }
    expect((await verify(bytes.subarray(0, 3000))).exit).toBe(5);
    const nowhere = await tool.run(['offices', '--home', tempFolder(), '--json']);
    expect(nowhere.exit).toBe(3);
    expect(JSON.parse(nowhere.out)).toMatchObject({ code: 'not-set-up' });
  });

  test('lets a second one wait outside while the first is at work: exit 7', async () => {
    const { home, from } = freshCopy();
    const first = tool.start(['receive', '--home', home, '--from', from, '--json']);
    await untilWal(home, 100_000, first.child);
    // Held in the middle of its work, so that the second surely meets it there.
    first.child.kill('SIGSTOP');
    const second = await tool.run(['receive', '--home', home, '--from', from, '--json']);
    expect(second.exit).toBe(7);
    expect(JSON.parse(second.out)).toMatchObject({ ok: false, code: 'busy' });
    first.child.kill('SIGCONT');
    expect((await first.ended).exit).toBe(0);
    expect(await countsAt(home)).toEqual(everything);
  });
});

/** Waits until the write-ahead log has that many bytes, or the process is over. */
async function untilWal(
  home: string,
  bytes: number,
  child: { readonly exitCode: number | null },
): Promise<void> {
  const wal = `${homeAt(home).store}-wal`;
  while (child.exitCode === null) {
    if (existsSync(wal) && statSync(wal).size >= bytes) return;
    await pause(1);
  }
}

describe('killed with -9 while it receives', () => {
  test(
    'it has taken all or nothing, its inbox holds no wrong file, and the next run finishes the work',
    { timeout: 300_000 },
    async () => {
      const { home, from } = freshCopy();
      const began = performance.now();
      expect((await tool.run(['receive', '--home', home, '--from', from, '--json'])).exit).toBe(0);
      const whole = performance.now() - began;

      const points = howOften({ few: 2, whole: 12 });
      const shares = Array.from({ length: points }, (_, i) => (i + 1) / (points + 1));
      const sizes = [1, 400_000, 2_000_000];
      const moments = [
        ...shares.map((share) => () => pause(whole * share)),
        ...sizes.map((size) => (at: string, child: { exitCode: number | null }) => untilWal(at, size, child)),
      ];
      let inTransaction = 0;
      for (const moment of moments) {
        const copy = freshCopy();
        const { child, ended } = tool.start(['receive', '--home', copy.home, '--from', copy.from, '--json']);
        await moment(copy.home, child);
        child.kill('SIGKILL');
        await ended;
        const wal = `${homeAt(copy.home).store}-wal`;
        const hadWritten = existsSync(wal) && statSync(wal).size > 300_000;
        const counts = await countsAt(copy.home);
        expect([nothing, everything]).toContainEqual(counts);
        if (counts.lines === 0 && hadWritten) inTransaction += 1;
        for (const path of filesBelow(homeAt(copy.home).inbox)) {
          if (path.endsWith('.part')) continue;
          const sum = createHash('sha256').update(readFileSync(path)).digest('hex');
          expect(basename(path)).toBe(`${sum.slice(0, 32)}.jwb`);
        }
        const { receipts } = await stationAt(copy.home).done('receive', '--from', copy.from);
        expect(receipts).toMatchObject([{ ok: true }]);
        expect(await countsAt(copy.home)).toEqual(everything);
      }
      expect(inTransaction).toBeGreaterThan(0);
    },
  );
});
