/** 到期删除 in a real office: what is due, when it goes, what certifies it, and what holds it back. */
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { parseChange, readForgotten } from '#bundle-format';
import type { Role } from '#shared/kernel/role.ts';
import { isUnseen } from '#shared/ledgers/names.ts';
import { openStore } from '#main/db/open.ts';
import { verifyStore } from '#main/db/verify.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { RETAINED } from '#main/retention/retained.ts';
import { RECORDS_A_RUN, runRetention } from '#main/retention/run.ts';
import { newVisit } from '#main/ledgers/visitors/service.ts';
import { visitorsLedger } from '#main/ledgers/visitors/table.ts';
import { systemCaller } from '#main/session/callers.ts';
import { seedOffice } from '#main/seed/seed.ts';
import { failureOfCall } from '#tests/support/failures.ts';
import { ADMIN, OFFICE, openTestOffice, PASSWORD, type TestOffice } from '#tests/support/office.ts';
import { dataKeyOf } from '#tests/support/store.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { enquiry, newDraft } from '#tests/support/visits.ts';

let desk: TestOffice;
beforeEach(async () => {
  desk = await openTestOffice({ staffed: true });
  onTestFinished(() => desk.dispose());
  await desk.signIn('officer');
});

/** Ledgers of which nothing is due here, as whoever is no auditor is told. */
const others = RETAINED.flatMap(({ ledger: { name } }) =>
  name === 'visitors' || isUnseen(name) ? [] : [{ ledger: name, due: 0 }],
);
const opened = () => {
  const open = desk.office().session.opened();
  if (open === null) throw new Error('the office is locked');
  return open;
};
const register = (name: string) =>
  desk.counter.visitors.register({
    visit: { ...enquiry, name, phone: '15400015678', matter: 'help' },
    draft: newDraft(),
  });
const rowOf = (id: string) =>
  opened().store.raw.prepare('SELECT * FROM visitors WHERE id = ?').get(id) as Record<string, unknown>;
const linesOfOp = (op: string) =>
  (opened().store.raw.prepare('SELECT line FROM journal WHERE op = ? ORDER BY n').pluck().all(op) as string[])
    .filter((line) => readForgotten(line) === null)
    .map(parseChange);
const proves = () => verifyStore(opened().store.raw, OFFICE.code, LEDGER_TABLES);

/** Visits whose day has come while the office is open. Answers the id of the last. */
function alreadyDue(...names: readonly string[]): string {
  const { journal, clock, office } = opened();
  const receiver = { ...systemCaller, staff: '07-000001' };
  return (
    journal
      .write(systemCaller, (write) =>
        names
          .map((name) => newVisit({ ...enquiry, name }, receiver, clock.now(), office))
          .map((visit) => write.put(visitorsLedger, { ...visit, retainUntil: '2026-01-01' }).id),
      )
      .at(-1) ?? ''
  );
}

/** The office is used on some days, one after another, so that its clock is believed; `days` passed before the first. */
async function daysLater(days: number, role: Role = 'officer'): Promise<void> {
  desk.clock.forward({ days: days - 3 });
  for (let i = 0; i < 3; i += 1) {
    await desk.signIn(role);
    desk.clock.forward({ days: 1 });
  }
}

