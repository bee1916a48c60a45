/** The station loses its key file; a real office goes on with the recovered one, enrols nowhere, and nothing is lost. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { Keyset } from '#bundle-format';
import { chainAt, headIn } from '#main/db/epoch.ts';
import { homeAt } from '#station/home.ts';
import { makeFolder } from '#tests/support/temp-folder.ts';
import { enquiry, newDraft } from '#tests/support/visits.ts';
import { openPair, type Pair } from '../real-office.ts';
import { carryAway, loseKeys, recover } from './recovery-kit.ts';

let pair: Pair;
let safe: ReturnType<typeof carryAway>;
/** The keyset that the office holds. */
let before: Keyset;
/** Where the last week was written. */
let stick: string;
const sticks: string[] = [];
/** Last lines of the weeks: of the first here, of the second gone from the inbox, of the third on its way. */
const ends: number[] = [];

const register = () => pair.desk.counter.visitors.register({ visit: enquiry, draft: newDraft() });
const raw = () => {
  const open = pair.desk.office().session.opened();
  if (open === null) throw new Error('the office is locked');
  return open.store.raw;
};
const pinnedVersion = () => raw().prepare('SELECT version FROM stations').pluck().get();
const status = () => pair.desk.counter.weekly.status({});

async function exportWeek(): Promise<void> {
  await register();
  stick = await pair.exportTo(makeFolder());
  sticks.push(stick);
  ends.push((await status()).bundles[0]?.to ?? 0);
}

const receive = (...also: string[]) => pair.station.run('receive', '--from', stick, ...also);

test('an office has two weeks at its station and a third on its way; the key file and a bundle of the inbox are gone', async () => {
  pair = await openPair();
  safe = carryAway(pair.station);
  await exportWeek();
  await pair.station.done('receive', '--from', stick);
  const { inbox } = homeAt(pair.station.home);
  const first = readdirSync(inbox);
  await exportWeek();
  await pair.station.done('receive', '--from', stick);
  await pair.read(stick);
  for (const name of readdirSync(inbox)) if (!first.includes(name)) rmSync(join(inbox, name));
  await exportWeek();
  before = await pair.station.keyset();
  loseKeys(pair.station);
});
afterAll(async () => {
  await pair.desk.dispose();
  for (const folder of sticks) rmSync(folder, { recursive: true, force: true });
});

describe('a station without its key file', () => {
  test('is not set up, and says before anything is done what will be back and what will not', async () => {
    expect(await pair.station.run('report')).toMatchObject({ answer: { code: 'not-set-up' } });
    const drill = await recover(pair.station, '--root', safe.root, '--escrow', safe.escrow, '--check');
    expect(drill).toMatchObject({ keyset: null, kept: null, storeRebuilt: true });
    expect(drill.offices).toMatchObject([{ office: '519901-07', holds: [{ epoch: 1, n: ends[0] }] }]);
    expect(await pair.station.run('report')).toMatchObject({ answer: { code: 'not-set-up' } });
  });

  test('is back under the same root: the inbox is received again, and the former store is kept', async () => {
    const { version, root, sign, recipients, offices } = before;
    const back = await recover(pair.station, '--root', safe.root, '--escrow', safe.escrow);
    expect(back).toMatchObject({
      keyset: version + 1,
      storeRebuilt: true,
      inbox: { apply: 1 },
      admitAgain: [],
    });
    expect(back.offices).toMatchObject([{ holds: [{ epoch: 1, n: ends[0] }], waits: [] }]);
    expect(readdirSync(back.kept ?? '').toSorted()).toEqual(['epoch.json', 'keysets', 'station.db']);
    const after = await pair.station.keyset();
    expect(after).toMatchObject({ root, offices, recipients: { escrow: recipients.escrow } });
    expect(after.recipients.op).not.toBe(recipients.op);
    expect(after.sign.slice(1)).toEqual(sign);
  });

  test('cannot open what an office had sealed before, and tells the office of its new key all the same', async () => {
    const held = await receive();
    expect(held.answer.files?.map(({ check }) => check)).toEqual(['E402']);
    expect(held.answer.receipts).toEqual([]);
    expect(await pair.read(stick)).toMatchObject([{ check: null }]);
    expect(pinnedVersion()).toBe(before.version + 1);
    expect(await status()).toMatchObject({ confirmedLines: ends[1] });
  });

  test('opens it with the key of the safe, and confirms no line that it does not have', async () => {
    const opened = await receive('--escrow', safe.escrow);
    expect(opened.answer.files).toMatchObject([
      { check: 'E503', missing: { epoch: 1, from: (ends[0] ?? 0) + 1, to: ends[1] } },
    ]);
    expect(await pair.read(stick)).toMatchObject([{ check: null }, { check: null }]);
    expect(await status()).toMatchObject({ confirmedLines: ends[0] });
  });

  test('has everything after the next stick, in one line of history', async () => {
    await exportWeek();
    const all = await pair.station.done('receive', '--from', stick, '--escrow', safe.escrow);
    expect(all.files?.map(({ disposition }) => disposition)).toEqual(['apply', 'apply', 'apply']);
    await pair.read(stick);
    const end = ends.at(-1) ?? 0;
    expect(await status()).toMatchObject({ confirmedLines: end });
    expect((await status()).bundles.map(({ state }) => state)).toEqual(ends.map(() => 'confirmed'));
    const chain = chainAt(raw(), '519901-07', { epoch: 1, n: end });
    const { offices } = await pair.station.done('report', '--office', '519901-07');
    expect(offices?.[0]?.applied).toEqual([{ epoch: 1, n: end, chain }]);
    expect(headIn(raw(), 1)).toBeGreaterThan(end);
    await pair.desk.signIn('administrator');
    await pair.desk.counter.journal.verify({});
    await pair.desk.signIn('officer');
  });

  test('is not troubled by what still lies on the stick, sealed to the lost key: it is in', async () => {
    const again = await pair.station.done('receive', '--from', stick);
    expect(again.files?.map(({ check }) => check)).toEqual(['I502', 'I502', 'I502']);
  });

  test('needs the safe no more, and strikes the lost signing key off once the office has followed', async () => {
    await exportWeek();
    await pair.station.done('receive', '--from', stick);
    expect(await pair.station.done('retire', '--sign', '--root', safe.root)).toMatchObject({ destroyed: 0 });
    await pair.read(stick);
    expect(await status()).toMatchObject({ confirmedLines: ends.at(-1) });
    expect((await pair.station.keyset()).sign).toHaveLength(1);
  });
});
