/** The station's key file is lost: who may make it anew, from what, and what the folder is when the power fails meanwhile. */
import { cpSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openReceipt, readStickMarker, type Keyset, type SealBundleInput } from '#bundle-format';
import { homeAt } from '#station/home.ts';
import { readKeys } from '#station/keys/key-ring.ts';
import { movesOf, orderRecovery } from '#station/recovering/put-in-place.ts';
import { takeLock } from '#station/store/lock.ts';
import { openDatabase } from '#station/store/sqlite/open.ts';
import { enrol, newOffice, type OfficeKit } from '../office-kit.ts';
import { newStation, newStick, passphrase, stationAt, tempFolder, type StationKit } from '../station-kit.ts';
import { carryAway, contentOf, copyOf, loseKeys, people, recover } from './recovery-kit.ts';

interface Lost {
  readonly station: StationKit;
  readonly office: OfficeKit;
  readonly safe: ReturnType<typeof carryAway>;
  /** The keyset that the office holds. */
  readonly before: Keyset;
}

/** One office with one week in the store, and the root and escrow key in the safe. */
async function newPlace(): Promise<Lost> {
  const place = await newStation();
  const its = await newOffice(place);
  await enrol(place, its);
  const made = { station: place, office: its, safe: carryAway(place), before: await place.keyset() };
  await week(made, 1);
  return made;
}

/** Sealed, and received by the station. */
async function week(at: Lost, visitors: number, also: Partial<SealBundleInput> = {}): Promise<string> {
  const from = at.office.last() + 1;
  at.office.visitors(visitors);
  const stick = newStick();
  await at.office.seal(stick.toStation, from, at.office.last(), { keyset: at.before, ...also });
  await at.station.done('receive', '--from', stick.root);
  return stick.root;
}

let made: Lost;
let { station, office, safe, before } = {} as Lost;
beforeAll(async () => {
  made = await newPlace();
});
/** A copy for each test, which is quicker than the keys of another. */
beforeEach(() => {
  ({ office, safe, before } = made);
  station = stationAt(copyOf(made.station.home));
});

const fetched = () => ['--root', safe.root, '--escrow', safe.escrow];

async function papersOf(kind: 'root' | 'escrow'): Promise<readonly string[]> {
  const out = tempFolder();
  await station.done('shares', 'split', `--${kind}`, safe[kind], '--out', out);
  return readdirSync(out).map((name) => join(out, name));
}

/** A run that has to leave every file of the station as it was. */
async function refused(home: string, ...argv: readonly string[]): Promise<string | undefined> {
  const whole = contentOf(home);
  const ran = await stationAt(home).run('recover', ...argv);
  expect(contentOf(home)).toEqual(whole);
  return ran.answer.code;
}

