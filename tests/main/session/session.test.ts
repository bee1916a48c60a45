import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { createOffice } from '#main/office.ts';
import { ARGON_FLOOR } from '#main/session/argon-floor.ts';
import { failureOfCall } from '#tests/support/failures.ts';
import {
  ADMIN,
  connectCounter,
  loginOf,
  OFFICE,
  openTestOffice,
  PASSWORD,
  type TestOffice,
  type TestOfficeOptions,
} from '#tests/support/office.ts';
import { enquiry, newDraft } from '#tests/support/visits.ts';

const NEXT = 'a second lamp was lit';

async function anOffice(options: TestOfficeOptions = { staffed: true }): Promise<TestOffice> {
  const desk = await openTestOffice(options);
  onTestFinished(() => desk.dispose());
  return desk;
}

const officer = { login: loginOf('officer'), password: PASSWORD };
const admin = { login: ADMIN.login, password: ADMIN.password };

/** What happened, by the journal: `unlocked`, `locked` … */
function eventsIn(desk: TestOffice): unknown[] {
  const raw = desk.office().session.opened()?.store.raw;
  const facts = raw
    ?.prepare(`SELECT json_extract(line, '$.d') FROM journal WHERE op = 'A' ORDER BY n`)
    .pluck()
    .all() as string[];
  return facts.map((text) => JSON.parse(text) as unknown);
}

describe('signing in', () => {
  test('says who somebody is, and notes it with the failures before it', async () => {
    const desk = await anOffice();
    expect(await desk.counter.session.state({})).toEqual({
      stage: 'locked',
      damaged: null,
      officeName: OFFICE.name,
      language: 'zh',
      me: null,
      demo: true,
      idleMinutes: 5,
      version: '0.1.0',
    });
    expect(
      await failureOfCall(desk.counter.session.unlock({ ...officer, password: `${PASSWORD}!` })),
    ).toEqual({ code: 'wrong-password', waitSeconds: 0 });
    const me = await desk.counter.session.unlock(officer);
    expect(me).toEqual({ id: '07-000003', name: '李建国', login: officer.login, role: 'officer' });
    expect(await desk.counter.session.state({})).toMatchObject({ stage: 'open', me });
    expect(eventsIn(desk).at(-1)).toEqual({ event: 'unlocked', failures: 1 });
    expect(await failureOfCall(desk.counter.session.unlock(officer))).toEqual({ code: 'already-set-up' });
  });

  test('waits after three wrong tries, also for the right password, and also after a restart', async () => {
    const desk = await anOffice();
    const wrong = () =>
      failureOfCall(desk.counter.session.unlock({ ...officer, password: 'not the password' }));
    expect([await wrong(), await wrong(), await wrong()]).toEqual(
      [0, 0, 5].map((waitSeconds) => ({ code: 'wrong-password', waitSeconds })),
    );
    expect(await failureOfCall(desk.counter.session.unlock(officer))).toEqual({
      code: 'wait',
      waitSeconds: 5,
    });
    await desk.restart();
    expect(await failureOfCall(desk.counter.session.unlock(officer))).toEqual({
      code: 'wait',
      waitSeconds: 5,
    });
    desk.clock.forward({ seconds: 5 });
    expect(await desk.counter.session.unlock(officer)).toMatchObject({ role: 'officer' });
  });

  test('lets nobody get round the wait by trying many passwords at once', async () => {
    const desk = await anOffice();
    const tries = Array.from({ length: 6 }, (_, i) =>
      failureOfCall(desk.counter.session.unlock({ ...officer, password: `guess number ${i}` })),
    );
    expect((await Promise.all(tries)).map(({ code }) => code)).toEqual([
      'wrong-password',
      'wrong-password',
      'wrong-password',
      'wait',
      'wait',
      'wait',
    ]);
  });

  test('takes as long for a name that does not exist, and answers the same', async () => {
    const desk = await anOffice();
    const timed = async (login: string) => {
      const started = performance.now();
      const failure = await failureOfCall(
        desk.counter.session.unlock({ login, password: 'not the password' }),
      );
      return { failure, ms: performance.now() - started };
    };
    const [known, unknown] = [await timed(officer.login), await timed('nobody')];
    expect(unknown.failure).toEqual(known.failure);
    // Both derive a key at 64 MiB; an early answer would take a thousandth of that.
    expect(unknown.ms).toBeGreaterThan(known.ms / 5);
  });

  test('with the printed code gives a new password; the old one and a wrong code open nothing', async () => {
    const desk = await anOffice();
    const recover = (code: string, password = NEXT) =>
      desk.counter.session.recover({ code, login: officer.login, password });
    expect(await failureOfCall(recover('0000-0000'))).toEqual({
      code: 'wrong-recovery-code',
      waitSeconds: 0,
    });
    expect(await failureOfCall(recover(desk.recoveryCode, '1234567890'))).toEqual({
      code: 'weak-password',
      rule: 'digits',
    });
    expect(
      await failureOfCall(
        desk.counter.session.recover({ code: desk.recoveryCode, login: 'nobody', password: NEXT }),
      ),
    ).toMatchObject({ code: 'wrong-password' });
    const me = await recover(desk.recoveryCode.toLowerCase().replaceAll('-', ' '));
    expect(me).toMatchObject({ login: officer.login });
    expect(eventsIn(desk).at(-1)).toEqual({ event: 'recovered', failures: 1 });
    await desk.restart();
    expect(await failureOfCall(desk.counter.session.unlock(officer))).toMatchObject({
      code: 'wrong-password',
    });
    expect(await desk.counter.session.unlock({ ...officer, password: NEXT })).toMatchObject({
      role: 'officer',
    });
  });
});

