import { copyFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { enrol, judgeAt, newOffice, officeWith, onlyReceipt, type OfficeKit } from './office-kit.ts';
import { newStation, newStick, onlyRow, tempFolder, type StationKit } from './station-kit.ts';

async function enrolled() {
  const station = await newStation();
  const office = await newOffice(station);
  await enrol(station, office);
  return { station, office };
}

/** Five weeks of four visitors each, sealed into a drawer. */
async function fiveWeeks(office: OfficeKit): Promise<readonly string[]> {
  const drawer = tempFolder();
  const paths: string[] = [];
  for (let week = 0; week < 5; week += 1) {
    office.visitors(4);
    paths.push((await office.seal(drawer, week * 4 + 1)).path);
  }
  return paths;
}

function stickWith(...paths: readonly (string | undefined)[]) {
  const stick = newStick();
  for (const path of paths) {
    if (path === undefined) throw new Error('no such bundle');
    copyFileSync(path, join(stick.toStation, basename(path)));
  }
  return stick;
}

async function appliedOf(station: StationKit, code: string) {
  return (await station.done('report', '--office', code)).offices?.[0]?.applied;
}

describe('bundles that come out of order', () => {
  test('five on one stick, in whatever order their names put them, are all taken', async () => {
    const { station, office } = await enrolled();
    const stick = stickWith(...(await fiveWeeks(office)));
    const { files = [], settled } = await station.done('receive', '--from', stick.root);
    expect(files.map((row) => row.code)).toEqual(Array.from({ length: 5 }, () => 'applied'));
    expect(settled).toEqual([]);
    expect(await appliedOf(station, office.code)).toEqual([{ epoch: 1, n: 20, chain: office.chainAt(20) }]);
  });

  test('a missing week is named with its exact range, the later ones are kept, and come in with it', async () => {
    const { station, office } = await enrolled();
    const [first, second, third, fourth] = await fiveWeeks(office);
    await station.done('receive', '--from', stickWith(first).root);

    const gap = stickWith(third, fourth);
    const held = await station.run('receive', '--from', gap.root);
    expect(held.exit).toBe(3);
    expect(held.answer).toMatchObject({ ok: false, code: 'range-missing', check: 'E503' });
    const ranges = (held.answer.files ?? []).map(({ seq, missing }) => [seq, missing]);
    expect(ranges.toSorted(([a], [b]) => Number(a) - Number(b))).toEqual([
      [3, { epoch: 1, from: 5, to: 8 }],
      [4, { epoch: 1, from: 5, to: 12 }],
    ]);
    const receipt = await onlyReceipt(station, office, gap.toOffice);
    expect(receipt.manifest.held).toContainEqual({ epoch: 1, from: 5, to: 8 });
    expect(judgeAt(office, receipt)).toMatchObject({ ok: true, confirmed: { '1': 4 } });
    const report = await station.done('report');
    expect(report.offices?.[0]?.held).toContainEqual({ epoch: 1, from: 5, to: 8 });

    const healed = await station.done('receive', '--from', stickWith(second).root);
    expect(healed.files).toMatchObject([{ seq: 2, disposition: 'apply' }]);
    expect(healed.settled?.map(({ seq, disposition }) => [seq, disposition])).toEqual([
      [3, 'apply'],
      [4, 'apply'],
    ]);
    expect(await appliedOf(station, office.code)).toEqual([{ epoch: 1, n: 16, chain: office.chainAt(16) }]);
    expect((await station.done('report')).offices?.[0]?.held).toEqual([]);
  });

  test('a range sealed again under another number overlaps what is held and is taken from where it is new', async () => {
    const { station, office } = await enrolled();
    office.visitors(6);
    const stick = newStick();
    await office.seal(stick.toStation, 1);
    await station.done('receive', '--from', stick.root);
    office.visitors(4);
    const again = newStick();
    await office.seal(again.toStation, 3);
    const { files } = await station.done('receive', '--from', again.root);
    expect(files).toMatchObject([{ disposition: 'apply', range: { from: 3, to: 10 } }]);
    expect(await appliedOf(station, office.code)).toEqual([{ epoch: 1, n: 10, chain: office.chainAt(10) }]);
  });

  test('an empty week that never came is mentioned and holds nothing up', async () => {
    const { station, office } = await enrolled();
    office.visitors(2);
    const [drawer, stick] = [tempFolder(), newStick()];
    const first = await office.seal(drawer, 1);
    await office.seal(drawer, 3);
    const third = await office.seal(drawer, 3);
    for (const { path, name } of [first, third]) copyFileSync(path, join(stick.toStation, name));
    const { files = [] } = await station.done('receive', '--from', stick.root);
    expect(new Map(files.map(({ seq, check }) => [seq, check]))).toEqual(
      new Map([
        [1, null],
        [3, 'W509'],
      ]),
    );
  });
});

describe('two histories of one office', () => {
  /** Same keys, other lines: what a copied computer would send. */
  async function twins() {
    const { station, office } = await enrolled();
    const twin = officeWith(station, office.signer, office.box, {});
    office.visitors(3);
    twin.write({ d: { name: '另一人' } }, {}, {});
    const stick = newStick();
    await office.seal(stick.toStation, 1);
    await station.done('receive', '--from', stick.root);
    return { station, office, twin };
  }

  test('a second bundle of the same number with other content is set aside, and nothing of it is stored', async () => {
    const { station, office, twin } = await twins();
    const stick = newStick();
    const copy = await twin.seal(stick.toStation, 1);
    const ran = await station.run('receive', '--from', stick.root);
    expect(ran.exit).toBe(5);
    expect(onlyRow(ran)).toMatchObject({ disposition: 'quarantine', check: 'E506', code: 'seq-conflict' });
    expect(await appliedOf(station, office.code)).toEqual([{ epoch: 1, n: 3, chain: office.chainAt(3) }]);
    const receipt = await onlyReceipt(station, office, stick.toOffice);
    expect(receipt.manifest.refused).toEqual([{ file: copy.name.slice(0, 32), code: 'E506' }]);
  });

  test('a continuation of other lines is a fork and is set aside', async () => {
    const { station, office, twin } = await twins();
    await twin.seal(tempFolder(), 1);
    twin.visitors(2);
    const stick = newStick();
    await twin.seal(stick.toStation, 4);
    const ran = await station.run('receive', '--from', stick.root);
    expect(ran.exit).toBe(5);
    expect(onlyRow(ran)).toMatchObject({ disposition: 'quarantine', check: 'E504' });
    expect(await appliedOf(station, office.code)).toMatchObject([{ n: 3 }]);
    expect((await station.done('report')).offices?.[0]?.refused).toMatchObject([{ code: 'E504' }]);
    expect(office.last()).toBe(3);
  });

  test('an overlap whose common lines differ is a fork even where it starts right', async () => {
    const { station, office } = await enrolled();
    const twin = officeWith(station, office.signer, office.box, {});
    office.visitors(4);
    twin.visitors(2);
    twin.write({ d: { name: '另一人' } }, {}, {});
    const stick = newStick();
    await office.seal(stick.toStation, 1);
    await station.done('receive', '--from', stick.root);
    await twin.seal(tempFolder(), 1, 2);
    const other = newStick();
    await twin.seal(other.toStation, 3);
    const ran = await station.run('receive', '--from', other.root);
    expect(onlyRow(ran)).toMatchObject({ disposition: 'quarantine', check: 'E504' });
    expect(await appliedOf(station, office.code)).toMatchObject([{ n: 4 }]);
  });
});

describe('what a signed bundle may still get wrong', () => {
  test('a record whose versions do not follow is set aside whole', async () => {
    const { station, office } = await enrolled();
    office.visitors(3);
    office.write({ op: 'U', k: '07-000002', b: 4, v: 5, d: { matter: '办证' } });
    const stick = newStick();
    await office.seal(stick.toStation, 1);
    const ran = await station.run('receive', '--from', stick.root);
    expect(ran.exit).toBe(5);
    expect(onlyRow(ran)).toMatchObject({ disposition: 'quarantine', check: 'E612' });
    expect(await appliedOf(station, office.code)).toEqual([]);
  });

  test('live rows that the lines do not lead to are set aside', async () => {
    const { station, office } = await enrolled();
    office.visitors(3);
    const stick = newStick();
    await office.seal(stick.toStation, 1, 3, { live: { visitors: 4 } });
    const ran = await station.run('receive', '--from', stick.root);
    expect(onlyRow(ran)).toMatchObject({ disposition: 'quarantine', check: 'E606' });
    expect(await appliedOf(station, office.code)).toEqual([]);
  });
});

describe('an office that was restored from a backup', () => {
  test('goes on in a new epoch from the restored point, and its records go back to that point first', async () => {
    const { station, office } = await enrolled();
    office.visitors(4);
    office.write({ op: 'U', k: '07-000001', b: 1, v: 2, d: { matter: '办证' } });
    const stick = newStick();
    await office.seal(stick.toStation, 1);
    await station.done('receive', '--from', stick.root);

    const base = { epoch: 1, n: 3, chain: office.chainAt(3) };
    const restored = officeWith(station, office.signer, office.box, { epoch: 2, base });
    // Version 1 again: the change that the backup did not have is gone at the office, and so here.
    restored.write(
      { op: 'U', k: '07-000001', b: 1, v: 2, d: { matter: '挂失' } },
      { op: 'X', k: '07-000002', b: 1, v: 2, d: {} },
    );
    const next = newStick();
    await restored.seal(next.toStation, 1, 2, { live: { visitors: 2 } });
    await station.done('receive', '--from', next.root);
    const { offices } = await station.done('report');
    expect(offices?.[0]).toMatchObject({
      live: { visitors: 2 },
      applied: [
        { epoch: 1, n: 5 },
        { epoch: 2, n: 2, chain: restored.chainAt(2) },
      ],
    });
  });

  test('is held when the restored point never arrived here, and comes in after it', async () => {
    const { station, office } = await enrolled();
    office.visitors(4);
    const drawer = tempFolder();
    const first = await office.seal(drawer, 1);
    const base = { epoch: 1, n: 4, chain: office.chainAt(4) };
    const restored = officeWith(station, office.signer, office.box, { epoch: 2, base });
    restored.write({ k: '07-000005' });
    const stick = newStick();
    await restored.seal(stick.toStation, 1, 1, { live: { visitors: 5 } });
    const ran = await station.run('receive', '--from', stick.root);
    expect(ran.exit).toBe(3);
    expect(onlyRow(ran)).toMatchObject({ check: 'E505', missing: { epoch: 1, from: 1, to: 4 } });
    const healed = await station.done('receive', '--from', stickWith(first.path).root);
    expect(healed.settled).toMatchObject([{ epoch: 2, disposition: 'apply' }]);
    expect((await station.done('report')).offices?.[0]?.live).toEqual({ visitors: 5 });
  });
});
