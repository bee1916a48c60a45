/** What the station refuses to answer, whatever an office sends; what it keeps of an answer; and what it opens of a seal. */
import { hash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { leafOf, sealContent, type Change, type Datum } from '#bundle-format';
import { CATEGORY_CODES, type CategoryCode } from '#shared/ledgers/statutory/categories.ts';
import type { Entry } from '#shared/ledgers/statutory/entry.ts';
import { homeAt } from '#station/home.ts';
import { readKeys } from '#station/keys/key-ring.ts';
import { ownList } from '#station/deciding/entry.ts';
import { openDatabase } from '#station/store/sqlite/open.ts';
import { entryOf } from '#tests/support/statutory-entries.ts';
import { enrol, newOffice, officeWith, onlyReceipt, type OfficeKit } from './office-kit.ts';
import { newStation, newStick, passphrase, tempFolder, type StationKit } from './station-kit.ts';

let station: StationKit;
let office: OfficeKit;
let sent = 0;
beforeEach(async () => {
  station = await newStation();
  office = await newOffice(station);
  await enrol(station, office);
  sent = 0;
});

const TODAY = '2026-11-23';

/** The fields of a first line: what is empty is left out of it. */
function fieldsOf(category: CategoryCode, also: Partial<Entry> & Record<string, unknown> = {}): Change['d'] {
  const fields = {
    ...entryOf(category),
    list: ownList(),
    state: category === 'SM08' ? 'approved' : 'provisional',
    officer: '07-000002',
    enteredOn: TODAY,
    ...also,
  };
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  );
}
const entered = (k: string, d: Change['d']): Partial<Change> => ({ l: 'statutory_matters', k, d });

/** Everything written since the last time arrives; the receipt that came back. */
async function deliver(from: OfficeKit = office) {
  const stick = newStick();
  await from.seal(stick.toStation, sent + 1);
  sent = from.last();
  await station.done('receive', '--from', stick.root);
  return onlyReceipt(station, from, stick.toOffice);
}
/** The receipt that is written without receiving. */
async function answer(to: OfficeKit = office) {
  const stick = newStick();
  await station.done('answer', to.code, '--to', stick.root);
  return onlyReceipt(station, to, stick.toOffice);
}
const approve = (number: string, ...also: string[]) =>
  station.run('approve', office.code, number, '--reviewer', '郑审核', ...also);
const pending = async () => (await station.done('pending')).entries ?? [];

async function inStore<T>(look: (db: Database.Database) => T): Promise<T> {
  const home = homeAt(station.home);
  const db = openDatabase(home.store, (await readKeys(home, passphrase)).storeKey);
  try {
    return look(db);
  } finally {
    db.close();
  }
}

describe('an approval is refused', () => {
  const K = '07-000007';
  const refusals: readonly [string, string, Change['d']][] = [
    [
      'of somebody who was under eighteen on the day of the document',
      'was-minor',
      fieldsOf('SM01', { birthDate: '2009-01-01' }),
    ],
    ['of a term one day beyond the cap', 'beyond-cap', fieldsOf('SM01', { endsOn: '2027-11-21' })],
    [
      'of a term the law fixes and the entry does not',
      'beyond-cap',
      fieldsOf('SM05', { endsOn: '2027-11-20' }),
    ],
    ['of an entry under another closed list', 'other-list', fieldsOf('SM01', { list: '0'.repeat(16) })],
    ['of a body that may not decide it', 'breaks-rules', fieldsOf('SM03', { issuerKind: 'police' })],
    [
      'of a term that is over',
      'term-over',
      fieldsOf('SM01', { enteredOn: '2026-11-21', endsOn: '2026-11-23' }),
    ],
    ['after fourteen days', 'too-late', fieldsOf('SM01', { enteredOn: '2026-11-09' })],
    ['of what was answered before', 'not-provisional', fieldsOf('SM01', { state: 'denied' })],
    ['of a court order, which asks for none', 'needs-no-answer', fieldsOf('SM08')],
  ];
  test.each(refusals)('%s', async (_, code, d) => {
    office.write(entered(K, d));
    await deliver();
    expect(await approve(K)).toMatchObject({ exit: 3, answer: { ok: false, code } });
    expect((await answer()).decisions).toEqual([]);
  });

  test('of somebody whom the population ledger knows as a minor, merges followed', async () => {
    const resident = (k: string, d: Change['d']) => ({ l: 'residents', k, d });
    office.write(
      resident('07-000001', { name: '何远', birthDate: '1987-03-14', mergedInto: '07-000002' }),
      { l: 'residents', k: '07-000001', op: 'X', b: 1, v: 2, d: {}, why: '合并' },
      resident('07-000002', { name: '何远', birthDate: '2009-03-14' }),
      entered(K, fieldsOf('SM01', { residentId: '07-000001' })),
    );
    await deliver();
    expect(await approve(K)).toMatchObject({ exit: 3, answer: { code: 'was-minor' } });
    expect(await pending()).toMatchObject([{ number: K, flaw: { code: 'was-minor' } }]);
  });

  test('of a number or an office that nobody knows, and of an answer given twice', async () => {
    office.write(entered(K, fieldsOf('SM01')));
    await deliver();
    expect(await approve('07-000008')).toMatchObject({ exit: 3, answer: { code: 'unknown-record' } });
    expect(await station.run('approve', '519901-09', K, '--reviewer', '郑审核')).toMatchObject({
      exit: 3,
      answer: { code: 'unknown-office' },
    });
    expect((await approve(K)).exit).toBe(0);
    expect(await approve(K)).toMatchObject({ exit: 3, answer: { code: 'already-answered' } });
    const denied = await station.run('deny', office.code, K, '--reviewer', '郑审核', '--reason', '不全');
    expect(denied).toMatchObject({ exit: 3, answer: { code: 'already-answered' } });
  });

  test('without a reviewer, with a name that is none, or with a second reviewer nobody asked for: exit 2', async () => {
    office.write(entered(K, fieldsOf('SM01')));
    await deliver();
    for (const argv of [
      ['approve', office.code, K],
      ['approve', office.code],
      ['approve', office.code, K, K, '--reviewer', '郑审核'],
      ['approve', office.code, K, '--reviewer', '郑/审核'],
      ['approve', office.code, K, '--reviewer', '郑审核', '--second', '冯复核'],
      ['deny', office.code, K, '--reviewer', '郑审核'],
      ['deny', office.code, K, '--reviewer', '郑审核', '--reason', ' '],
      ['deny', office.code, K, '--reviewer', '郑审核', '--reason', '长'.repeat(201)],
      ['answer', '--to', tempFolder()],
      ['answer', office.code, '--all', '--to', tempFolder()],
      ['unseal', office.code, K, '--reviewer', '郑审核', '--reason', '复议', '--ledger', 'visitors'],
    ])
      expect([argv, (await station.run(...argv)).exit]).toEqual([argv, 2]);
    expect((await answer()).decisions).toEqual([]);
  });
});