describe('a password', () => {
  test('is changed by who knows the old one, and the old one opens nothing from then on', async () => {
    const desk = await anOffice();
    await desk.signIn('officer');
    const change = (current: string, next: string) => desk.counter.session.changePassword({ current, next });
    expect(await failureOfCall(change('not the password', NEXT))).toEqual({
      code: 'wrong-password',
      waitSeconds: 0,
    });
    expect(await failureOfCall(change(PASSWORD, 'short'))).toEqual({ code: 'weak-password', rule: 'short' });
    expect(await failureOfCall(change(PASSWORD, '胜利社区警务室 2026'))).toEqual({
      code: 'weak-password',
      rule: 'known',
    });
    await change(PASSWORD, NEXT);
    expect(eventsIn(desk).at(-1)).toEqual({ event: 'password-changed' });
    await desk.restart();
    expect(await failureOfCall(desk.counter.session.unlock(officer))).toMatchObject({
      code: 'wrong-password',
    });
    expect(await desk.counter.session.unlock({ ...officer, password: NEXT })).toMatchObject({
      role: 'officer',
    });
  });

  test('cannot be guessed at a desk that was left open', async () => {
    const desk = await anOffice();
    await desk.signIn('officer');
    const guess = () =>
      failureOfCall(desk.counter.session.changePassword({ current: 'not the password', next: NEXT }));
    expect([await guess(), await guess(), await guess(), await guess()]).toEqual([
      { code: 'wrong-password', waitSeconds: 0 },
      { code: 'wrong-password', waitSeconds: 0 },
      { code: 'wrong-password', waitSeconds: 5 },
      { code: 'wait', waitSeconds: 5 },
    ]);
  });
});

