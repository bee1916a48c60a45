/** Nothing rejects across the hatch, nothing said there is believed, and no witnessed read goes unnoticed. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { Refusal } from '#shared/kernel/failure.ts';
import { openDefectLog } from '#main/rpc/defect-log.ts';
import { failureOf } from '#main/rpc/failure-of.ts';
import { officeRouter, type FrontRooms, type Gate, type Rooms } from '#main/rpc/router.ts';
import { serve } from '#main/rpc/serve.ts';
import { failureOfCall } from '#tests/support/failures.ts';
import { openTestOffice, type Counter, type TestOffice } from '#tests/support/office.ts';
import { testClock } from '#tests/support/clock.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { enquiry, newDraft } from '#tests/support/visits.ts';

type Loose = Record<string, Record<string, (input?: unknown) => Promise<unknown>>>;

let desk: TestOffice;
async function openDesk(): Promise<void> {
  desk = await openTestOffice({ staffed: true });
  await desk.signIn('officer');
}

/** The same client, for calls that the types would not let anybody write. */
const loose = () => desk.counter as unknown as Loose;
/** A call by its bare address, as a counter that was taken over could send it. */
function ask(address: string): Promise<object> {
  return new Promise((resolve) => {
    const connection = desk
      .office()
      .connect((body) => resolve((JSON.parse(body) as { p: { b: object } }).p.b));
    connection.receive(JSON.stringify({ i: '1', p: { u: address, b: { json: {} } } }));
  });
}
const linesOf = (op: string) =>
  (desk
    .office()
    .session.opened()
    ?.store.raw.prepare('SELECT line FROM journal WHERE op = ? ORDER BY n')
    .pluck()
    .all(op) ?? []) as string[];