describe('the key file', () => {
  test('is not made anew while it opens: a forgotten word is no rotation', async () => {
    expect(await refused(station.home, ...people, ...fetched())).toBe('keys-at-hand');
  });

  test('is made anew by two people with a reason, who are in the log of looks', async () => {
    loseKeys(station);
    const [reviewer, name, , , reason, why] = people;
    expect(await refused(station.home, reviewer, name, reason, why, ...fetched())).toBe('second-missing');
    expect(await refused(station.home, ...people, '--second', name, ...fetched())).toBe('second-same');
    await recover(station, ...fetched());
    const home = homeAt(station.home);
    const db = openDatabase(home.store, (await readKeys(home, passphrase)).storeKey);
    const looks = db.prepare('SELECT office, reviewer, reason FROM looks ORDER BY reviewer').all();
    db.close();
    expect(looks).toEqual([
      { office: '519901-07', reviewer: '冯复核', reason: '硬盘损坏' },
      { office: '519901-07', reviewer: '郑审核', reason: '硬盘损坏' },
    ]);
  });

  test('is not made anew by another station’s keys, by files of another passphrase, or by papers too few', async () => {
    const foreign = carryAway(await newStation());
    const [one = '', two = ''] = await papersOf('root');
    loseKeys(station);
    const tried = async (...argv: readonly string[]) => refused(station.home, ...people, ...argv);
    expect(await tried('--root', foreign.root, '--escrow', safe.escrow)).toBe('root-differs');
    expect(await tried('--root', safe.root, '--escrow', foreign.escrow)).toBe('escrow-differs');
    expect(await tried(one, '--escrow', safe.escrow)).toBe('shares-missing');
    expect(await tried(one, one, '--escrow', safe.escrow)).toBe('shares-same');
    expect(await tried(one, two)).toBe('shares-missing');
    expect(await tried('--root', safe.root)).toBe('shares-missing');
    expect(await tried(one, two, ...fetched())).toBe('usage');
    const other = stationAt(station.home, '另一个 passphrase');
    expect((await other.run('recover', ...people, ...fetched())).answer.code).toBe('wrong-passphrase');
  });

  test('whose passphrase nobody knows gives way to one under a new passphrase, by two papers of each key', async () => {
    const [root, escrow] = [await papersOf('root'), await papersOf('escrow')];
    const renewed = stationAt(station.home, '新的 passphrase 27');
    expect((await renewed.run('report')).answer.code).toBe('wrong-passphrase');
    const back = await recover(renewed, ...root.slice(1), ...escrow.slice(0, 2));
    expect(back.offices).toMatchObject([{ holds: [{ epoch: 1, n: 1 }] }]);
    expect(readdirSync(back.kept ?? '')).toContain('station.key.age');
    expect((await station.run('report')).answer.code).toBe('wrong-passphrase');
    // The files in the safe are under the old passphrase; the papers give new ones.
    const out = join(tempFolder(), 'root.key.age');
    await renewed.done('shares', 'join', ...root.slice(0, 2), '--out', out);
    await renewed.done('revoke', office.code, '--reason', '撤并', '--root', out);
  });

  test('comes back from papers that are typed at the terminal, one mistyped row included', async () => {
    const papers = [...(await papersOf('root')).slice(0, 2), ...(await papersOf('escrow')).slice(1)];
    const rows = papers.flatMap((path) => readFileSync(path, 'utf8').match(/^ +\d[\d ]+$/gm) ?? []);
    loseKeys(station);
    const word = '新的 passphrase 27';
    const typed = stationAt(station.home, null, [word, word, '12345 12345 12345 12345 12345', ...rows]);
    expect(await recover(typed)).toMatchObject({ offices: [{ holds: [{ epoch: 1, n: 1 }] }] });
    await stationAt(station.home, word).done('report');
  });

  test('is rehearsed to be lost while it is there: what would be back is said, and nothing is changed', async () => {
    const whole = contentOf(station.home);
    const drill = await recover(station, '--check', ...fetched());
    expect(drill).toMatchObject({
      keyset: null,
      storeRebuilt: true,
      offices: [{ holds: [{ epoch: 1, n: 1 }] }],
    });
    expect(contentOf(station.home)).toEqual(whole);
  });

  test('is not made anew from keysets that are older than what an office sealed to', async () => {
    const old = copyOf(station.home);
    await station.done('rotate', '--op', '--root', safe.root);
    await week({ ...made, station, before: await station.keyset() }, 1);
    rmSync(homeAt(station.home).keysets, { recursive: true });
    cpSync(homeAt(old).keysets, homeAt(station.home).keysets, { recursive: true });
    loseKeys(station);
    expect(await refused(station.home, ...people, ...fetched())).toBe('keyset-damaged');
  });

  test('of before a rotation still opens the store: that stays as it is, and only the keys are new', async () => {
    const old = copyOf(station.home);
    await station.done('rotate', '--op', '--root', safe.root);
    await station.done('stick', '--lost', '09', '--reason', '途中遗失');
    cpSync(homeAt(old).stationKey, homeAt(station.home).stationKey);
    expect((await station.run('report')).answer.code).toBe('keys-older');
    const back = await recover(station, ...fetched());
    expect(back).toMatchObject({
      storeRebuilt: false,
      inbox: {},
      offices: [{ holds: [{ epoch: 1, n: 1 }] }],
    });
    const lost = (await station.done('stick', '--lost', '10', '--reason', '遗失')) as { lost?: unknown };
    expect(lost.lost).toEqual(['09', '10']);
  });
});