describe('the people of the office', () => {
  test('come with their own password, which must be worth something, and a name that is free', async () => {
    const desk = await anOffice();
    await desk.signIn('administrator');
    const add = (change: object) =>
      desk.counter.staff.add({
        name: '赵敏',
        role: 'auxiliary',
        badgeNo: ' F０７９９ ',
        phone: '',
        login: 'zhaomin',
        password: NEXT,
        ...change,
      });
    expect(await failureOfCall(add({ password: 'zhaomin2026' }))).toEqual({
      code: 'weak-password',
      rule: 'known',
    });
    expect(await failureOfCall(add({ login: officer.login }))).toEqual({
      code: 'invalid',
      issues: [{ field: 'login', rule: 'taken' }],
    });
    expect(await failureOfCall(add({ name: ' \u3000\u200B' }))).toEqual({
      code: 'invalid',
      issues: [{ field: 'name', rule: 'shape' }],
    });
    const member = await add({});
    expect(member).toMatchObject({ name: '赵敏', badgeNo: 'F0799', active: true, lastSeenAt: null });
    // Somebody whose name is taken keeps their own password.
    await desk.restart();
    expect(await desk.counter.session.unlock(officer)).toMatchObject({ role: 'officer' });
    await desk.restart();
    expect(await desk.counter.session.unlock({ login: 'zhaomin', password: NEXT })).toMatchObject({
      name: '赵敏',
    });
    const list = await desk.counter.staff.list({});
    expect(list.find(({ login }) => login === 'zhaomin')?.lastSeenAt).toBe(desk.clock.now());
  });

  test('who leave cannot sign in any more, not even with a new password, and stay named', async () => {
    const desk = await anOffice();
    await desk.signIn('administrator');
    const member = (await desk.counter.staff.list({})).find(({ login }) => login === officer.login);
    if (member === undefined) throw new Error('no officer');
    const gone = await desk.counter.staff.dismiss({ id: member.id, revision: member.revision });
    expect(gone).toMatchObject({ active: false, name: '李建国', revision: 2 });
    expect(
      await failureOfCall(desk.counter.staff.resetPassword({ id: member.id, revision: 2, password: NEXT })),
    ).toEqual({ code: 'missing' });
    expect(await failureOfCall(desk.counter.staff.dismiss({ id: member.id, revision: 2 }))).toEqual({
      code: 'missing',
    });
    await desk.restart();
    for (const password of [PASSWORD, NEXT])
      expect(
        await failureOfCall(desk.counter.session.unlock({ login: officer.login, password })),
      ).toMatchObject({ code: 'wrong-password' });
    expect(
      await failureOfCall(
        desk.counter.session.recover({ code: desk.recoveryCode, login: officer.login, password: NEXT }),
      ),
    ).toMatchObject({ code: 'wrong-password' });
  });

  test('get a new password from the administrator when theirs is forgotten, and it is noted', async () => {
    const desk = await anOffice();
    await desk.signIn('administrator');
    const member = (await desk.counter.staff.list({})).find(({ login }) => login === officer.login);
    if (member === undefined) throw new Error('no officer');
    const reset = (revision: number, password: string) =>
      desk.counter.staff.resetPassword({ id: member.id, revision, password });
    expect(await failureOfCall(reset(9, NEXT))).toEqual({ code: 'stale', revision: 1 });
    expect(await failureOfCall(reset(1, '李建国李建国李建国李建国'))).toMatchObject({
      code: 'weak-password',
    });
    await reset(1, NEXT);
    expect(eventsIn(desk).at(-1)).toEqual({ event: 'password-reset' });
    await desk.restart();
    expect(await failureOfCall(desk.counter.session.unlock(officer))).toMatchObject({
      code: 'wrong-password',
    });
    expect(await desk.counter.session.unlock({ ...officer, password: NEXT })).toMatchObject({
      role: 'officer',
    });
  });

  test('always include an administrator', async () => {
    const desk = await anOffice();
    const id = await desk.signIn('administrator');
    const last = { code: 'invalid', issues: [{ field: 'role', rule: 'last-administrator' }] };
    const fields = { name: ADMIN.name, badgeNo: '', phone: '' };
    expect(await failureOfCall(desk.counter.staff.dismiss({ id, revision: 1 }))).toEqual(last);
    expect(
      await failureOfCall(
        desk.counter.staff.amend({ id, revision: 1, fields: { ...fields, role: 'officer' } }),
      ),
    ).toEqual(last);
    expect(
      await desk.counter.staff.amend({
        id,
        revision: 1,
        fields: { ...fields, name: '陈所', role: 'administrator' },
      }),
    ).toMatchObject({ name: '陈所', revision: 2 });
    await desk.counter.staff.add({
      ...fields,
      name: '第二位',
      role: 'administrator',
      login: 'second',
      password: NEXT,
    });
    expect(await failureOfCall(desk.counter.staff.dismiss({ id, revision: 2 }))).toEqual({
      code: 'invalid',
      issues: [{ field: 'id', rule: 'oneself' }],
    });
    expect(
      await desk.counter.staff.amend({ id, revision: 2, fields: { ...fields, role: 'auditor' } }),
    ).toMatchObject({ role: 'auditor' });
  });

  test('work in an office whose name and hours the administrator keeps true, on the door too', async () => {
    const desk = await anOffice();
    await desk.signIn('administrator');
    const { code, revision, ...fields } = await desk.counter.office.profile({});
    expect(code).toBe(OFFICE.code);
    expect(
      await failureOfCall(desk.counter.office.amend({ revision, fields: { ...fields, name: '　' } })),
    ).toEqual({ code: 'invalid', issues: [{ field: 'name', rule: 'shape' }] });
    const amended = await desk.counter.office.amend({
      revision,
      fields: { ...fields, name: ' 胜利  社区警务室 ', phone: '０８３８－555 6677', idleMinutes: 3 },
    });
    expect(amended).toMatchObject({
      name: '胜利 社区警务室',
      phone: '08385556677',
      idleMinutes: 3,
      revision: 2,
    });
    expect(await failureOfCall(desk.counter.office.amend({ revision, fields }))).toEqual({
      code: 'stale',
      revision: 2,
    });
    await desk.restart();
    expect(await desk.counter.session.state({})).toMatchObject({ officeName: '胜利 社区警务室' });
    expect(await desk.counter.session.unlock(admin)).toMatchObject({ role: 'administrator' });
  });
});

