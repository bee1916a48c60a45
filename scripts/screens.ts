/** Makes the pictures in docs/screens: every screen of the office, light and dark, zh and en, always on the same day. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { scriptChooser } from '#tests/shell/choosers.ts';
import { openOffice, type OpenOffice } from '#tests/shell/chromium.ts';
import { shiftedClock } from '#tests/shell/places.ts';
import { openWindowless, type Counter } from '#tests/shell/windowless.ts';
import { makePracticeOffice, PRACTICE_PASSWORD } from './practice-office.ts';
import { enrolPractice, STATION_SECRET } from './practice-station.ts';
import { runTool } from './tool-run.ts';

const LANGUAGES = ['zh', 'en'] as const;
const SCHEMES = ['light', 'dark'] as const;
type Language = (typeof LANGUAGES)[number];
type Scheme = (typeof SCHEMES)[number];

/** Monday, 23 November 2026, 09:41 in China. */
const clockOffset = Date.parse('2026-11-23T01:41:00.000Z') - Date.now();
const PEOPLE = { residents: 600, visitors: 300 };
/** The largest a picture in the docs may be. */
const BYTES_MAX = 150 * 1024;

const out = join(import.meta.dirname, '..', 'docs', 'screens');
const folder = mkdtempSync(join(tmpdir(), 'lamplight-screens-'));
const only = process.argv[2] ?? '';
mkdirSync(out, { recursive: true });
// Every process started from here lives on that day.
process.env['NODE_OPTIONS'] = `--import=${pathToFileURL(shiftedClock).href}`;
process.env['SHIFTED_CLOCK'] = String(clockOffset);