describe('a visit of twelve months ago', () => {
  test('loses its name, phone and words at the next sign-in, to nobody by name, and leaves a certificate', async () => {
    const visit = await register('张欣');
    await daysLater(364);
    await desk.signIn('officer');
    expect(rowOf(visit.id)['name']).toBe('张欣');
    expect((await desk.counter.retention.status({})).ledgers).toEqual([
      { ledger: 'visitors', due: 0 },
      ...others,
    ]);
    desk.clock.forward({ days: 1 });
    expect(await desk.counter.retention.status({})).toMatchObject({
      ledgers: [{ ledger: 'visitors', due: 1 }, ...others],
      waits: null,
      lastAt: null,
      certificates: [],
    });
    await desk.signIn('officer');
    expect(rowOf(visit.id)).toMatchObject({ name: null, phone: null, matter: 'help', people: 1 });
    const [forgetting] = linesOfOp('F');
    expect(forgetting).toMatchObject({ u: 'system', via: 'system', l: 'visitors', k: visit.id });
    const status = await desk.counter.retention.status({});
    const n = forgetting?.n ?? 0;
    expect(status).toMatchObject({
      ledgers: [{ ledger: 'visitors', due: 0 }, ...others],
      lastAt: desk.clock.now(),
      certificates: [{ n: n + 1, day: visit.retainUntil, ledger: 'visitors', count: 1, from: n, to: n }],
    });
    const head = opened()
      .store.raw.prepare('SELECT h FROM journal WHERE n = ?')
      .pluck()
      .get(n + 1) as Buffer;
    const certificate = await desk.counter.retention.certificate({ epoch: 1, n: n + 1 });
    expect(certificate).toEqual({
      ...status.certificates[0],
      office: OFFICE.code,
      head: head.toString('hex'),
    });
    expect(JSON.stringify(certificate)).not.toContain('张欣');
    proves();
  });

  test('goes at the lock too, before the backup of the day is made', async () => {
    const backups = tempFolder();
    await daysLater(3, 'administrator');
    await desk.signIn('administrator');
    desk.shell.choose(backups);
    const { revision } = await desk.counter.office.profile({});
    await desk.counter.office.chooseBackupFolder({ revision });
    const id = alreadyDue('张欣');
    await desk.office().lock('asked');
    const [made = ''] = readdirSync(backups);
    const key = await dataKeyOf(join(backups, made), ADMIN.login, ADMIN.password);
    const copy = openStore(join(backups, made, 'office.db'), key);
    onTestFinished(() => copy.close());
    expect(copy.raw.prepare('SELECT name, matter FROM visitors WHERE id = ?').get(id)).toEqual({
      name: null,
      matter: 'household-papers',
    });
    verifyStore(copy.raw, OFFICE.code, LEDGER_TABLES);
  });

  test('is forgotten once: another run writes nothing', async () => {
    await register('张欣');
    await daysLater(366);
    await desk.signIn('officer');
    const before = linesOfOp('F').length + linesOfOp('A').length;
    expect(runRetention(opened())).toEqual({ forgotten: [], waits: null });
    expect(linesOfOp('F').length + linesOfOp('A').length).toBe(before);
    expect(linesOfOp('F')).toHaveLength(1);
  });
});

describe('what holds it back', () => {
  test('a clock that has jumped: nothing is deleted until people have worked by it for days', async () => {
    const visit = await register('张欣');
    desk.clock.forward({ days: 3650 });
    for (let day = 0; day < 3; day += 1) {
      await desk.signIn('officer');
      expect(rowOf(visit.id)['name'], `day ${day}`).toBe('张欣');
      expect(await desk.counter.retention.status({})).toMatchObject({
        ledgers: [{ ledger: 'visitors', due: 1 }, ...others],
        waits: 'clock',
      });
      // Again and again on one day is one day.
      await desk.signIn('officer');
      desk.clock.forward({ days: 1 });
    }
    await desk.signIn('officer');
    expect(rowOf(visit.id)['name']).toBeNull();
    // Put right again: what is not due stays.
    desk.clock.forward({ days: -3653 });
    const kept = await register('刘洋');
    await desk.signIn('officer');
    expect(rowOf(kept.id)['name']).toBe('刘洋');
    proves();
  });

  test('a long piece of work that is being written: the run leaves it alone and comes the next time', async () => {
    const visit = await register('张欣');
    await daysLater(364);
    await desk.signIn('officer');
    desk.clock.forward({ days: 2 });
    const { journal } = opened();
    let going = true;
    const work = journal.writeInSteps(
      systemCaller,
      function* () {
        while (going) yield { done: 0, total: 1 };
      },
      {},
    );
    expect(() => runRetention(opened())).toThrow('at-work');
    going = false;
    await work;
    expect(rowOf(visit.id)['name']).toBe('张欣');
    expect(runRetention(opened()).forgotten).toMatchObject([{ count: 1 }]);
  });

  test('their number: so many a run, the rest the next time', async () => {
    const extra = 3;
    alreadyDue(...Array.from({ length: RECORDS_A_RUN + extra }, (_, i) => `张欣${i}`));
    await daysLater(3);
    const started = performance.now();
    await desk.signIn('officer');
    const took = performance.now() - started;
    const { ledgers, certificates } = await desk.counter.retention.status({});
    expect(ledgers).toEqual([{ ledger: 'visitors', due: extra }, ...others]);
    expect(certificates).toMatchObject([{ count: RECORDS_A_RUN }]);
    // A person waits for this at the lock screen.
    expect(took).toBeLessThan(5000);
    expect(runRetention(opened()).forgotten).toMatchObject([{ ledger: 'visitors', count: extra }]);
    proves();
  });
});

describe('the practice office', () => {
  test('older than a year is forgotten whole, and its figures stay as they were', async () => {
    const caller = { staff: '07-000003', role: 'officer', door: 'cli' } as const;
    await seedOffice(opened(), caller, desk.clock, {
      visitors: 120,
      residents: 0,
      seed: 7,
      password: PASSWORD,
    });
    const figures = () =>
      opened()
        .store.raw.prepare(
          `SELECT matter, result, count(*) AS visits, sum(people) AS people FROM visitors
            WHERE retired_at IS NULL OR (retain_until = '' AND retired_at = updated_at)
            GROUP BY matter, result ORDER BY matter, result`,
        )
        .all();
    const before = figures();
    await daysLater(400);
    await desk.signIn('officer');
    expect((await desk.counter.retention.status({})).certificates).toMatchObject([{ count: 120 }]);
    const named = `SELECT count(*) FROM visitors WHERE name IS NOT NULL OR phone IS NOT NULL OR summary IS NOT NULL`;
    expect(opened().store.raw.prepare(named).pluck().get()).toBe(0);
    expect(figures()).toEqual(before);
    proves();
  });
});