describe('the first run', () => {
  const wanted = { language: 'zh' as const, office: OFFICE, administrator: ADMIN };

  test('makes no office until the recovery code was typed back from paper', async () => {
    const desk = await anOffice({ setUp: false });
    expect(await desk.counter.session.state({})).toMatchObject({ stage: 'absent', officeName: null });
    expect(await failureOfCall(desk.counter.session.unlock(admin))).toEqual({ code: 'not-set-up' });
    expect(await failureOfCall(desk.counter.setup.finish({ code: 'x', backup: null }))).toEqual({
      code: 'not-set-up',
    });
    const { recoveryCode } = await desk.counter.setup.begin(wanted);
    expect(
      await failureOfCall(desk.counter.setup.finish({ code: recoveryCode.slice(0, -1), backup: null })),
    ).toMatchObject({ code: 'wrong-recovery-code' });
    expect(await desk.counter.session.state({})).toMatchObject({ stage: 'absent' });
    expect(existsSync(join(desk.dataDir, 'vault.json'))).toBe(false);

    // The PC is switched off here: nothing of it is an office, and it begins anew with another code.
    await desk.restart();
    expect(await desk.counter.session.state({})).toMatchObject({ stage: 'absent' });
    const second = await desk.counter.setup.begin(wanted);
    expect(second.recoveryCode).not.toBe(recoveryCode);
    expect(
      await failureOfCall(desk.counter.setup.finish({ code: recoveryCode, backup: null })),
    ).toMatchObject({ code: 'wrong-recovery-code' });
    const me = await desk.counter.setup.finish({ code: second.recoveryCode, backup: null });
    expect(me).toMatchObject({ name: ADMIN.name, role: 'administrator' });
    expect(await desk.counter.session.state({})).toMatchObject({ stage: 'open', officeName: OFFICE.name });
    expect(readdirSync(desk.dataDir)).not.toContain('setup');
    expect(await failureOfCall(desk.counter.setup.begin(wanted))).toEqual({ code: 'already-set-up' });
  });

  test('leaves nothing behind when the password is too weak', async () => {
    const desk = await anOffice({ setUp: false });
    for (const [password, rule] of [
      ['1234567890', 'digits'],
      ['青禾镇派出所 2026', 'known'],
      ['short', 'short'],
    ])
      expect(
        await failureOfCall(
          desk.counter.setup.begin({ ...wanted, administrator: { ...ADMIN, password: String(password) } }),
        ),
      ).toEqual({ code: 'weak-password', rule });
    expect(readdirSync(desk.dataDir)).not.toContain('setup');
    expect(
      await failureOfCall(desk.counter.setup.begin({ ...wanted, office: { ...OFFICE, name: ' ' } })),
    ).toMatchObject({ code: 'invalid' });
  });

  test('killed between putting the store and its key file in place is begun anew', async () => {
    const desk = await anOffice({ setUp: false });
    await desk.counter.setup.begin(wanted);
    const staged = readdirSync(join(desk.dataDir, 'setup'));
    expect(staged).toEqual(expect.arrayContaining(['office.db', 'vault.json']));
    const halfway = await anOffice({ setUp: false });
    await halfway.counter.setup.begin(wanted);
    copyFileSync(join(desk.dataDir, 'setup', 'office.db'), join(halfway.dataDir, 'office.db'));
    expect(await halfway.counter.session.state({})).toMatchObject({ stage: 'absent' });
    const { recoveryCode } = await halfway.counter.setup.begin(wanted);
    expect(existsSync(join(halfway.dataDir, 'office.db'))).toBe(false);
    await halfway.counter.setup.finish({ code: recoveryCode, backup: null });
    expect(await halfway.counter.session.state({})).toMatchObject({ stage: 'open' });
  });
});