try {
  for (const language of LANGUAGES) {
    const dataDir = join(folder, language);
    await prepare(dataDir, language);
    for (const scheme of SCHEMES) {
      await takeWizard(language, scheme);
      await takeOffice(dataDir, language, scheme);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** A practice office with a station, one bundle confirmed and one visit with a past. */
async function prepare(dataDir: string, language: Language): Promise<void> {
  await makePracticeOffice(dataDir, { ...PEOPLE, language });
  const station = join(folder, `station-${language}`);
  const stick = join(folder, `stick-${language}`);
  mkdirSync(stick);
  await enrolPractice({ dataDir, home: station, papers: stick });
  const office = { LAMPLIGHT_PASSWORD: PRACTICE_PASSWORD };
  await runTool('office', ['export', '--data', dataDir, '--to', stick, '--login', 'wf'], office);
  await runTool('station', ['receive', '--home', station, '--from', stick], STATION_SECRET);
  await runTool('office', ['receipts', '--data', dataDir, '--from', stick, '--login', 'wf'], office);
  await asSomebody(dataDir, 'ljg', async (counter) => {
    const visit = {
      name: '张欣',
      phone: '15400012345',
      people: 1,
      matter: 'residence',
      summary: '租住胜利路12号，办理居住登记',
      papersChecked: true,
      result: null,
      referredTo: null,
      promisedOn: '2026-11-26',
    } as const;
    const made = await counter.visitors.register({ visit, draft: 'dscreens0001' });
    const { phone: _kept, ...fields } = visit;
    const amended = await counter.visitors.amend({
      id: made.id,
      revision: made.revision,
      visit: { ...fields, people: 2, summary: '租住胜利路12号3单元，办理居住登记' },
    });
    await counter.visitors.reveal({ id: made.id, field: 'phone', reason: 'call-back', note: '' });
    await counter.visitors.leave({ id: made.id, revision: amended.revision });
  });
}

async function asSomebody<T>(
  dataDir: string,
  login: string,
  work: (counter: Counter) => Promise<T>,
): Promise<T> {
  const office = await openWindowless({ dataDir, chooser: scriptChooser(), clockOffset });
  try {
    await office.counter.session.unlock({ login, password: PRACTICE_PASSWORD });
    return await work(office.counter);
  } finally {
    await office.close();
  }
}

async function takeWizard(language: Language, scheme: Scheme): Promise<void> {
  const office = await open(join(folder, `empty-${language}-${scheme}`), scheme);
  const { page } = office;
  try {
    const words = { zh: ['English', '下一步'], en: ['English', 'Next'] }[language];
    await page.getByRole('heading', { level: 1 }).waitFor();
    if (language === 'en') await page.keyboard.press('2');
    await page.getByRole('button', { name: words[1] ?? '' }).click();
    await page.getByRole('textbox').first().fill('胜利社区警务室');
    await shoot(page, 'wizard', language, scheme);
  } finally {
    await office.close();
  }
}

async function takeOffice(dataDir: string, language: Language, scheme: Scheme): Promise<void> {
  for (const login of ['ljg', 'admin']) {
    await asSomebody(dataDir, login, async (counter) => {
      await counter.preferences.put({ name: 'look.scheme', value: JSON.stringify(scheme) });
    });
  }
  const office = await open(dataDir, scheme);
  const { page } = office;
  const shot = (name: string) => shoot(page, name, language, scheme);
  try {
    await page.locator('input[type=password]').waitFor();
    await shot('lock');
    await signIn(page, 'ljg');
    await shot('today');
    await page.keyboard.press('Alt+2');
    await page.locator('table, [role=grid], [role=table]').first().waitFor();
    await shot('visitors');
    await page.keyboard.press('F2');
    await page.locator('[data-field=name]:focus').waitFor();
    await page.keyboard.insertText('李欣');
    await page.keyboard.press('Enter');
    await page.keyboard.press('3');
    await shot('visitor-entry');
    await page.keyboard.press('Escape');
    await page.getByText('张欣', { exact: true }).first().click();
    await page.getByRole('heading', { level: 1, name: '张欣' }).waitFor();
    await shot('visit');
    await page.keyboard.press('F6');
    await page.locator('.sheet, [class*=sheet]').first().waitFor();
    await shot('contact-cards');
    await page.keyboard.press('F8');
    await page.getByText('519901').first().waitFor();
    await shot('weekly');
    await page.keyboard.press('F1');
    await page.getByRole('dialog').waitFor();
    await shot('shortcuts');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+l');
    await page
      .locator('input[type=password]')
      .or(page.getByRole('button', { name: /李建国/ }))
      .first()
      .waitFor();
    await signIn(page, 'admin');
    await shot('settings');
    if (office.violations.length + office.refused.length + office.pageErrors.length > 0)
      throw new Error(`the page had troubles: ${[...office.violations, ...office.refused].join('; ')}`);
  } finally {
    await office.close();
  }
}

function open(dataDir: string, colorScheme: Scheme): Promise<OpenOffice> {
  return openOffice({ dataDir, headless: true, chooser: scriptChooser(), colorScheme, clockOffset });
}

async function signIn(page: Page, login: string): Promise<void> {
  const other = page.getByRole('button', { name: /其他人|Somebody else|Someone else/ });
  if ((await other.count()) > 0) await other.click();
  await page.locator('[data-field=login]').fill(login);
  await page.locator('[data-field=password]').fill(PRACTICE_PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').waitFor();
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** A screen has few colours: a palette makes its picture a third as large and changes nothing the eye sees. */
function reduceColours(png: Buffer): Buffer {
  const reduced = spawnSync('pngquant', ['--quality', '70-98', '--speed', '1', '-'], { input: png });
  if (reduced.status !== 0) throw new Error(`pngquant: ${String(reduced.stderr)}`);
  return reduced.stdout;
}

async function shoot(page: Page, name: string, language: Language, scheme: Scheme): Promise<void> {
  if (only !== '' && only !== name) return;
  await page.waitForTimeout(500);
  const path = join(out, `${name}-${language}-${scheme}.png`);
  writeFileSync(path, reduceColours(await page.screenshot()));
  const { size } = statSync(path);
  process.stderr.write(`${path} ${Math.round(size / 1024)} KB\n`);
  if (size > BYTES_MAX) throw new Error(`${path} is larger than ${BYTES_MAX} bytes`);
}