describe('the offices of a recovered station', () => {
  test('are answered from a new epoch, by a key that the root has named', async () => {
    loseKeys(station);
    await recover(station, ...fetched());
    const stick = newStick();
    await station.done('answer', '--all', '--to', stick.root);
    expect(readdirSync(stick.toOffice)).toHaveLength(2);
    const { sign } = await station.keyset();
    const opens = async (signers: readonly string[]) => {
      const reader = { office: office.code, station: '519901', identities: [office.box.identity], signers };
      const opened = await Promise.all(
        readdirSync(stick.toOffice).map((name) => openReceipt(join(stick.toOffice, name), reader)),
      );
      return opened.flatMap((one) => (one.ok ? [one.manifest] : []));
    };
    expect(await opens(before.sign)).toEqual([]);
    expect(await opens(sign)).toMatchObject([{ station_epoch: 2, seq: 1, applied: { 1: { n: 1 } } }]);
  });

  test('know the sticks of before, unless the key file may be in other hands', async () => {
    const stick = newStick();
    await station.done('stick', '--to', stick.root, '--serial', '03');
    loseKeys(station);
    const robbed = stationAt(copyOf(station.home));
    const isKnownBy = async ({ sign }: Keyset) =>
      !('ok' in (await readStickMarker(stick.root, { station: '519901', sign })));
    await recover(station, ...fetched());
    expect(await isKnownBy(await station.keyset())).toBe(true);
    await recover(robbed, '--stolen', ...fetched());
    expect(await isKnownBy(await robbed.keyset())).toBe(false);
    expect((await robbed.keyset()).sign).toHaveLength(1);
    expect((await robbed.run('retire', '--sign', '--root', safe.root)).answer.code).toBe('nothing-to-retire');
  });

  test('whose bundle is not in the inbox are named, with the lines that come again', async () => {
    const place = await newPlace();
    const { inbox } = homeAt(place.station.home);
    const first = readdirSync(inbox);
    await week(place, 3);
    const [missing = ''] = readdirSync(inbox).filter((name) => !first.includes(name));
    const echo = { station_epoch: 1, station_tag: '00000000', seq: 2, sha256: '0'.repeat(64) };
    await week(place, 1, { lastReceipt: { ...echo, confirmed: { 1: 4 } } });
    rmSync(join(inbox, missing));
    loseKeys(place.station);
    const keys = ['--root', place.safe.root, '--escrow', place.safe.escrow];
    const drill = await recover(place.station, '--check', ...keys);
    expect(drill.offices).toEqual([
      {
        office: office.code,
        name: office.enrolment.name,
        holds: [{ epoch: 1, n: 1 }],
        again: [{ epoch: 1, from: 2, to: 4 }],
        waits: [{ epoch: 1, from: 2, to: 4 }],
      },
    ]);
  });
});

describe('a recovery that is interrupted', () => {
  const made = ['keysets', 'epoch.json', 'station.db', 'station.key.age'];

  /** The folder with everything prepared in it, one rename before the step that decides; and what it is to become. */
  async function prepared(): Promise<{
    readonly home: string;
    readonly after: Readonly<Record<string, string>>;
  }> {
    loseKeys(station);
    const home = copyOf(station.home);
    await recover(station, ...fetched());
    const place = join(home, 'recovery.part', 'new');
    for (const name of made) cpSync(join(station.home, name), join(place, name), { recursive: true });
    return { home, after: contentOf(station.home) };
  }

  test('before everything is ready leaves the folder of before, and is simply run again', async () => {
    const { home } = await prepared();
    rmSync(join(home, 'recovery.part', 'new', 'station.key.age'));
    const again = stationAt(home);
    expect((await again.run('report')).answer.code).toBe('not-set-up');
    expect(await recover(again, ...fetched())).toMatchObject({ storeRebuilt: true });
    expect((await again.done('report')).offices).toMatchObject([{ applied: [{ n: 1 }] }]);
    expect(readdirSync(home).toSorted()).toEqual(readdirSync(station.home).toSorted());
  });

  test('after any of its renames is finished by whatever is run next', async () => {
    const { home, after } = await prepared();
    orderRecovery(homeAt(home));
    const steps = movesOf(homeAt(home));
    expect(steps.filter(({ to }) => dirname(to) === home).map(({ to }) => basename(to))).toEqual(made);
    for (let done = 0; done <= steps.length; done += 1) {
      const cut = copyOf(home);
      for (const { from, to } of movesOf(homeAt(cut)).slice(0, done)) renameSync(from, to);
      expect((await stationAt(cut).done('offices')).offices).toMatchObject([{ office: office.code }]);
      expect(contentOf(cut)).toEqual(after);
      expect(readdirSync(cut).toSorted()).toEqual(readdirSync(station.home).toSorted());
    }
  });

  test('is finished by one tool at a time, and once', async () => {
    const { home } = await prepared();
    orderRecovery(homeAt(home));
    const lock = takeLock(homeAt(home).lock);
    expect((await stationAt(home).run('offices')).answer.code).toBe('busy');
    lock.release();
    await stationAt(home).done('offices');
    const whole = contentOf(home);
    await stationAt(home).done('offices');
    expect(contentOf(home)).toEqual(whole);
    expect(readdirSync(join(home, 'replaced-1')).toSorted()).toEqual(['epoch.json', 'keysets', 'station.db']);
  });
});
