/** A real office in a temporary folder: encrypted SQLite, real keys, a clock the test owns. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '#shared/contract/index.ts';
import type { Role } from '#shared/kernel/role.ts';
import type { LockReason } from '#shared/pipe.ts';
import { createOffice, type Office } from '#main/office.ts';
import { ARGON_FLOOR } from '#main/session/argon-floor.ts';
import { scriptedShell, type ScriptedShell } from './shell.ts';
import { testClock, type TestClock } from './clock.ts';

export type Counter = ContractRouterClient<Contract>;

export const OFFICE = { code: '519901-07', name: '胜利社区警务室', stationName: '青禾镇派出所' };
export const ADMIN = { name: '陈所长', login: 'admin', password: 'lantern-over-the-door' };
export const PASSWORD = 'the lamp stays lit 24';

export interface TestOffice {
  readonly dataDir: string;
  readonly clock: TestClock;
  readonly shell: ScriptedShell;
  /** The calls as the counter makes them, through the real router over a pipe of strings. */
  readonly counter: Counter;
  readonly office: () => Office;
  readonly ended: LockReason[];
  /** As printed at set-up. */
  readonly recoveryCode: string;
  /** Ends the office and starts a fresh, locked one on the same folder. */
  restart(): Promise<void>;
  /** Signs in, setting the account up first where it does not exist. */
  signIn(role: Role): Promise<string>;
  dispose(): Promise<void>;
}

export interface TestOfficeOptions {
  /** False: the folder is empty, as before the first run. */
  readonly setUp?: boolean;
  /** An office somebody else made: opened as it is, and left there. */
  readonly dataDir?: string;
  /** All four roles have their accounts already. */
  readonly staffed?: boolean;
}

export async function openTestOffice(options: TestOfficeOptions = {}): Promise<TestOffice> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'lamplight-office-'));
  const setUp = options.setUp !== false && options.dataDir === undefined && options.staffed !== true;
  const clock = testClock('2026-11-23T01:41:00.000Z');
  const shell = scriptedShell();
  const ended: LockReason[] = [];
  let recoveryCode = '';
  if (options.staffed === true) {
    const made = await staffedTemplate();
    for (const [name, content] of made.files) writeFileSync(join(dataDir, name), content);
    ({ recoveryCode } = made);
  }
  let office = await start();
  let counter = connectCounter(office);
  const logins = new Map<Role, string>([['administrator', ADMIN.login]]);
  if (options.staffed === true) for (const role of OTHERS) logins.set(role, loginOf(role));

  function start(): Promise<Office> {
    return createOffice({
      dataDir,
      shell,
      clock,
      version: '0.1.0',
      reason: 'start',
      argonCost: ARGON_FLOOR,
      onEnd: (reason) => ended.push(reason),
    });
  }

  async function restart(): Promise<void> {
    await office.close();
    office = await start();
    counter = connectCounter(office);
  }

  if (setUp) {
    ({ recoveryCode } = await counter.setup.begin({ language: 'zh', office: OFFICE, administrator: ADMIN }));
    await counter.setup.finish({ code: recoveryCode, backup: null });
  }

  return {
    dataDir,
    clock,
    shell,
    get counter() {
      return counter;
    },
    office: () => office,
    ended,
    get recoveryCode() {
      return recoveryCode;
    },
    restart,
    async signIn(role) {
      let login = logins.get(role);
      if (login === undefined) {
        await restart();
        await counter.session.unlock({ login: ADMIN.login, password: ADMIN.password });
        login = loginOf(role);
        const person = PEOPLE[role];
        await counter.staff.add({ ...person, role, login, password: PASSWORD });
        logins.set(role, login);
      }
      await restart();
      const me = await counter.session.unlock({ login, password: passwordOf(role) });
      return me.id;
    },
    async dispose() {
      await office.close();
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

const OTHERS = ['auxiliary', 'officer', 'auditor'] as const satisfies readonly Role[];

/** The sign-in name of a role's first person. */
export function loginOf(role: Role): string {
  return role === 'administrator' ? ADMIN.login : `${role.slice(0, 6)}1`;
}

export function passwordOf(role: Role): string {
  return role === 'administrator' ? ADMIN.password : PASSWORD;
}

interface Template {
  /** Name in the data folder → content. */
  readonly files: ReadonlyMap<string, Buffer>;
  readonly recoveryCode: string;
}

let template: Promise<Template> | null = null;

/** Made once in each test file, because every password costs a fifth of a second. */
function staffedTemplate(): Promise<Template> {
  template ??= makeTemplate();
  return template;
}

async function makeTemplate(): Promise<Template> {
  const desk = await openTestOffice();
  for (const role of OTHERS)
    await desk.counter.staff.add({ ...PEOPLE[role], role, login: loginOf(role), password: PASSWORD });
  await desk.office().close();
  const names = ['office.db', 'vault.json'];
  const files = new Map(names.map((name) => [name, readFileSync(join(desk.dataDir, name))]));
  await desk.dispose();
  return { files, recoveryCode: desk.recoveryCode };
}

export const PEOPLE = {
  auxiliary: { name: '王芳', badgeNo: 'F0712', phone: '' },
  officer: { name: '李建国', badgeNo: '519907', phone: '15400000001' },
  auditor: { name: '周审计', badgeNo: '', phone: '' },
  administrator: { name: '赵管理', badgeNo: '', phone: '' },
} as const;

/** A client on the same kind of pipe the window has: strings only, in order. */
export function connectCounter(office: Pick<Office, 'connect'>): Counter {
  const listeners: ((data: unknown) => void)[] = [];
  const connection = office.connect((body) => {
    queueMicrotask(() => {
      for (const listener of listeners) listener(body);
    });
  });
  const link = new RPCLink({
    port: {
      onMessage: { addListener: (listener) => listeners.push(listener) },
      onDisconnect: { addListener: () => undefined },
      postMessage: (data: unknown) => connection.receive(String(data)),
    },
  });
  return createORPCClient(link);
}