describe('locking', () => {
  test('closes the files, notes who and why, and ends; nothing answers any more', async () => {
    const desk = await anOffice();
    const id = await desk.signIn('officer');
    await desk.counter.session.lock({ reason: 'asked' });
    await vi.waitFor(() => expect(desk.ended).toEqual(['asked']));
    expect(desk.office().session.opened()).toBeNull();
    expect(await failureOfCall(desk.counter.visitors.onSite({}))).toEqual({ code: 'locked' });
    expect(await failureOfCall(desk.counter.session.unlock(officer))).toEqual({ code: 'locked' });
    await desk.restart();
    await desk.counter.session.unlock(officer);
    const last = desk
      .office()
      .session.opened()
      ?.store.raw.prepare(`SELECT line FROM journal WHERE json_extract(line, '$.d.event') = 'locked'`)
      .pluck()
      .get() as string;
    expect(JSON.parse(last)).toMatchObject({ u: id, k: id, d: { event: 'locked', reason: 'asked' } });
  });

  test('tells the counter first, so that it can keep its drafts, and takes what comes in that time', async () => {
    const desk = await anOffice();
    await desk.signIn('auxiliary');
    const events = await desk.counter.events.watch({});
    const draft = newDraft();
    const locking = desk.office().lock('suspend');
    const { value } = await events.next();
    expect(value).toMatchObject({ kind: 'locking', reason: 'suspend', graceMs: 400 });
    await desk.counter.drafts.keep({ id: draft, form: 'visitor', content: '{"name":"王"}' });
    await locking;
    await desk.signIn('auxiliary');
    expect(await desk.counter.drafts.pending({ form: 'visitor' })).toMatchObject({ id: draft });
  });

  test('while calls are running answers each of them, done or refused, and never hangs', async () => {
    const desk = await anOffice();
    await desk.signIn('administrator');
    const running = [
      desk.counter.staff.add({
        name: '赵敏',
        role: 'auxiliary',
        badgeNo: '',
        phone: '',
        login: 'zhaomin',
        password: NEXT,
      }),
      desk.counter.session.changePassword({ current: ADMIN.password, next: NEXT }),
      desk.counter.journal.verify({}),
    ];
    const answers = running.map((call) =>
      (call as Promise<unknown>).then(
        () => 'done',
        () => failureOfCall(call).then(({ code }) => code),
      ),
    );
    await desk.office().close();
    for (const answer of await Promise.all(answers)) expect(['done', 'locked']).toContain(answer);
    expect(existsSync(join(desk.dataDir, 'lamplight.log'))).toBe(false);
  });

  test('while somebody signs in leaves nothing open', async () => {
    const desk = await anOffice();
    const signingIn = failureOfCall(desk.counter.session.unlock(officer));
    await desk.office().lock('suspend');
    expect(await signingIn).toEqual({ code: 'locked' });
    expect(desk.office().session.opened()).toBeNull();
    expect(existsSync(join(desk.dataDir, 'office.db-wal'))).toBe(false);
  });

  test('ends also when the journal cannot be written any more', async () => {
    const desk = await anOffice();
    await desk.signIn('officer');
    // The store is gone from under the office, as when a disk fails: the line cannot be written, the lock must be.
    desk.office().session.opened()?.store.write.close();
    await desk.office().lock('screen');
    expect(desk.ended).toEqual(['screen']);
    expect(desk.office().session.opened()).toBeNull();
  });

  test('asked for twice ends once', async () => {
    const desk = await anOffice();
    await desk.signIn('officer');
    await Promise.all([desk.office().lock('suspend'), desk.office().lock('screen')]);
    expect(desk.ended).toEqual(['suspend']);
  });
});

describe('nobody at the desk', () => {
  beforeAll(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterAll(() => void vi.useRealTimers());

  test('the office locks itself after its minutes, and a key pressed in time keeps it open', async () => {
    vi.useRealTimers();
    const desk = await anOffice();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await desk.signIn('auxiliary');
    await vi.advanceTimersByTimeAsync(4 * 60_000);
    await desk.counter.session.touch({});
    await vi.advanceTimersByTimeAsync(4 * 60_000);
    expect(desk.ended).toEqual([]);
    expect(await desk.counter.session.state({})).toMatchObject({ stage: 'open' });
    await desk.counter.visitors.register({ visit: enquiry, draft: newDraft() });
    // Calls alone are no person: only a touch is.
    await vi.advanceTimersByTimeAsync(61_000);
    expect(desk.ended).toEqual(['idle']);
    expect(await desk.counter.session.state({})).toMatchObject({ stage: 'locked' });
  });

  test('a desk that nobody signed in to has nothing to lock', async () => {
    const desk = await anOffice({ setUp: false });
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(desk.ended).toEqual([]);
  });
});

test('two programs on one folder: the second is told that it is busy, until the first has gone', async () => {
  const desk = await anOffice();
  const second = () =>
    createOffice({
      dataDir: desk.dataDir,
      shell: desk.shell,
      clock: desk.clock,
      version: '0.1.0',
      reason: 'start',
      argonCost: ARGON_FLOOR,
      onEnd: () => undefined,
    });
  await expect(second()).rejects.toMatchObject({ failure: { code: 'busy' } });
  await desk.office().close();
  const office = await second();
  expect(await connectCounter(office).session.state({})).toMatchObject({ stage: 'locked' });
  await office.close();
});
