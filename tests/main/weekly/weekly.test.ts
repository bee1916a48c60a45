/** The week's bundle, from the enrolment to the receipt, with a station that only knows the format. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { generateSigner } from '#bundle-format';
import type { Failure } from '#shared/kernel/failure.ts';
import { failureOfCall } from '#tests/support/failures.ts';
import { OFFICE, openTestOffice, type TestOffice } from '#tests/support/office.ts';
import { makeStation, type TestStation } from '#tests/support/station-keys.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { mayMount, tinyDisk } from '#tests/support/tiny-disk.ts';
import { enquiry, newDraft } from '#tests/support/visits.ts';

let station: TestStation;
let desk: TestOffice;
let stick: string;

beforeAll(async () => {
  station = await makeStation();
});
beforeEach(async () => {
  desk = await openTestOffice({ staffed: true });
  onTestFinished(() => desk.dispose());
  stick = tempFolder();
  await desk.signIn('officer');
});

async function chosen(folder = stick): Promise<string> {
  desk.shell.choose(folder);
  return (await desk.counter.weekly.chooseFolder({})).handle;
}
async function pinCard(path: string, digits = station.digits) {
  desk.shell.choose(path);
  const { card } = await desk.counter.station.chooseCard({});
  return desk.counter.station.pin({ card, digits });
}
async function enrol(): Promise<void> {
  await pinCard(await station.card(tempFolder()));
  const { file } = await desk.counter.station.writeEnrolment({ folder: await chosen() });
  await station.enrol(join(stick, file));
}
const exportTo = async (folder = stick) => desk.counter.weekly.export({ folder: await chosen(folder) });
const refusedExport = async (folder = stick): Promise<Failure> =>
  failureOfCall(desk.counter.weekly.export({ folder: await chosen(folder) }));
const register = (name: string) =>
  desk.counter.visitors.register({ visit: { ...enquiry, name }, draft: newDraft() });
const onStick = (folder = stick) =>
  existsSync(join(folder, 'JWB', 'to-station')) ? readdirSync(join(folder, 'JWB', 'to-station')).sort() : [];
const bundlePath = (file: string, folder = stick) => join(folder, 'JWB', 'to-station', file);
const outbox = () =>
  readdirSync(join(desk.dataDir, 'outbox'))
    .filter((name) => name.endsWith('.jwb'))
    .sort();
const hash32 = (file: string) => basename(file, '.jwb');

/** What the station would say when everything up to a bundle has arrived. */
async function appliedUpTo(file: string) {
  const { bundle } = await station.open(bundlePath(file));
  return { '1': { n: bundle.manifest.range.to, chain: bundle.manifest.chain } };
}

describe('knowing the station', () => {
  test('comes before any bundle', async () => {
    expect(await refusedExport()).toEqual({ code: 'not-enrolled' });
    expect(await desk.counter.weekly.status({})).toMatchObject({ state: 'not-enrolled', station: null });
    expect(onStick()).toEqual([]);
  });

  test('takes its digits from paper: with other digits the card is refused and nothing is trusted', async () => {
    const card = await station.card(tempFolder());
    for (const digits of [
      '',
      '0',
      station.digits.slice(0, -1),
      station.digits.replace(/\d/, (digit) => String((Number(digit) + 1) % 10)),
    ])
      expect(await failureOfCall(pinCard(card, digits))).toEqual({ code: 'digits-differ' });
    expect(await desk.counter.weekly.status({})).toMatchObject({ station: null });
    const status = await pinCard(card, ` ${station.digits.replaceAll(' ', '－')} `);
    expect(status.station).toEqual({
      code: '519901',
      name: '青禾镇派出所',
      digits: station.digits.split(' '),
    });
  });

  test('once pinned gives way only to a later card under the same root', async () => {
    await enrol();
    const folder = tempFolder();
    const stranger = generateSigner();
    desk.shell.choose(await station.laterCard(folder, 2, stranger));
    expect(await failureOfCall(desk.counter.station.chooseCard({}))).toEqual({
      code: 'bundle-refused',
      check: 'E801',
    });
    const later = await station.laterCard(folder, 3);
    await pinCard(later);
    desk.shell.choose(await station.laterCard(folder, 2));
    expect(await failureOfCall(desk.counter.station.chooseCard({}))).toEqual({
      code: 'bundle-refused',
      check: 'E802',
    });
  });

  test('is refused from a file that is no card', async () => {
    const path = join(tempFolder(), 'card.jwb');
    writeFileSync(path, 'not a card');
    desk.shell.choose(path);
    expect(await failureOfCall(desk.counter.station.chooseCard({}))).toMatchObject({
      code: 'bundle-refused',
    });
    desk.shell.choose(null);
    expect(await failureOfCall(desk.counter.station.chooseCard({}))).toEqual({ code: 'cancelled' });
    expect(
      await failureOfCall(desk.counter.station.pin({ card: 'h0000000000000000', digits: station.digits })),
    ).toEqual({ code: 'missing' });
  });
});

