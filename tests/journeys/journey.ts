/** What every journey needs: an office on disk, its window in real Chromium, keys that are counted, and a look into the rows. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { inject, onTestFinished } from 'vitest';
import { parseChange, type Change } from '#bundle-format';
import { enrolPractice } from '#scripts/practice-station.ts';
import type { Ledger, LedgerTable, Row } from '#main/db/ledger-table.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { scriptChooser, type ScriptedChooser } from '#tests/shell/choosers.ts';
import { openOffice, type OpenOffice } from '#tests/shell/chromium.ts';
import { ADMIN, connectCounter, OFFICE, PASSWORD, type Counter } from '#tests/support/office.ts';
import { bareOffice, LOGINS, prepareOffice, type Look } from './prepared-office.ts';

export { ADMIN, LOGINS, OFFICE, PASSWORD };
export type { Look };

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
  /** Every row of a ledger by its id, also of who is gone. */
  rows<T extends LedgerTable>(ledger: Ledger<T>): Row<T>[];
  readonly lines: readonly Change[];
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
      : await placeOffice(dataDir, options.look ?? { language: 'zh', scheme: 'light' });
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

/** Answers with the recovery code. */
function placeOffice(dataDir: string, look: Look): string | Promise<string> {
  const made = inject('offices').find(
    (one) => one.look.language === look.language && one.look.scheme === look.scheme,
  );
  if (made === undefined) return prepareOffice(dataDir, look);
  cpSync(made.dataDir, dataDir, { recursive: true });
  return made.recoveryCode;
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
    const rows = new Map(
      LEDGER_TABLES.map(({ name, table }) => [name, store.read.select().from(table).orderBy(table.id).all()]),
    );
    return {
      // Read before the store closes; the type of a row is its table's.
      rows: ({ name }) => rows.get(name) ?? [],
      lines: texts.map(parseChange),
    };
  } finally {
    await office.close();
  }
}
