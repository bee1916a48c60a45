/** What every journey needs: an office on disk, its window in real Chromium, keys that are counted, and a look into the rows. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { parseChange, type Change } from '#bundle-format';
import { enrolPractice } from '#scripts/practice-station.ts';
import { systemClock } from '#shared/kernel/clock.ts';
import type { Role } from '#shared/kernel/role.ts';
import {
  homeVisits,
  residents,
  type HomeVisitRecord,
  type ResidentRecord,
} from '#main/ledgers/population/tables.ts';
import { visitors, type VisitRecord } from '#main/ledgers/visitors/table.ts';
import { createOffice, type Office } from '#main/office.ts';
import { ARGON_FLOOR } from '#main/session/argon-floor.ts';
import { scriptChooser, type ScriptedChooser } from '#tests/shell/choosers.ts';
import { openOffice, type OpenOffice } from '#tests/shell/chromium.ts';
import { ADMIN, connectCounter, OFFICE, PASSWORD, type Counter } from '#tests/support/office.ts';
import { scriptedShell } from '#tests/support/shell.ts';

export { ADMIN, OFFICE, PASSWORD };

/** Sign-in names of the people a prepared office has. */
export const LOGINS = { auxiliary: 'wf', officer: 'ljg', auditor: 'zm' } as const;

const PEOPLE = [
  { name: '王芳', login: LOGINS.auxiliary, role: 'auxiliary', badgeNo: 'F0712', phone: '' },
  { name: '李建国', login: LOGINS.officer, role: 'officer', badgeNo: '519907', phone: '15400000001' },
  { name: '周敏', login: LOGINS.auditor, role: 'auditor', badgeNo: '', phone: '' },
] as const satisfies readonly { name: string; login: string; role: Role; badgeNo: string; phone: string }[];

export interface Journey {
  readonly dataDir: string;
  readonly folder: string;
  readonly chooser: ScriptedChooser;
  readonly window: OpenOffice;
  readonly page: Page;
  readonly recoveryCode: string;
  /** Presses keys as a person does, and counts them. */
  press(...keys: string[]): Promise<void>;
  /** What an input method commits: its own keys are not counted. */
  type(text: string): Promise<void>;
  keysPressed(): number;
  /** F2, and then a glance at the drawer before the first key, as a person takes it. */
  openEntry(): Promise<void>;
  signIn(login: string, password?: string): Promise<void>;
  /** Everything the office said to the page so far, as it went through the pipe. */
  carried(): Promise<string>;
  /** Closes the window and looks at what is stored. The page must have shown no error until here. */
  inspect(): Promise<Stored>;
}

export interface Stored {
  readonly visits: readonly VisitRecord[];
  /** Also who is gone, and who went into another record. */
  readonly residents: readonly ResidentRecord[];
  readonly homeVisits: readonly HomeVisitRecord[];
  readonly lines: readonly Change[];
}

/** How everybody in a prepared office has chosen to see it. */
export interface Look {
  readonly language: 'zh' | 'en';
  readonly scheme: 'light' | 'dark';
}

export interface JourneyOptions {
  /** False: the data folder is empty and the first run begins. */
  readonly prepared?: boolean;
  readonly look?: Look;
  /** What an officer had entered before the window opens. */
  readonly before?: (desk: AtDesk) => Promise<void>;
  /** The office and its station know each other already. */
  readonly station?: boolean;
}

/** A counter at which an officer is signed in already. */
export interface AtDesk {
  readonly counter: Counter;
  signIn(): Promise<string>;
}

