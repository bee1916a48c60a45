/** The old PC is gone: a new office, enrolled in person, is the old one again as far as the station had come. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { kindOf } from '#bundle-format';
import { openRescuer } from '#main/rescue/rescue.ts';
import { verifyStore } from '#main/db/verify.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { visitorsLedger } from '#main/ledgers/visitors/table.ts';
import { systemCaller } from '#main/session/callers.ts';
import { ADMIN, loginOf, OFFICE, openTestOffice, PASSWORD, type TestOffice } from '#tests/support/office.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { enquiry, newDraft } from '#tests/support/visits.ts';
import { openPair, pinCard, type Pair } from './real-office.ts';
import type { StationKit } from './station-kit.ts';

const MARK = '〔已删去的话〕';

const register = ({ counter }: TestOffice, name: string) =>
  counter.visitors.register({ visit: { ...enquiry, name }, draft: newDraft() });

const storeOf = (desk: TestOffice) => {
  const open = desk.office().session.opened();
  if (open === null) throw new Error('locked');
  return open;
};

const rowsOf = (desk: TestOffice, sql: string) => storeOf(desk).store.raw.prepare(sql).all();
const VISITS = `SELECT * FROM visitors WHERE id NOT IN (SELECT record FROM journal WHERE op = 'F') ORDER BY id`;
const STAFF = 'SELECT id, name, login, role, badge_no, phone, retired_at FROM staff ORDER BY id';

/** Two bundles at the station, one visit forgotten, one visit that never left the old PC. */
async function oldOffice(): Promise<Pair> {
  const pair = await openPair();
  onTestFinished(() => pair.desk.dispose());
  const { desk, station } = pair;
  await register(desk, '张欣');
  const { id } = await register(desk, MARK);
  const stay = await register(desk, '刘洋');
  await desk.counter.visitors.amend({ id: stay.id, revision: 1, visit: { ...enquiry, name: '刘大洋' } });
  await station.done('receive', '--from', await pair.exportTo());
  storeOf(desk).journal.write(systemCaller, (write) => write.forget(visitorsLedger, id, 'retention'));
  await register(desk, '陈静');
  const stick = await pair.exportTo();
  await station.done('receive', '--from', stick);
  await pair.read(stick);
  return pair;
}

/** Set up by an administrator of its own and enrolled, as the office whose PC is gone. */
async function newOffice(station: StationKit, anew = true): Promise<TestOffice> {
  const desk = await openTestOffice({ setUp: false });
  onTestFinished(() => desk.dispose());
  desk.clock.forward({ days: 3 });
  const { recoveryCode } = await desk.counter.setup.begin({
    language: 'zh',
    office: OFFICE,
    administrator: { name: '孙新任', login: 'newadmin', password: ADMIN.password },
  });
  await desk.counter.setup.finish({ code: recoveryCode, backup: null });
  const papers = tempFolder();
  await pinCard(desk, station, papers);
  desk.shell.choose(papers);
  const { handle } = await desk.counter.weekly.chooseFolder({});
  const { file, digits } = await desk.counter.station.writeEnrolment({ folder: handle });
  const flags = anew ? ['--anew'] : [];
  await station.done(
    'enrol',
    join(papers, file),
    '--digits',
    digits.join(' '),
    '--out',
    tempFolder(),
    ...flags,
  );
  return desk;
}

/** Whoever looks after the office gives the officer a password again. */
async function asOfficer(desk: TestOffice): Promise<void> {
  const officer = (await desk.counter.staff.list({})).find(({ login }) => login === loginOf('officer'));
  if (officer === undefined) throw new Error('no officer');
  const { id, revision } = officer;
  await desk.counter.staff.resetPassword({ id, revision, password: PASSWORD });
  await desk.restart();
  await desk.counter.session.unlock({ login: loginOf('officer'), password: PASSWORD });
}

async function takeBack(desk: TestOffice, stick: string, last: number | null = null) {
  const rescuer = openRescuer(storeOf(desk), { onProgress: () => undefined, onOrdered: () => undefined });
  const preview = await rescuer.look(stick, last);
  const caller = desk.office().session.caller();
  if (caller === null) throw new Error('locked');
  const done = await rescuer.go(caller);
  await desk.restart();
  return { preview, done };
}