test('an answer names the very line that was read, for every category that waits for one', async () => {
  const kinds = CATEGORY_CODES.filter((code) => code !== 'SM08');
  office.write(...kinds.map((code, i) => entered(`07-00000${i + 1}`, fieldsOf(code))));
  await deliver();
  for (const [i, code] of kinds.entries())
    await station.done(
      'approve',
      office.code,
      `07-00000${i + 1}`,
      '--reviewer',
      '郑审核',
      ...(code === 'SM02' ? ['--second', '冯复核'] : []),
    );
  const { decisions } = await answer();
  expect(decisions.map(({ k, v, leaf }) => [k, v, leaf])).toEqual(
    office.lines().map((line, i) => [`07-00000${i + 1}`, 1, leafOf(line).toString('hex')]),
  );
});

test('every entry that is shown leaves a line in the log, and nobody can change or remove one', async () => {
  office.write(entered('07-000001', fieldsOf('SM01')), entered('07-000002', fieldsOf('SM08')));
  await deliver();
  await approve('07-000001');
  await station.done('report');
  expect(await inStore((db) => db.prepare('SELECT count(*) FROM looks').pluck().get())).toBe(0);
  await pending();
  const looks = await inStore((db) =>
    db.prepare('SELECT verb, office, ledger, record, account FROM looks').all(),
  );
  const look = { verb: 'pending', office: office.code, ledger: 'statutory_matters', account: 'duty' };
  expect(looks).toEqual([
    { ...look, record: '07-000001' },
    { ...look, record: '07-000002' },
  ]);
  await inStore((db) => {
    for (const sql of [
      'DELETE FROM looks',
      `UPDATE looks SET account = ''`,
      'DELETE FROM decisions',
      `UPDATE decisions SET answer = 'deny'`,
      `UPDATE decisions SET reason = '另一理由'`,
    ])
      expect(() => db.exec(sql)).toThrow(/append only/);
  });
});

test('a restored office is told again what it took after the restored point, each answer bound to the line it was given to', async () => {
  office.write(entered('07-000001', fieldsOf('SM01')));
  office.visitors(1);
  office.write(entered('07-000002', fieldsOf('SM01')));
  await deliver();
  for (const number of ['07-000001', '07-000002']) await approve(number);
  for (const k of ['07-000001', '07-000002'])
    office.write({ l: 'statutory_matters', k, op: 'U', b: 1, v: 2, d: { state: 'approved' } });
  expect((await deliver()).decisions).toEqual([]);

  const base = { epoch: 1, n: 2, chain: office.chainAt(2) };
  const restored = officeWith(station, office.signer, office.box, { epoch: 2, base });
  // The number of the entry that was lost is given to somebody else.
  restored.write(entered('07-000002', fieldsOf('SM01', { name: '别人' })));
  const stick = newStick();
  await restored.seal(stick.toStation, 1, 1, { live: { statutory_matters: 2, visitors: 1 } });
  await station.done('receive', '--from', stick.root);
  const { decisions } = await onlyReceipt(station, restored, stick.toOffice);
  const ofLine = (log: OfficeKit, n: number) => leafOf(log.lines()[n - 1] ?? '').toString('hex');
  // That of the lost entry goes too, and names a line that the restored office does not hold.
  expect(decisions.map(({ k, leaf }) => [k, leaf])).toEqual([
    ['07-000001', ofLine(office, 1)],
    ['07-000002', ofLine(office, 3)],
  ]);
  expect((await pending()).map(({ number, answered }) => [number, answered])).toEqual([
    ['07-000001', 'approve'],
    ['07-000002', null],
  ]);
});