describe('the export', () => {
  test('writes a bundle that the station opens, with every line of the journal and the counts of the ledgers', async () => {
    await enrol();
    await register('张欣');
    const [row] = [await register('刘洋')];
    await desk.counter.visitors.retire({ id: row.id, revision: row.revision, reason: '错录' });
    const before = await desk.counter.weekly.status({});
    expect(before.waiting.find(({ ledger }) => ledger === 'visitors')).toEqual({
      ledger: 'visitors',
      made: 2,
      changed: 0,
      retired: 1,
      live: 1,
    });
    const { written } = await exportTo();
    expect(written).toMatchObject([
      { seq: 1, from: 1, to: before.waitingLines, state: 'written', sealedByName: '李建国' },
    ]);
    const file = written[0]?.file ?? '';
    expect(onStick()).toEqual([file]);
    expect(readFileSync(bundlePath(file)).equals(readFileSync(join(desk.dataDir, 'outbox', file)))).toBe(
      true,
    );

    const { bundle, lines } = await station.open(bundlePath(file));
    expect(bundle.manifest).toMatchObject({
      office: OFFICE.code,
      epoch: 1,
      seq: 1,
      prev: null,
      range: { from: 1, to: lines.length },
      last_receipt: null,
    });
    expect(bundle.manifest.counts['visitors']).toEqual({ I: 2, U: 0, X: 1, live: 1 });
    const stored = desk
      .office()
      .session.opened()
      ?.store.raw.prepare('SELECT line, h FROM journal WHERE n <= ? ORDER BY n')
      .all(lines.length) as { line: string; h: Buffer }[];
    expect(lines.map(({ line }) => line)).toEqual(stored.map(({ line }) => line));
    expect(bundle.manifest.chain).toBe(stored.at(-1)?.h.toString('hex'));
    expect(await desk.counter.weekly.status({})).toMatchObject({ state: 'done', confirmedLines: 0 });
  });

  test('again on the same day without changes seals nothing new and writes the same bytes', async () => {
    await enrol();
    await register('张欣');
    const first = await exportTo();
    const bytes = readFileSync(bundlePath(first.written[0]?.file ?? ''));
    const other = tempFolder();
    const second = await exportTo(other);
    expect(second.written.map(({ seq, file }) => ({ seq, file }))).toEqual(
      first.written.map(({ seq, file }) => ({ seq, file })),
    );
    expect(outbox()).toHaveLength(1);
    expect(readFileSync(bundlePath(first.written[0]?.file ?? '', other)).equals(bytes)).toBe(true);
    await exportTo();
    expect(onStick()).toHaveLength(1);
  });

  test('pressed twice at once seals one bundle, not two of the same number', async () => {
    await enrol();
    await register('张欣');
    const [a, b] = await Promise.all([exportTo(), exportTo()]);
    expect(a.written.map(({ file }) => file)).toEqual(b.written.map(({ file }) => file));
    expect(outbox()).toHaveLength(1);
  });

  test('of a week in which nothing happened is a bundle too: nothing happened is not nothing arrived', async () => {
    await enrol();
    await exportTo();
    desk.clock.forward({ days: 7 });
    expect((await desk.counter.weekly.status({})).state).toBe('open');
    const { written } = await exportTo();
    expect(written.map(({ seq }) => seq)).toEqual([1, 2]);
    const { bundle } = await station.open(bundlePath(written[1]?.file ?? ''));
    expect(bundle.manifest.counts['visitors'] ?? { I: 0, U: 0, X: 0, live: 0 }).toMatchObject({
      I: 0,
      U: 0,
      X: 0,
    });
  });

  test('sends everything again until it is receipted, each bundle after the one before', async () => {
    await enrol();
    for (const name of ['张欣', '刘洋', '王敏']) {
      await register(name);
      await exportTo();
      desk.clock.forward({ days: 7 });
    }
    const fresh = tempFolder();
    const { written } = await exportTo(fresh);
    expect(written.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    let prev: string | null = null;
    let next = 1;
    for (const { file } of written) {
      const { bundle } = await station.open(bundlePath(file, fresh));
      expect(bundle.manifest).toMatchObject({ prev, range: { from: next } });
      prev = bundle.manifestSha256;
      next = bundle.manifest.range.to + 1;
    }
  });

  test.runIf(mayMount())(
    'speaks for the week it was sealed in, however late an old bundle is written again',
    async () => {
      await enrol();
      await exportTo();
      desk.clock.forward({ days: 14 });
      expect((await desk.counter.weekly.status({})).state).toBe('overdue');
      // The stick takes the old bundle and then fails: this week has still none.
      const store = desk.office().session.opened()?.store;
      expect(store?.raw.prepare('SELECT count(*) FROM bundles').pluck().get()).toBe(1);
      const full = tinyDisk(24);
      const [old] = outbox();
      mkdirSync(join(full, 'JWB', 'to-station'), { recursive: true });
      writeFileSync(
        join(full, 'JWB', 'to-station', String(old)),
        readFileSync(join(desk.dataDir, 'outbox', String(old))),
      );
      fill(full);
      expect(await refusedExport(full)).toEqual({ code: 'stick', fault: 'full' });
      expect((await desk.counter.weekly.status({})).state).toBe('overdue');
      expect((await exportTo()).written.map(({ seq }) => seq)).toEqual([1, 2]);
      // The weeks before are caught up; this one still has its own Friday.
      expect((await desk.counter.weekly.status({})).state).toBe('open');
    },
  );

  test('whose outbox files were lost sends their lines again under a new number, also from the middle', async () => {
    await enrol();
    for (const name of ['张欣', '刘洋', '王敏']) {
      await register(name);
      await exportTo();
      desk.clock.forward({ days: 7 });
    }
    const rows = (await desk.counter.weekly.status({})).bundles.toReversed();
    const [first, second, third] = rows;
    if (first === undefined || second === undefined || third === undefined) throw new Error('three bundles');
    rmSync(join(desk.dataDir, 'outbox', second.file));
    const { written } = await exportTo(tempFolder());
    expect(written.map(({ seq }) => seq)).toEqual([1, 3, 4]);
    expect(written.at(-1)).toMatchObject({ seq: 4, from: second.from });
    // A damaged file is as good as none.
    writeFileSync(join(desk.dataDir, 'outbox', first.file), 'damaged');
    await register('陈静');
    const again = await exportTo(tempFolder());
    expect(again.written.map(({ seq, from }) => ({ seq, from }))).toEqual([
      { seq: 3, from: third.from },
      { seq: 4, from: second.from },
      { seq: 5, from: 1 },
    ]);
    expect((await desk.counter.weekly.status({})).waitingLines).toBeLessThan(10);
  });
});

describe('a stick that does not take it', () => {
  test('is named for what it is, and no half file bears a final name', async () => {
    await enrol();
    await register('张欣');
    const gone = { code: 'stick', fault: 'gone' };
    expect(await refusedExport(join(stick, 'gone'))).toEqual(gone);
    const file = join(tempFolder(), 'a-file');
    writeFileSync(file, 'x');
    expect(await refusedExport(file)).toEqual(gone);
    expect(
      await failureOfCall(desk.counter.weekly.readReceipts({ folder: await chosen(join(stick, 'gone')) })),
    ).toEqual(gone);
    // Nothing is lost: the next stick gets it.
    expect((await exportTo()).written).toHaveLength(1);
  });

  test.runIf(mayMount())('because it is full says so, and leaves it as it was', async () => {
    await enrol();
    await register('张欣');
    const full = tinyDisk(16);
    fill(full);
    expect(await refusedExport(full)).toEqual({ code: 'stick', fault: 'full' });
    expect(onStick(full)).toEqual([]);
    expect((await desk.counter.weekly.status({})).bundles).toMatchObject([
      { seq: 1, state: 'sealed', writtenAt: null },
    ]);
    expect((await exportTo()).written).toMatchObject([{ seq: 1, state: 'written' }]);
  });

  test('because it is read-only says so', async () => {
    await enrol();
    // Nobody may make a folder here, whoever they are.
    expect(await refusedExport('/sys/kernel')).toEqual({ code: 'stick', fault: 'read-only' });
  });
});

describe('a receipt', () => {
  async function exported(): Promise<string> {
    await enrol();
    await register('张欣');
    return (await exportTo()).written[0]?.file ?? '';
  }
  const read = async () =>
    (await desk.counter.weekly.readReceipts({ folder: await chosen() })).map(({ check }) => check);
  const stateOf = async (seq: number) =>
    (await desk.counter.weekly.status({})).bundles.find((bundle) => bundle.seq === seq);

  test('that all arrived confirms the bundle, which is then not written again', async () => {
    const file = await exported();
    const applied = await appliedUpTo(file);
    await station.receipt(stick, { applied, seen_files: [hash32(file)] });
    expect(await read()).toEqual([null]);
    expect(await stateOf(1)).toMatchObject({ state: 'confirmed', check: null });
    expect(await desk.counter.weekly.status({})).toMatchObject({
      confirmedLines: applied['1'].n,
      lastReceiptAt: desk.clock.now(),
    });
    desk.clock.forward({ days: 7 });
    const { written } = await exportTo();
    expect(written.map(({ seq }) => seq)).toEqual([2]);
    const { bundle } = await station.open(bundlePath(written[0]?.file ?? ''));
    expect(bundle.manifest.last_receipt).toMatchObject({
      station_epoch: 1,
      seq: 1,
      confirmed: { '1': applied['1'].n },
    });
  });

  test('left on the stick is passed over when it is met again, and so are older ones', async () => {
    const applied = await appliedUpTo(await exported());
    await station.receipt(stick, { seq: 1, applied: {} });
    await station.receipt(stick, { seq: 2, applied });
    expect(await read()).toEqual([null, null]);
    const lines = () =>
      desk.office().session.opened()?.store.raw.prepare('SELECT count(*) FROM journal').pluck().get();
    const before = lines();
    expect(await read()).toEqual([null, null]);
    expect(lines()).toBe(before);
    expect(await desk.counter.weekly.status({})).toMatchObject({ confirmedLines: applied['1'].n });
  });

  test('is refused when it is forged, old, of another office, or claims what the office never wrote', async () => {
    const file = await exported();
    const applied = await appliedUpTo(file);
    const { n, chain } = applied['1'];
    await station.receipt(stick, { seq: 5, applied });
    expect(await read()).toEqual([null]);
    const table: [
      string,
      string,
      Parameters<TestStation['receipt']>[1],
      Parameters<TestStation['receipt']>[2]?,
    ][] = [
      ['replayed number with other content', 'E701', { seq: 5, applied: {} }],
      ['an older number', 'E701', { seq: 4, applied }],
      ['another office', 'E702', { seq: 6, office: '519901-08', applied: {} }],
      ['more than was written', 'E704', { seq: 6, applied: { '1': { n: n + 1000, chain } } }],
      ['another chain', 'E706', { seq: 6, applied: { '1': { n, chain: '0'.repeat(64) } } }],
      ['another epoch of the office', 'E704', { seq: 6, applied: { '2': { n: 1, chain } } }],
      ['another copy of the station', 'E707', { seq: 6, station_tag: 'ffffffff', applied }],
      ['a stranger', 'E703', { seq: 6, applied }, { signer: generateSigner() }],
    ];
    for (const [what, check, say, options] of table) {
      const path = await station.receipt(stick, say, options);
      expect({ what, checks: (await read()).filter((one) => one !== null) }).toEqual({
        what,
        checks: [check],
      });
      // A refused file stays where it is.
      expect(existsSync(path)).toBe(true);
      rmSync(path);
    }
    expect(await stateOf(1)).toMatchObject({ state: 'confirmed' });
    expect(await desk.counter.weekly.status({})).toMatchObject({ confirmedLines: n });
  });

  test('that is damaged, or no receipt at all, gives one outcome for each file and changes nothing', async () => {
    const file = await exported();
    const applied = await appliedUpTo(file);
    const path = await station.receipt(stick, { applied });
    const bytes = readFileSync(path);
    const folder = join(stick, 'JWB', 'to-office');
    rmSync(path);
    writeFileSync(join(folder, 'cut.jwb'), bytes.subarray(0, bytes.length - 700));
    const flipped = Buffer.from(bytes);
    flipped.writeUInt8(flipped.readUInt8(4000) ^ 1, 4000);
    writeFileSync(join(folder, 'flipped.jwb'), flipped);
    writeFileSync(join(folder, 'empty.jwb'), '');
    writeFileSync(join(folder, 'bundle.jwb'), readFileSync(bundlePath(file)));
    writeFileSync(join(folder, 'notes.txt'), 'not ours');
    mkdirSync(join(folder, 'folder.jwb'));
    const outcomes = await desk.counter.weekly.readReceipts({ folder: await chosen() });
    expect(outcomes.map((outcome) => outcome.file).sort()).toEqual([
      'bundle.jwb',
      'cut.jwb',
      'empty.jwb',
      'flipped.jwb',
      'folder.jwb',
    ]);
    for (const { file: name, check } of outcomes)
      expect({ name, check }).toEqual({ name, check: expect.stringMatching(/^E\d{3}$/) });
    expect(await desk.counter.weekly.status({})).toMatchObject({ confirmedLines: 0, lastReceiptAt: null });
  });

  test('says of a bundle that it was refused or is held, and either is sent again', async () => {
    await enrol();
    const files: string[] = [];
    for (const name of ['张欣', '刘洋', '王敏']) {
      await register(name);
      files.push((await exportTo()).written.at(-1)?.file ?? '');
      desk.clock.forward({ days: 7 });
    }
    const [first = '', second = '', third = ''] = files;
    await station.receipt(stick, {
      applied: await appliedUpTo(first),
      refused: [{ file: hash32(second), code: 'E306' }],
      seen_files: [hash32(first), hash32(second), hash32(third)],
    });
    expect(await read()).toEqual([null]);
    const { bundles } = await desk.counter.weekly.status({});
    expect(bundles.toReversed().map(({ state, check }) => ({ state, check }))).toEqual([
      { state: 'confirmed', check: null },
      { state: 'refused', check: 'E306' },
      { state: 'held', check: null },
    ]);
    const { written } = await exportTo(tempFolder());
    expect(written.map(({ seq }) => seq)).toEqual([2, 3, 4]);
  });

  test('of a station that was restored puts the marks back, and what it lacks is sent again', async () => {
    const file = await exported();
    const applied = await appliedUpTo(file);
    await station.receipt(stick, { seq: 9, applied, seen_files: [hash32(file)] });
    await read();
    await station.receipt(stick, { station_epoch: 2, station_tag: 'aaaaaaaa', seq: 1, applied: {} });
    await read();
    expect(await desk.counter.weekly.status({})).toMatchObject({ confirmedLines: 0 });
    expect(await stateOf(1)).toMatchObject({ state: 'written' });
    expect((await exportTo(tempFolder())).written[0]).toMatchObject({ seq: 1 });
  });

  test('brings newer keys of the station along, once', async () => {
    const file = await exported();
    await station.receipt(stick, { applied: await appliedUpTo(file) }, { withKeyset: 2 });
    expect(await read()).toEqual([null]);
    const versions = () =>
      desk
        .office()
        .session.opened()
        ?.store.raw.prepare(
          `SELECT json_extract(line, '$.d.version') FROM journal WHERE json_extract(line, '$.d.event') = 'keyset-renewed'`,
        )
        .pluck()
        .all();
    expect(versions()).toEqual([2]);
    await station.receipt(stick, { seq: 2, applied: {} }, { withKeyset: 2 });
    await read();
    expect(versions()).toEqual([2]);
  });
});

/** Nothing goes on it any more. */
function fill(folder: string): void {
  try {
    for (let i = 0; ; i += 1) writeFileSync(join(folder, `full-${i}`), Buffer.alloc(4096));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
}
