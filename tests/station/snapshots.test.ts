/** Once a month the office says all it holds, and the station holds that against what it made of the lines. */
import { mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { kindOf } from '#bundle-format';
import { homeAt } from '#station/home.ts';
import { readKeys } from '#station/keys/key-ring.ts';
import { openDatabase } from '#station/store/sqlite/open.ts';
import { systemCaller } from '#main/session/callers.ts';
import { openCarryFiles } from '#main/sticks/carry-list.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { newDraft, enquiry } from '#tests/support/visits.ts';
import { openPair, type Pair } from './real-office.ts';
import { passphrase, type StationKit } from './station-kit.ts';

async function opened(): Promise<Pair> {
  const pair = await openPair();
  onTestFinished(() => pair.desk.dispose());
  return pair;
}

const register = ({ desk }: Pair, name: string) =>
  desk.counter.visitors.register({ visit: { ...enquiry, name }, draft: newDraft() });

async function kindsOn(stick: string): Promise<string[]> {
  const folder = join(stick, 'JWB', 'to-station');
  const kinds = await Promise.all(readdirSync(folder).map((name) => kindOf(join(folder, name))));
  return kinds.map(String).toSorted();
}

const shelf = ({ desk }: Pair) =>
  desk
    .office()
    .session.opened()
    ?.store.raw.prepare('SELECT n, rows, state, check_code FROM snapshots ORDER BY n')
    .all() as { n: number; rows: number; state: string; check_code: string | null }[];

/** Takes the snapshot off a stick; another stick that holds it alone. */
async function withoutSnapshot(stick: string): Promise<string> {
  const [apart, below] = [tempFolder(), join('JWB', 'to-station')];
  mkdirSync(join(apart, below), { recursive: true });
  for (const name of readdirSync(join(stick, below)))
    if ((await kindOf(join(stick, below, name))) === 'snapshot')
      renameSync(join(stick, below, name), join(apart, below, name));
  return apart;
}

async function inStore<T>(station: StationKit, work: (db: Database.Database) => T): Promise<T> {
  const home = homeAt(station.home);
  const db = openDatabase(home.store, (await readKeys(home, passphrase)).storeKey);
  try {
    return work(db);
  } finally {
    db.close();
  }
}

const receive = async ({ station }: Pair, stick: string) =>
  (await station.run('receive', '--from', stick)).answer.files ?? [];

/** An office in its second month, with what it said in its first at the station. */
async function inItsSecondMonth(): Promise<{ pair: Pair; first: string; second: string }> {
  const pair = await opened();
  const first = (await register(pair, '张欣')).id;
  const stick = await pair.exportTo();
  expect(await kindsOn(stick)).toEqual(['bundle']);
  await receive(pair, stick);
  await pair.read(stick);
  pair.forward({ days: 8 });
  return { pair, first, second: (await register(pair, '刘洋')).id };
}

test('at the first sealing of a month all records go along, and each is found the same', async () => {
  const { pair } = await inItsSecondMonth();
  const stick = await pair.exportTo();
  expect(await kindsOn(stick)).toEqual(['bundle', 'snapshot']);
  const files = await receive(pair, stick);
  expect(files.find(({ code }) => code === 'snapshot-compared')).toMatchObject({
    disposition: 'apply',
    check: null,
    zh: '全量核对一致',
  });
  await pair.read(stick);
  expect(shelf(pair)).toMatchObject([{ state: 'confirmed', check_code: null }]);
  const again = await receive(pair, stick);
  expect(again.map(({ disposition }) => disposition)).toEqual(['duplicate', 'duplicate']);
  const { offices = [] } = await pair.station.done('report');
  expect(offices).toMatchObject([{ snapshot: { verdict: 'same', epoch: 1 } }]);
  pair.forward({ days: 7 });
  expect(await kindsOn(await pair.exportTo())).toEqual(['bundle']);
});

test('a field that differs at the station is named by ledger, number and field, and by nothing it says', async () => {
  const { pair, first } = await inItsSecondMonth();
  await inStore(pair.station, (db) =>
    db
      .prepare(
        `UPDATE records SET fields = json_set(fields, '$.name', '张大欣') WHERE ledger = 'visitors' AND record = ?`,
      )
      .run(first),
  );
  const stick = await pair.exportTo();
  const row = (await receive(pair, stick)).find(({ check }) => check === 'E611');
  expect(row).toMatchObject({ disposition: 'quarantine', code: 'snapshot-differs' });
  expect(row?.zh).toContain(`visitors ${first}: name`);
  expect(JSON.stringify(row)).not.toContain('欣');
  await pair.read(stick);
  expect(shelf(pair)).toMatchObject([{ state: 'refused', check_code: 'E611' }]);
  // Its lines are taken all the same, and the snapshot is not sent a second time.
  expect(await kindsOn(await pair.exportTo())).toEqual(['bundle']);
});

test('one that comes late is held against the records as they stood then', async () => {
  const { pair, second } = await inItsSecondMonth();
  const soon = await pair.exportTo();
  const late = await withoutSnapshot(soon);
  await receive(pair, soon);
  await pair.desk.counter.visitors.amend({ id: second, revision: 1, visit: { ...enquiry, name: '刘大洋' } });
  await register(pair, '赵强');
  const next = await pair.exportTo();
  await withoutSnapshot(next);
  await receive(pair, next);
  expect(await receive(pair, late)).toMatchObject([{ disposition: 'apply', zh: '全量核对一致' }]);
});

test('one whose lines have not come waits for them', async () => {
  const { pair } = await inItsSecondMonth();
  const stick = await pair.exportTo();
  const early = await withoutSnapshot(stick);
  expect(await receive(pair, early)).toMatchObject([{ disposition: 'hold', check: 'E503' }]);
  const { answer } = await pair.station.run('receive', '--from', stick);
  expect(answer.settled).toMatchObject([{ disposition: 'apply', zh: '全量核对一致' }]);
});

test('anybody may have one sealed, and a locked office carries it', async () => {
  const { pair } = await inItsSecondMonth();
  await pair.exportTo();
  const { desk } = pair;
  const sealed = await desk.office().rooms().weekly.snapshot(systemCaller);
  expect(openCarryFiles(join(desk.dataDir, 'outbox')).list()?.files).toContainEqual({
    name: sealed.file,
    bytes: sealed.bytes,
  });
});