test('the words of a denial go when the office forgets the entry', async () => {
  office.write(entered('07-000001', fieldsOf('SM01')));
  await deliver();
  await station.done('deny', office.code, '07-000001', '--reviewer', '郑审核', '--reason', '何远已搬走');
  office.write({
    ...entered('07-000001', { category: 'SM01' }),
    op: 'F',
    b: 2,
    v: 2,
    u: 'system',
    via: 'system',
    why: 'removed',
  });
  expect((await deliver()).decisions).toEqual([]);
  const rows = await inStore((db) => db.prepare('SELECT answer, reason, settled FROM decisions').all());
  expect(rows).toEqual([{ answer: 'deny', reason: '', settled: 2 }]);
});

describe('a sealed record', () => {
  const content = {
    r: 'ab',
    from: 'statutory_matters',
    record: { id: '07-000003', name: '何远' },
    parts: [],
  };
  async function sealedLine(changes: Record<string, Datum> = {}): Promise<Partial<Change>> {
    const { recipients } = await station.keyset();
    const bytes = Buffer.from(JSON.stringify(content));
    const envelope = (await sealContent(bytes, [recipients.op, recipients.escrow])).toString('base64');
    const d = {
      from: 'statutory_matters',
      number: '07-000003',
      category: 'SM01',
      startsOn: '2026-11-20',
      endsOn: '2026-11-22',
      sealedOn: TODAY,
      why: 'ended',
      digest: hash('sha256', bytes),
      envelope,
      keyset: 2,
      retainUntil: '2027-05-23',
      synthetic: false,
      ...changes,
    };
    return { l: 'sealed_records', k: '07-000001', d };
  }
  const unseal = (number: string, ...also: string[]) =>
    station.run('unseal', office.code, number, '--reviewer', '郑审核', '--reason', '当事人申请复议', ...also);

  test('is opened by its number for a written reason, logged, and told to the office until its lines show it', async () => {
    office.write(await sealedLine());
    await deliver();
    const { exit, answer: said } = await unseal('07-000003');
    expect([exit, said.content]).toEqual([0, content]);
    const looks = await inStore((db) =>
      db.prepare('SELECT verb, ledger, record, reviewer, reason FROM looks').all(),
    );
    expect(looks).toEqual([
      {
        verb: 'unseal',
        ledger: 'sealed_records',
        record: '07-000001',
        reviewer: '郑审核',
        reason: '当事人申请复议',
      },
    ]);
    const [notice] = (await answer()).decisions;
    expect(notice).toMatchObject({
      ledger: 'sealed_records',
      k: '07-000001',
      answer: 'unsealed',
      reviewer: '郑审核',
      reason: '当事人申请复议',
    });
    // The record is changed and even forgotten: that it was opened is told all the same.
    office.write({ l: 'sealed_records', k: '07-000001', op: 'U', b: 1, v: 2, d: { why: 'ended' } });
    expect((await deliver()).decisions).toEqual([notice]);
    const told = { event: 'unsealed', number: '07-000001', at: notice?.at ?? '', reviewer: '郑审核' };
    office.write({
      l: 'sealed_records',
      k: '07-000001',
      op: 'A',
      b: 0,
      v: 0,
      d: told,
      why: '当事人申请复议',
    });
    expect((await deliver()).decisions).toEqual([]);
  });

  test('that is not there, not ours, or not what its hash says is not shown, and leaves no line', async () => {
    office.write(await sealedLine({ digest: '0'.repeat(64) }));
    await deliver();
    expect(await unseal('07-000004')).toMatchObject({ exit: 3, answer: { code: 'unknown-record' } });
    expect(await unseal('07-000003', '--ledger', 'disputes')).toMatchObject({
      exit: 3,
      answer: { code: 'unknown-record' },
    });
    expect(await unseal('07-000003')).toMatchObject({ exit: 5, answer: { code: 'sealed-differs' } });
    office.write({ l: 'sealed_records', k: '07-000001', op: 'U', b: 1, v: 2, d: { envelope: 'AAAA' } });
    await deliver();
    expect(await unseal('07-000003')).toMatchObject({ exit: 4, answer: { check: 'E403' } });
    expect(await inStore((db) => db.prepare('SELECT count(*) FROM looks').pluck().get())).toBe(0);
    expect((await answer()).decisions).toEqual([]);
  });
});
