/** What every journey needs: an office on disk, its window in real Chromium, keys that are counted, and a look into the rows. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { inject, onTestFinished } from 'vitest';
import { parseChange, readForgotten, type Change } from '#bundle-format';
import { systemClock, type Clock } from '#shared/kernel/clock.ts';
import type { Ledger, LedgerTable, Row } from '#main/db/ledger-table.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { scriptChooser, type ScriptedChooser } from '#tests/shell/choosers.ts';
import { openOffice, type OpenOffice } from '#tests/shell/chromium.ts';
import { ADMIN, connectCounter, OFFICE, PASSWORD, type Counter } from '#tests/support/office.ts';
import { bareOffice, LOGINS, type Language } from './prepared-office.ts';

export { ADMIN, LOGINS, OFFICE, PASSWORD };

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
  /** Locks, and somebody else signs in at the same window. */
  handOver(login: string, password?: string): Promise<void>;
  /** Everything the office said to the page so far, as it went through the pipe. */
  carried(): Promise<string>;
  /** Closes the window. The page must have shown no error until here. */
  close(): Promise<void>;
  /** Closes the window and makes calls as somebody whose page would not make them. */
  callAs(login: string, work: (counter: Counter) => Promise<void>): Promise<void>;
  /** Closes the window and looks at what is stored. */
  inspect(): Promise<Stored>;
}

export interface Stored {
  /** Every row of a ledger by its id, also of who is gone. */
  rows<T extends LedgerTable>(ledger: Ledger<T>): Row<T>[];
  readonly lines: readonly Change[];
}

export interface JourneyOptions {
  /** False: the data folder is empty and the first run begins. */
  readonly prepared?: boolean;
  readonly language?: Language;
  /** What an officer had entered, today, before the window opens. */
  readonly before?: (desk: AtDesk) => Promise<void>;
  /** Days from today to the day on which the window opens. */
  readonly daysLater?: number;
  /** The same office goes on: that window is closed before this one opens. */
  readonly goesOn?: Journey;
  /** The office and its station know each other already. */
  readonly station?: boolean;
}

/** A counter at which an officer is signed in already. */
export interface AtDesk {
  readonly counter: Counter;
  signIn(): Promise<string>;
}

const DAY_MS = 86_400_000;

export async function startJourney(options: JourneyOptions = {}): Promise<Journey> {
  const { goesOn, language = 'zh' } = options;
  const { folder, dataDir, recoveryCode } = goesOn ?? (await furnish(options, language));
  await goesOn?.close();
  const clockOffset = (options.daysLater ?? 0) * DAY_MS;
  const clock: Clock = { now: () => new Date(Date.now() + clockOffset).toISOString() };
  const chooser = scriptChooser();
  const ports = join(folder, 'ports');
  mkdirSync(ports, { recursive: true });
  const window = await openOffice({
    dataDir,
    ports,
    headless: true,
    chooser,
    colorScheme: 'light',
    clockOffset,
  });
  const { page } = window;
  page.setDefaultTimeout(20_000);
  await page.evaluate(keepFrames);
  onTestFinished(() => window.close());
  let pressed = 0;

  async function press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await page.keyboard.press(key);
      pressed += 1;
    }
  }

  async function signIn(login: string, password = PASSWORD): Promise<void> {
    await page.locator('[data-field=login]').fill(login);
    await page.locator('[data-field=password]').fill(password);
    await page.keyboard.press('Enter');
    await page.getByRole('navigation').waitFor();
    pressed = 0;
  }

  async function close(): Promise<void> {
    const troubles = [...window.violations, ...window.refused, ...window.pageErrors.map(String)];
    await window.close();
    if (troubles.length > 0) throw new Error(`the page had troubles: ${troubles.join('; ')}`);
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
    signIn,
    async handOver(login, password) {
      await press('Control+l');
      await page.getByRole('navigation').waitFor({ state: 'detached' });
      await signIn(login, password);
    },
    carried: () => page.evaluate(() => JSON.stringify(Reflect.get(window, 'carried'))),
    close,
    async callAs(login, work) {
      await close();
      await callOffice(dataDir, clock, login, work);
    },
    async inspect() {
      await close();
      return lookInside(dataDir, clock);
    },
  };
}

/** A folder with an office in it, which is gone after the test. */
async function furnish({ prepared, before, station = false }: JourneyOptions, language: Language) {
  const folder = mkdtempSync(join(tmpdir(), 'lamplight-journey-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const dataDir = join(folder, 'data');
  if (prepared === false) return { folder, dataDir, recoveryCode: '' };
  const made = inject('offices').find((one) => one.language === language && one.enrolled === station);
  if (made === undefined) throw new Error('no such office was prepared');
  cpSync(made.folder, folder, { recursive: true });
  if (before !== undefined)
    await callOffice(dataDir, systemClock, LOGINS.officer, (counter, id) =>
      before({ counter, signIn: () => Promise.resolve(id) }),
    );
  return { folder, dataDir, recoveryCode: made.recoveryCode };
}

/** @param work gets the staff id of whoever calls */
async function callOffice(
  dataDir: string,
  clock: Clock,
  login: string,
  work: (counter: Counter, id: string) => Promise<void>,
): Promise<void> {
  const office = await bareOffice(dataDir, clock);
  try {
    const counter = connectCounter(office);
    const { id } = await counter.session.unlock({ login, password: PASSWORD });
    await work(counter, id);
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

async function lookInside(dataDir: string, clock: Clock): Promise<Stored> {
  const office = await bareOffice(dataDir, clock);
  try {
    await office.session.unlock(ADMIN.login, ADMIN.password);
    const store = office.session.opened()?.store;
    if (store === undefined) throw new Error('the office did not open');
    const texts = store.raw.prepare('SELECT line FROM journal ORDER BY n').pluck().all() as string[];
    const rows = new Map(
      LEDGER_TABLES.map(({ name, table }) => [name, store.read.select().from(table).orderBy(table.id).all()]),
    );
    return {
      // Read before the store closes; the type of a row is its table's.
      rows: ({ name }) => rows.get(name) ?? [],
      // Of a forgotten line nothing but its leaf is left.
      lines: texts.filter((text) => readForgotten(text) === null).map(parseChange),
    };
  } finally {
    await office.close();
  }
}
