/** A real office forgets, a real station follows: whichever of the sealed weeks arrives first, or never. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { chainNext, chainStart, leafOf, readForgotten } from '#bundle-format';
import { homeAt } from '#station/home.ts';
import { readKeys } from '#station/keys/key-ring.ts';
import { openDatabase } from '#station/store/sqlite/open.ts';
import { OFFICE, openTestOffice, type TestOffice } from '#tests/support/office.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { enquiry, newDraft } from '#tests/support/visits.ts';
import { introduce } from '#tests/station/real-office.ts';
import { newStation, passphrase, type StationKit } from '#tests/station/station-kit.ts';

let desk: TestOffice;
let station: StationKit;
beforeEach(async () => {
  desk = await openTestOffice({ staffed: true });
  onTestFinished(() => desk.dispose());
  station = await newStation();
  await desk.signIn('officer');
  await introduce(desk, station);
});

async function exportTo(stick = tempFolder()): Promise<string> {
  desk.shell.choose(stick);
  const { handle } = await desk.counter.weekly.chooseFolder({});
  await desk.counter.weekly.export({ folder: handle });
  return stick;
}
const receive = (stick: string) => station.run('receive', '--from', stick);

async function registerBoth() {
  const register = (name: string) =>
    desk.counter.visitors.register({ visit: { ...enquiry, name, matter: 'help' }, draft: newDraft() });
  const visit = await register('张欣');
  await desk.counter.visitors.leave({ id: visit.id, revision: visit.revision });
  desk.clock.forward({ days: 200 });
  await desk.signIn('officer');
  await register('刘洋');
  return visit;
}

/** Until the first visit's term is over, and the office has been used on some days. */
async function yearLater(): Promise<void> {
  desk.clock.forward({ days: 163 });
  for (let day = 0; day < 4; day += 1) {
    await desk.signIn('officer');
    desk.clock.forward({ days: 1 });
  }
  await desk.signIn('officer');
  expect((await desk.counter.retention.status({})).certificates).toMatchObject([{ count: 1 }]);
}

async function expectForgotten(visitId: string): Promise<void> {
  const home = homeAt(station.home);
  const db = openDatabase(home.store, (await readKeys(home, passphrase)).storeKey);
  try {
    const lines = db.prepare('SELECT n, line, h FROM lines ORDER BY n').all() as {
      n: number;
      line: string;
      h: Buffer;
    }[];
    let h: Buffer = chainStart(OFFICE.code, 1);
    for (const line of lines) {
      h = chainNext(h, leafOf(line.line));
      expect(line.h.equals(h)).toBe(true);
    }
    const all = lines.map(({ line }) => line).join('');
    expect(all).not.toContain('张欣');
    expect(all).toContain('刘洋');
    expect(lines.filter(({ line }) => readForgotten(line) !== null)).toHaveLength(2);
    const record = db.prepare(`SELECT live, fields FROM records WHERE ledger = 'visitors' AND record = ?`);
    const { live, fields } = record.get(visitId) as { live: number; fields: string };
    expect({ live, fields: JSON.parse(fields) as unknown }).toMatchObject({
      live: 0,
      fields: { matter: 'help', people: 1 },
    });
    expect(fields).not.toContain('张欣');
  } finally {
    db.close();
  }
  expect((await station.done('report')).offices).toMatchObject([{ live: { visitors: 1 } }]);
}

test('a week that had arrived is forgotten when the F line arrives', async () => {
  const visit = await registerBoth();
  const before = await receive(await exportTo());
  expect(before.exit).toBe(0);
  await yearLater();
  const after = await receive(await exportTo());
  // With the month's snapshot: the one that sealed itself while nobody exported and the one that was carried, once more; and what is new.
  expect([after.exit, after.answer.files?.map(({ disposition }) => disposition).toSorted()]).toEqual([
    0,
    ['apply', 'apply', 'duplicate', 'duplicate'],
  ]);
  await expectForgotten(visit.id);
});

test('a week that never arrived comes with the one that forgets it, byte for byte as it was sealed', async () => {
  const visit = await registerBoth();
  await exportTo();
  await yearLater();
  const { exit, answer } = await receive(await exportTo());
  // One that sealed itself before the first export, and the month's snapshot.
  expect([exit, answer.files?.length]).toEqual([0, 4]);
  await expectForgotten(visit.id);
});

test('a lost week is sealed again without the text, and the old stick found later brings nothing back', async () => {
  const visit = await registerBoth();
  const old = await exportTo();
  const outbox = join(desk.dataDir, 'outbox');
  for (const name of readdirSync(outbox)) rmSync(join(outbox, name));
  await yearLater();
  expect((await receive(await exportTo())).exit).toBe(0);
  await expectForgotten(visit.id);
  expect(existsSync(old)).toBe(true);
  expect((await receive(old)).answer.files).toMatchObject([
    { disposition: 'apply' },
    { disposition: 'apply' },
  ]);
  await expectForgotten(visit.id);
});

test('what was forgotten before the first bundle leaves the office without its text, and the station verifies it', async () => {
  const visit = await registerBoth();
  await yearLater();
  const stick = await exportTo();
  const folder = join(stick, 'JWB', 'to-station');
  const [name = ''] = readdirSync(folder);
  expect((await station.done('verify', join(folder, name))).files).toMatchObject([{ code: 'verified' }]);
  expect((await receive(stick)).exit).toBe(0);
  await expectForgotten(visit.id);
});
