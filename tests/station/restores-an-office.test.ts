/** An office comes back from a backup, on a new PC: the station goes on with it, and what the backup lacked has a name. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test, vi } from 'vitest';
import type { Restored, RestorePreview } from '#shared/contract/backups.ts';
import { chainAt, epochsOf, headIn } from '#main/db/epoch.ts';
import { readMark } from '#main/files/mark.ts';
import { dataFolder } from '#main/files/data-folder.ts';
import { ADMIN, loginOf, openTestOffice, PASSWORD, type TestOffice } from '#tests/support/office.ts';
import { failureOfCall } from '#tests/support/failures.ts';
import { enquiry, newDraft } from '#tests/support/visits.ts';
import { openPair, type Pair } from './real-office.ts';
import { makeFolder } from '#tests/support/temp-folder.ts';

const administrator = { login: ADMIN.login, password: ADMIN.password };

async function register(desk: TestOffice, name: string): Promise<string> {
  return (await desk.counter.visitors.register({ visit: { ...enquiry, name }, draft: newDraft() })).id;
}

const opened = (desk: TestOffice) => {
  const open = desk.office().session.opened();
  if (open === null) throw new Error('the office is locked');
  return open;
};

/** What the station has of the office, by epoch. */
async function appliedThere() {
  const { offices } = await pair.station.done('report', '--office', '519901-07');
  return offices?.[0]?.applied ?? [];
}

/** The newest backup in a data folder. */
function newestBackup(dataDir: string): string {
  const folder = join(dataDir, 'backups');
  return join(folder, readdirSync(folder).toSorted().at(-1) ?? '');
}

/** Looks at a backup that is chosen by hand, as the lock screen and the first run do. */
async function look(desk: TestOffice, backup: string): Promise<RestorePreview> {
  desk.shell.choose(backup);
  const [row] = await desk.counter.restore.choose({});
  return desk.counter.restore.look({ backup: row?.backup ?? '', key: administrator });
}

async function restore(desk: TestOffice, backup: string): Promise<Restored> {
  await look(desk, backup);
  const done = await desk.counter.restore.go({});
  await vi.waitFor(() => expect(desk.ended.at(-1)).toBe('restored'), { timeout: 20_000 });
  await desk.restart();
  return done;
}

const signInOfficer = (desk: TestOffice) =>
  desk.counter.session.unlock({ login: loginOf('officer'), password: PASSWORD });

let pair: Pair;
let pc: TestOffice;
let backup: string;
/** On it lies the station's receipt that tells of epoch 2. */
const stick = makeFolder();
/** Last line of the backup, and of what the station had when the PC died. */
let [base, sent] = [0, 0];

test('an office at work has a backup, goes on for a while, and its PC dies', async () => {
  pair = await openPair();
  const { desk, station } = pair;
  await register(desk, '王先到');
  await station.done('receive', '--from', await pair.exportTo());
  // Nothing that is not sealed yet is lost with the old PC as long as the backup has it.
  await register(desk, '李后到');
  await desk.office().lock('asked');
  backup = newestBackup(desk.dataDir);
  await desk.restart();
  await signInOfficer(desk);
  await register(desk, '周没备份');
  const week = await pair.exportTo();
  await station.done('receive', '--from', week);
  sent = (await appliedThere())[0]?.n ?? 0;
  pair.forward({ days: 1 });
  pc = await openTestOffice({ setUp: false });
  pc.clock.forward({ days: 1 });
});
afterAll(async () => {
  await pair.desk.dispose();
  await pc.dispose();
  rmSync(stick, { recursive: true, force: true });
});

describe('on a new PC', () => {
  test('the backup tells what it is before anything is put in place', async () => {
    const preview = await look(pc, backup);
    expect(preview).toMatchObject({
      comparedWith: 'nothing',
      office: '519901-07',
      keyFile: 'backup',
      lacks: [],
    });
    expect(preview.ledgers.find(({ ledger }) => ledger === 'visitors')).toMatchObject({ inBackup: 2 });
    expect(await pc.counter.session.state({})).toMatchObject({ stage: 'absent' });
  });

  test('it becomes the next epoch on the point the backup ends with, and is proved', async () => {
    const done = await restore(pc, backup);
    expect(done).toEqual({ replaced: null, epoch: 2 });
    await signInOfficer(pc);
    const { raw } = opened(pc).store;
    const [, second] = epochsOf(raw);
    base = headIn(raw, 1);
    expect(second?.base).toEqual({
      epoch: 1,
      n: base,
      chain: chainAt(raw, '519901-07', { epoch: 1, n: base }),
    });
    expect(base).toBeLessThan(sent);
    await pc.counter.journal.verify({});
  });

  test('the station has a new epoch on a base it knows, and one line of history', async () => {
    await register(pc, '张新来');
    pc.shell.choose(stick);
    const { handle } = await pc.counter.weekly.chooseFolder({});
    await pc.counter.weekly.export({ folder: handle });
    const { files } = await pair.station.done('receive', '--from', stick);
    expect(files?.map(({ epoch, sealedEpoch, disposition }) => [epoch, sealedEpoch, disposition])).toEqual(
      expect.arrayContaining([[2, 2, 'apply']]),
    );
    expect(files?.every(({ disposition }) => ['apply', 'duplicate'].includes(disposition))).toBe(true);
    const report = await pair.station.done('report', '--office', '519901-07');
    const bundle = (await pc.counter.weekly.status({})).bundles.find(({ epoch }) => epoch === 2);
    expect(report.offices?.[0]?.applied.map(({ epoch, n }) => [epoch, n])).toEqual([
      [1, sent],
      [2, bundle?.to],
    ]);
    // The two that the backup had, and the one who came after; whom only the lost PC had, it has not any more.
    expect(report.offices?.[0]?.live).toMatchObject({ visitors: 3 });
    const outcomes = await pc.counter.weekly.readReceipts({ folder: handle });
    expect(outcomes.filter(({ check }) => check !== null)).toEqual([]);
    expect((await pc.counter.weekly.status({})).bundles.map(({ state }) => state)).not.toContain('refused');
  });

  test('restored once more, it takes an epoch that was never used, and the stale backup’s gap is named by range', async () => {
    await pc.restart();
    const preview = await look(pc, backup);
    expect(preview.comparedWith).toBe('store');
    expect(preview.keyFile).toBe('present');
    const inTwo = preview.lacks.filter(({ epoch }) => epoch === 2);
    const [atStation, nowhere] = inTwo;
    expect(atStation).toMatchObject({ from: 1, holder: 'station' });
    expect(nowhere).toMatchObject({ from: (atStation?.to ?? 0) + 1, holder: 'nobody' });
    expect(preview.ledgers.find(({ ledger }) => ledger === 'visitors')).toMatchObject({
      onlyHere: 1,
      inBackup: 2,
    });
    expect(preview.ledgers.map(({ ledger }) => ledger)).not.toContain('statutory_matters');
    expect(await restore(pc, backup)).toMatchObject({ epoch: 3 });
    expect(readMark(dataFolder(pc.dataDir).mark)).toMatchObject({ highest: 3 });
    await signInOfficer(pc);
    await pc.counter.journal.verify({});
  });

  test('with a stick of the station plugged in, it hears of epochs that the backup knows nothing of', async () => {
    const third = await openTestOffice({ setUp: false });
    try {
      expect(await failureOfCall(third.counter.restore.go({}))).toEqual({ code: 'missing' });
      third.shell.plug(stick);
      await look(third, backup);
      expect(await third.counter.restore.go({})).toEqual({ replaced: null, epoch: 3 });
    } finally {
      await third.dispose();
    }
  });
});