export async function startJourney(options: JourneyOptions = {}): Promise<Journey> {
  const folder = mkdtempSync(join(tmpdir(), 'lamplight-journey-'));
  const dataDir = join(folder, 'data');
  const recoveryCode =
    options.prepared === false
      ? ''
      : await prepareOffice(dataDir, options.look ?? { language: 'zh', scheme: 'light' });
  if (options.before !== undefined) await enterBefore(dataDir, options.before);
  if (options.station === true)
    await enrolPractice({
      dataDir,
      home: join(folder, 'station'),
      papers: join(folder, 'papers'),
      password: ADMIN.password,
    });
  const chooser = scriptChooser();
  const { scheme = 'light' } = options.look ?? {};
  const window = await openOffice({ dataDir, headless: true, chooser, colorScheme: scheme });
  const { page } = window;
  page.setDefaultTimeout(20_000);
  await page.evaluate(keepFrames);
  onTestFinished(async () => {
    await window.close();
    rmSync(folder, { recursive: true, force: true });
  });
  let pressed = 0;

  async function press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await page.keyboard.press(key);
      pressed += 1;
    }
  }

  return {
    dataDir,
    folder,
    chooser,
    window,
    page,
    recoveryCode,
    press,
    type: (text) => page.keyboard.insertText(text),
    keysPressed: () => pressed,
    async openEntry() {
      await press('F2');
      await page.locator('[data-field=name]:focus').waitFor();
    },
    async signIn(login, password = PASSWORD) {
      await page.locator('[data-field=login]').fill(login);
      await page.locator('[data-field=password]').fill(password);
      await page.keyboard.press('Enter');
      await page.getByRole('navigation').waitFor();
      pressed = 0;
    },
    carried: () => page.evaluate(() => JSON.stringify(Reflect.get(window, 'carried'))),
    async inspect() {
      const troubles = [...window.violations, ...window.refused, ...window.pageErrors.map(String)];
      await window.close();
      if (troubles.length > 0) throw new Error(`the page had troubles: ${troubles.join('; ')}`);
      return lookInside(dataDir);
    },
  };
}

async function prepareOffice(dataDir: string, look: Look): Promise<string> {
  const office = await bareOffice(dataDir);
  try {
    const { recoveryCode, me } = await office.session.setUp({
      language: look.language,
      office: OFFICE,
      administrator: ADMIN,
    });
    const caller = { staff: me.id, role: me.role, door: 'cli' } as const;
    const { staff, preferences } = office.rooms().calls;
    const everybody = [me.id];
    for (const person of PEOPLE)
      everybody.push((await staff.add({ ...person, password: PASSWORD }, caller, { signal: undefined })).id);
    for (const id of everybody) {
      const choice = { name: 'look.scheme', value: JSON.stringify(look.scheme) };
      await preferences.put(choice, { ...caller, staff: id }, { signal: undefined });
    }
    return recoveryCode;
  } finally {
    await office.close();
  }
}

async function enterBefore(dataDir: string, work: (desk: AtDesk) => Promise<void>): Promise<void> {
  const office = await bareOffice(dataDir);
  try {
    const counter = connectCounter(office);
    const me = await counter.session.unlock({ login: LOGINS.officer, password: PASSWORD });
    await work({ counter, signIn: () => Promise.resolve(me.id) });
  } finally {
    await office.close();
  }
}

/** Runs in the page: notes what comes through the hatch, and passes it on. */
function keepFrames(): void {
  const carried: unknown[] = [];
  const deliver: unknown = Reflect.get(window, 'lamplightDeliver');
  Reflect.set(window, 'carried', carried);
  Reflect.set(window, 'lamplightDeliver', (frame: unknown) => {
    carried.push(frame);
    if (typeof deliver === 'function') Reflect.apply(deliver, window, [frame]);
  });
}

async function lookInside(dataDir: string): Promise<Stored> {
  const office = await bareOffice(dataDir);
  try {
    await office.session.unlock(ADMIN.login, ADMIN.password);
    const store = office.session.opened()?.store;
    if (store === undefined) throw new Error('the office did not open');
    const texts = store.raw.prepare('SELECT line FROM journal ORDER BY n').pluck().all() as string[];
    return {
      visits: store.read.select().from(visitors).all(),
      residents: store.read.select().from(residents).all(),
      homeVisits: store.read.select().from(homeVisits).all(),
      lines: texts.map(parseChange),
    };
  } finally {
    await office.close();
  }
}

function bareOffice(dataDir: string): Promise<Office> {
  return createOffice({
    dataDir,
    shell: scriptedShell(),
    clock: systemClock,
    version: '0',
    reason: 'start',
    door: 'cli',
    argonCost: ARGON_FLOOR,
    onEnd: () => undefined,
  });
}