test('every record, every line and every account comes back; forgotten ones stay so; the next bundle is accepted', async () => {
  const pair = await oldOffice();
  const { desk: old, station } = pair;
  const before = { visits: rowsOf(old, VISITS), staff: rowsOf(old, STAFF) };
  const held = (await station.done('report')).offices?.[0]?.applied[0];
  await register(old, '没有送出去的人');
  await old.office().close();

  const desk = await newOffice(station);
  const stick = tempFolder();
  const written = await station.run('rescue', OFFICE.code, '--to', stick);
  expect(written.answer).toMatchObject({ ok: true, lines: held?.n, next: 2 });
  const { preview, done } = await takeBack(desk, stick, (held?.n ?? 0) + 4);
  expect(preview).toMatchObject({
    lines: held?.n,
    next: 2,
    live: expect.arrayContaining([{ ledger: 'visitors', rows: 3 }]),
  });
  expect(done.lost).toEqual({ epoch: 1, from: (held?.n ?? 0) + 1, to: (held?.n ?? 0) + 4 });

  await expect(
    desk.counter.session.unlock({ login: ADMIN.login, password: ADMIN.password }),
  ).rejects.toThrow();
  await desk.counter.session.unlock({ login: 'newadmin', password: ADMIN.password });
  expect(rowsOf(desk, VISITS)).toEqual(before.visits);
  expect(rowsOf(desk, STAFF)).toEqual([
    ...before.staff,
    expect.objectContaining({ login: 'newadmin', role: 'administrator', retired_at: null }),
  ]);
  const { store, office } = storeOf(desk);
  expect(verifyStore(store.raw, office, LEDGER_TABLES).rows).toMatchObject({ visitors: 4 });
  expect(everyByteBelow(desk.dataDir)).not.toContain(MARK);
  expect(rowsOf(desk, 'SELECT line FROM journal').map(String).join('')).not.toContain(MARK);

  await asOfficer(desk);
  expect((await register(desk, '新来的')).id).toBe('07-000005');
  desk.shell.choose(stick);
  const { handle } = await desk.counter.weekly.chooseFolder({});
  const exported = await desk.counter.weekly.export({ folder: handle });
  expect(exported.receipts.every(({ check }) => check === null)).toBe(true);
  expect(exported.written).toMatchObject([{ seq: 1 }]);
  const { answer } = await station.run('receive', '--from', stick);
  expect(answer.files).toMatchObject([{ disposition: 'apply', sealedEpoch: 2, seq: 1, epoch: 2 }]);
  expect((await station.done('report')).offices?.[0]).toMatchObject({ live: { visitors: 4 } });
});

/** Names and contents of every file, as far as they are text. */
function everyByteBelow(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name + readFileSync(join(entry.parentPath, entry.name)).toString('utf8'))
    .join('\n');
}

test('nothing is given to a computer that was not enrolled anew, and nothing is taken where records stand', async () => {
  const pair = await oldOffice();
  const { station } = pair;
  expect((await station.run('rescue', OFFICE.code, '--to', tempFolder())).answer.code).toBe(
    'not-enrolled-anew',
  );
  expect((await station.run('rescue', '519901-99', '--to', tempFolder())).answer.code).toBe('unknown-office');
  await pair.desk.office().close();
  const desk = await newOffice(station);
  const stick = tempFolder();
  await station.done('rescue', OFFICE.code, '--to', stick);
  const officer = {
    name: '李建国',
    badgeNo: '',
    phone: '',
    role: 'officer',
    login: loginOf('officer'),
  } as const;
  await desk.counter.staff.add({ ...officer, password: PASSWORD });
  await asOfficer(desk);
  await register(desk, '太早');
  await expect(takeBack(desk, stick)).rejects.toMatchObject({
    failure: { code: 'bundle-refused', check: 'E716' },
  });
});

test('a file that is missing is missed, and one that is damaged is named', async () => {
  const pair = await oldOffice();
  await pair.desk.office().close();
  const desk = await newOffice(pair.station);
  const stick = tempFolder();
  await expect(takeBack(desk, stick)).rejects.toMatchObject({ failure: { check: 'E717' } });
  await pair.station.done('rescue', OFFICE.code, '--to', stick);
  const folder = join(stick, 'JWB', 'to-office');
  const kinds = await Promise.all(readdirSync(folder).map((name) => kindOf(join(folder, name))));
  expect(kinds.toSorted()).toEqual(['receipt', 'restore']);
  const name = readdirSync(folder)[kinds.indexOf('restore')] ?? '';
  const whole = readFileSync(join(folder, name));
  const changed = Buffer.from(whole);
  changed.writeUInt8(changed.readUInt8(changed.length >> 1) ^ 1, changed.length >> 1);
  writeFileSync(join(folder, name), changed);
  await expect(takeBack(desk, stick)).rejects.toMatchObject({ failure: { check: 'E306' } });

  // Ended in the middle of building, the new office stands as it was, and it is done again.
  writeFileSync(join(folder, name), whole);
  const rescuer = openRescuer(storeOf(desk), {
    onProgress: () => {
      throw new Error('the power is gone');
    },
    onOrdered: () => undefined,
  });
  await rescuer.look(stick, null);
  const caller = desk.office().session.caller();
  if (caller === null) throw new Error('locked');
  await expect(rescuer.go(caller)).rejects.toThrow('the power is gone');
  expect(existsSync(join(desk.dataDir, 'restore'))).toBe(true);
  await desk.restart();
  expect(existsSync(join(desk.dataDir, 'restore'))).toBe(false);
  await desk.counter.session.unlock({ login: 'newadmin', password: ADMIN.password });
  await takeBack(desk, stick);
  await desk.counter.session.unlock({ login: 'newadmin', password: ADMIN.password });
  expect(rowsOf(desk, VISITS)).toHaveLength(3);
});