describe('what lies beside the ledgers', () => {
  test('a draft nobody came back to goes after the same term, a younger one stays', async () => {
    const old = newDraft();
    await desk.counter.drafts.keep({ id: old, form: 'visitor', content: '{"name":"张欣"}' });
    desk.clock.forward({ days: 200 });
    await desk.signIn('officer');
    await desk.counter.drafts.keep({ id: newDraft(), form: 'visitor', content: '{"name":"刘洋"}' });
    desk.clock.forward({ days: 170 });
    await desk.signIn('officer');
    const contents = opened().store.raw.prepare('SELECT content FROM drafts').pluck().all();
    expect(contents).toEqual(['{"name":"刘洋"}']);
  });

  test('backups here, and what a restore replaced, go after eight weeks, and nothing else does', async () => {
    const aged = (name: string, ...path: string[]) => {
      mkdirSync(join(desk.dataDir, ...path, name), { recursive: true });
      return name;
    };
    aged('lamplight-519901-07-20260927-0900-before-import', 'backups');
    const young = aged('lamplight-519901-07-20260929-0900-before-import', 'backups');
    aged('replaced-20260927-090000');
    const kept = [aged('replaced-20260929-090000'), aged('corrupt-20260929-090000-2'), aged('notes')];
    await desk.signIn('officer');
    expect(readdirSync(join(desk.dataDir, 'backups'))).toEqual([young]);
    const others = readdirSync(desk.dataDir).filter((name) => /^(replaced|corrupt|notes)/.test(name));
    expect(others.toSorted()).toEqual(kept.toSorted());
  });
});

describe('the file', () => {
  test('is written anew at the lock after something was forgotten, at most once a week', async () => {
    await register('张欣');
    await daysLater(366);
    await desk.signIn('officer');
    const compactedAt = async () => (await desk.counter.retention.status({})).compactedAt;
    expect(await compactedAt()).toBeNull();
    await desk.office().lock('asked');
    await desk.signIn('officer');
    const first = await compactedAt();
    expect(first).not.toBeNull();
    alreadyDue('刘洋');
    desk.clock.forward({ minutes: 1 });
    expect(runRetention(opened()).forgotten).toMatchObject([{ count: 1 }]);
    await desk.office().lock('asked');
    await desk.signIn('officer');
    expect(await compactedAt()).toBe(first);
    desk.clock.forward({ days: 7 });
    await desk.signIn('officer');
    await desk.office().lock('asked');
    await desk.signIn('officer');
    expect(await compactedAt()).toBe(desk.clock.now());
    // Nothing was forgotten since.
    desk.clock.forward({ days: 8 });
    await desk.signIn('officer');
    await desk.office().lock('asked');
    await desk.signIn('officer');
    expect(await compactedAt()).not.toBe(desk.clock.now());
    proves();
  });
});

describe('who may ask', () => {
  test.each<[Role, boolean]>([
    ['auxiliary', false],
    ['officer', true],
    ['administrator', true],
    ['auditor', true],
  ])('%s: %s', async (role, may) => {
    await desk.signIn(role);
    if (may) expect((await desk.counter.retention.status({})).waits).toBeNull();
    else expect(await failureOfCall(desk.counter.retention.status({}))).toEqual({ code: 'forbidden' });
  });

  test('a line that is no certificate is none', async () => {
    await register('张欣');
    for (const n of [1, 3, 999])
      expect(await failureOfCall(desk.counter.retention.certificate({ epoch: 1, n }))).toEqual({
        code: 'missing',
      });
  });

  test('the auditor reads the forgotten lines as such, with nobody named', async () => {
    const visit = await register('张欣');
    await daysLater(366, 'auditor');
    await desk.signIn('auditor');
    const { rows } = await desk.counter.journal.page({ after: null, rows: 50, ops: ['I', 'F'] });
    const about = rows.filter(({ ledger, record }) => ledger === 'visitors' && record === visit.id);
    expect(about).toMatchObject([
      { op: 'F', door: 'system', reason: 'retention' },
      { op: 'I', at: null, byName: '', door: '', reason: null, fields: [] },
    ]);
    expect(await desk.counter.journal.verify({})).toMatchObject({ forgotten: 1 });
  });
});