describe('what the counter may say', () => {
  beforeAll(openDesk);
  afterAll(() => desk.dispose());

  test('a call that is not in the contract is refused like any input that does not fit', async () => {
    const strange = [
      '/visitors/erase',
      '/nothing/here',
      '/',
      '/visitors',
      '/visitors/list/more',
      '/__proto__/toString',
      '/constructor/prototype',
      '/visitors/__proto__',
      '/visitors/constructor',
      '/visitors/~orpc',
      '/%5F%5Fproto%5F%5F/x',
      '/visitors/retire%00',
    ];
    for (const address of strange)
      expect({ address, ...(await ask(address)) }).toMatchObject({
        address,
        json: { code: 'FAILURE', defined: true, data: { code: 'invalid' } },
      });
  });

  test('an input of the wrong shape is refused field by field, and never reaches the room', async () => {
    const register = (input: unknown) =>
      failureOfCall(loose()['visitors']?.['register']?.(input) ?? Promise.resolve());
    const shape = (...fields: string[]) => ({
      code: 'invalid',
      issues: fields.map((field) => ({ field, rule: 'shape' })),
    });
    const draft = newDraft();
    expect(await register({ visit: { ...enquiry, people: 0 }, draft })).toEqual(shape('people'));
    expect(await register({ visit: { ...enquiry, people: 1.5, matter: 'spying' }, draft })).toEqual(
      shape('people', 'matter'),
    );
    expect(await register({ visit: { ...enquiry, name: 7 }, draft })).toEqual(shape('name'));
    expect(await register({ visit: { ...enquiry, summary: '灯'.repeat(251) }, draft })).toEqual(
      shape('summary'),
    );
    expect(await register({ visit: enquiry, draft: '../../etc' })).toEqual(shape('draft'));
    for (const input of [null, undefined, [], 'x', 7])
      expect(await register(input)).toMatchObject({ code: 'invalid' });
    expect(linesOf('I').filter((line) => line.includes('"visitors"'))).toEqual([]);
  });

  test('fields that nobody asked for are left behind at the door', async () => {
    const visit = {
      ...enquiry,
      handledBy: '07-000001',
      synthetic: false,
      revision: 9,
      id: '07-000099',
      idNumber: '510600199001011234',
    };
    const row = await desk.counter.visitors.register({ visit, draft: newDraft() });
    expect(row).toMatchObject({ revision: 1, handledBy: '07-000003', synthetic: true });
    expect(linesOf('I').join('')).not.toContain('510600199001011234');
  });

  test('an answer carries what the contract names and nothing beside it', async () => {
    const row = await desk.counter.visitors.register({
      visit: { ...enquiry, name: '张欣', phone: '15400015678' },
      draft: newDraft(),
    });
    const page = await desk.counter.visitors.list({
      after: null,
      rows: 10,
      filter: { states: [], matters: [], from: null, to: null, onSite: false, owed: false },
      sort: { by: 'arrivedAt', descending: true },
    });
    for (const one of [row, ...page.rows, ...(await desk.counter.visitors.onSite({}))]) {
      expect(Object.keys(one).sort()).toEqual([
        'arrivedAt',
        'handledBy',
        'handledByName',
        'id',
        'leftAt',
        'matter',
        'name',
        'papersChecked',
        'people',
        'phoneMasked',
        'promisedOn',
        'referredTo',
        'repliedOn',
        'result',
        'retainUntil',
        'revision',
        'satisfied',
        'state',
        'summary',
        'synthetic',
      ]);
      expect(JSON.stringify(one)).not.toContain('15400015678');
    }
    expect(Object.keys(await desk.counter.office.profile({}))).not.toContain('language');
  });

  test('a frame that is none is dropped, and the next call is answered', async () => {
    const sent: string[] = [];
    const connection = desk.office().connect((body) => sent.push(body));
    const frames = [
      '',
      'x',
      '{',
      'null',
      '[]',
      '7',
      '"x"',
      '{}',
      '{"i":1}',
      '{"i":{},"p":{"u":"/session/state"}}',
      '{"i":1,"p":null}',
      '{"i":1,"p":{"u":7}}',
      '{"i":1,"p":{"u":"file:///etc/passwd"}}',
      '{"i":1,"p":{"u":"//"}}',
      '{"i":1,"t":9,"p":{"u":"/session/state"}}',
      '{"i":1,"t":3}',
      '{"i":1,"t":3,"p":null}',
      '{"i":1,"t":3,"p":{}}',
      '{"i":1,"t":4}',
      '{"i":1,"t":null,"p":{"u":"/x"}}',
      '{"i":1,"p":{"u":"/session/state","h":7}}',
      '{"i":1,"p":{"u":"/session/state","h":{"content-type":7}}}',
      '{"i":1,"p":{"u":"/session/state","h":{"content-disposition":"x"}}}',
      '\u0000'.repeat(100_000),
      '{"__proto__":{"i":1}}',
    ];
    for (const frame of frames) connection.receive(frame);
    for (const [i, body] of [
      '{"meta":[[9,"x"]]}',
      '{"json":{},"meta":[[1,"__proto__"]]}',
      '7',
      '[]',
      '{"json":null,"meta":7}',
    ].entries())
      connection.receive(`{"i":${i + 100},"p":{"u":"/visitors/onSite","b":${body}}}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    for (const answer of sent) expect(answer).toMatch(/"code":"FAILURE"|"json"/);
    expect(await desk.counter.session.state({})).toMatchObject({ stage: 'open' });
  });
});

describe('a witnessed read', () => {
  beforeEach(openDesk);
  afterEach(() => desk.dispose());

  const note = '当事人要求回电';

  async function registered() {
    return desk.counter.visitors.register({
      visit: { ...enquiry, name: '张欣', phone: '15400015678' },
      draft: newDraft(),
    });
  }

  test('leaves its line before it answers, with who, what and why', async () => {
    const row = await registered();
    const { value } = await desk.counter.visitors.reveal({
      id: row.id,
      field: 'phone',
      reason: 'call-back',
      note: '',
    });
    expect(value).toBe('15400015678');
    await desk.counter.visitors.search({ name: '张', reason: ` ${note} `, after: null, rows: 10 });
    const [reveal, search] = linesOf('V').map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(reveal).toMatchObject({
      u: '07-000003',
      l: 'visitors',
      k: row.id,
      d: { call: 'visitors.reveal' },
      why: 'call-back',
    });
    expect(search).toMatchObject({ l: 'visitors', k: '-', d: { call: 'visitors.search' }, why: note });
    // Which name was searched for is nobody's business but the reason's.
    expect(JSON.stringify(search)).not.toContain('张');
    expect(reveal?.['r']).toBeTypeOf('string');
  });

  test('without a reason is refused, and leaves no line that says somebody saw something', async () => {
    const row = await registered();
    const reveal = (change: object) =>
      failureOfCall(
        desk.counter.visitors.reveal({ id: row.id, field: 'phone', reason: 'other', note: '', ...change }),
      );
    expect(await reveal({})).toEqual({ code: 'reason-needed' });
    expect(await reveal({ note: '就是看看' })).toEqual({ code: 'reason-needed' });
    expect(await reveal({ id: '07-000099', reason: 'identity' })).toEqual({ code: 'missing' });
    const search = (reason: string) =>
      failureOfCall(desk.counter.visitors.search({ name: '张', reason, after: null, rows: 10 }));
    expect(await search('')).toEqual({ code: 'reason-needed' });
    expect(await search(' \u3000\u200B')).toEqual({ code: 'reason-needed' });
    expect(linesOf('V')).toEqual([]);
    const seen = await desk.counter.history.of({ ledger: 'visitors', id: row.id });
    expect(seen.map(({ what }) => what)).toEqual(['made']);
  });

  test('is not answered when its line cannot be written', async () => {
    const row = await registered();
    desk
      .office()
      .session.opened()
      ?.store.write.exec(
        `CREATE TEMP TRIGGER full BEFORE INSERT ON main.journal BEGIN SELECT RAISE(ABORT, 'disk'); END`,
      );
    const failure = await failureOfCall(
      desk.counter.visitors.reveal({ id: row.id, field: 'phone', reason: 'identity', note: '' }),
    );
    expect(failure.code).toBe('unexpected');
    expect(
      await failureOfCall(desk.counter.visitors.search({ name: '张', reason: note, after: null, rows: 10 })),
    ).toMatchObject({ code: 'unexpected' });
  });
});

describe('a defect of ours', () => {
  const SECRET = '张欣 15400015678';

  /** The real router and pipe over rooms that break in the given way. */
  function broken(work: () => unknown): { counter: Counter; logPath: string } {
    const logPath = join(tempFolder(), 'lamplight.log');
    const front = { session: { state: work }, setup: {}, carry: {} } as unknown as FrontRooms;
    const gate: Gate = {
      caller: () => ({ staff: '07-000003', role: 'officer', door: 'desk' }),
      front,
      rooms: () => ({ visitors: { onSite: work } }) as unknown as Omit<Rooms, keyof FrontRooms>,
      witness: () => undefined,
      noteRefused: () => undefined,
      log: openDefectLog(logPath, testClock('2026-11-23T01:41:00.000Z')),
    };
    const listeners: ((data: unknown) => void)[] = [];
    const connection = serve(
      officeRouter(gate),
      (body) => queueMicrotask(() => listeners.forEach((listen) => listen(body))),
      gate.log,
    );
    const link = new RPCLink({
      port: {
        onMessage: { addListener: (listener) => listeners.push(listener) },
        onDisconnect: { addListener: () => undefined },
        postMessage: (data: unknown) => connection.receive(String(data)),
      },
    });
    return { counter: createORPCClient(link), logPath };
  }

  test.each<[string, () => unknown]>([
    [
      'a thrown error',
      () => {
        throw new Error(`no such visitor: ${SECRET}`);
      },
    ],
    [
      'an error of many lines',
      () => {
        throw new TypeError(`bad\n    at ${SECRET} (file.ts:1:1)\n at the end`);
      },
    ],
    ['a rejected promise', () => Promise.reject(new Error(SECRET))],
    [
      'something thrown that is no error',
      () => {
        throw SECRET as unknown as Error;
      },
    ],
    ['an answer that does not fit the contract', () => [{ id: SECRET }]],
    ['no answer at all', () => undefined],
  ])(
    'such as %s is answered with a reference that finds it in the log, and the log names nobody',
    async (_what, work) => {
      const { counter, logPath } = broken(work);
      const failure = await failureOfCall(counter.visitors.onSite({}));
      if (failure.code !== 'unexpected') throw new Error(failure.code);
      expect(failure.reference).toMatch(/^[0-9a-f]{8}$/);
      const log = readFileSync(logPath, 'utf8');
      expect(log.trim().split('\n')).toHaveLength(1);
      expect(JSON.parse(log)).toMatchObject({ at: '2026-11-23T01:41:00.000Z', reference: failure.reference });
      for (const word of ['张欣', '15400015678', process.cwd(), 'no such visitor'])
        expect(log).not.toContain(word);
    },
  );

  test('is told apart from what a person can act on', () => {
    const codes = (code: string) => failureOf(Object.assign(new Error(SECRET), { code }), () => undefined);
    const table: [string, object][] = [
      ['ENOSPC', { code: 'disk-full' }],
      ['EDQUOT', { code: 'disk-full' }],
      ['SQLITE_FULL', { code: 'disk-full' }],
      ['EROFS', { code: 'read-only' }],
      ['EACCES', { code: 'read-only' }],
      ['SQLITE_READONLY_DBMOVED', { code: 'read-only' }],
      ['SQLITE_CORRUPT_INDEX', { code: 'data-damaged', part: 'database' }],
      ['SQLITE_NOTADB', { code: 'data-damaged', part: 'database' }],
      ['SQLITE_BUSY_SNAPSHOT', { code: 'busy' }],
      ['SQLITE_IOERR_READ', { code: 'io', detail: 'SQLITE_IOERR_READ' }],
      ['SQLITE_CANTOPEN', { code: 'io', detail: 'SQLITE_CANTOPEN' }],
      ['ENODEV', { code: 'io', detail: 'ENODEV' }],
      ['ENOTDIR', { code: 'io', detail: 'ENOTDIR' }],
    ];
    for (const [code, failure] of table) expect({ code, failure: codes(code) }).toEqual({ code, failure });
    expect(codes('SQLITE_CONSTRAINT_TRIGGER')).toMatchObject({ code: 'unexpected' });
    expect(failureOf(new Refusal({ code: 'missing' }), () => undefined)).toEqual({ code: 'missing' });
  });

  test('fills no disk: the log begins anew and keeps one before it', () => {
    const path = join(tempFolder(), 'lamplight.log');
    const log = openDefectLog(path, testClock('2026-11-23T01:41:00.000Z'));
    for (let i = 0; i < 3000; i += 1) log('0'.repeat(8), new Error('x'));
    expect(existsSync(`${path}.1`)).toBe(true);
    expect(readFileSync(path).length + readFileSync(`${path}.1`).length).toBeLessThan(1_300_000);
    const elsewhere = openDefectLog(join(path, 'no-folder', 'log'), testClock('2026-11-23T01:41:00.000Z'));
    expect(() => elsewhere('1'.repeat(8), new Error('x'))).not.toThrow();
  });
});
