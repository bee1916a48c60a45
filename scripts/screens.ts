/** Makes the pictures in docs/screens: every screen of the office, light and dark, zh and en, always on the same day. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { dayOf } from '#shared/kernel/calendar-day.ts';
import { scriptChooser, type ScriptedChooser } from '#tests/shell/choosers.ts';
import { openOffice, type OpenOffice } from '#tests/shell/chromium.ts';
import { shiftedClock } from '#tests/shell/places.ts';
import { writeSheet } from '#tests/support/community-sheet.ts';
import { openWindowless, type Counter } from '#tests/shell/windowless.ts';
import { en as appEn, zh as appZh } from '#renderer/app/app-text.ts';
import { makeMatter, walkDisputes } from './dispute-walk.ts';
import { walkImport, walkPapers, walkPeople, walkPlaces, walkUnits, type Walk } from './population-walk.ts';
import { makePracticeOffice, PRACTICE_PASSWORD } from './practice-office.ts';
import { enrolPractice, STATION_SECRET } from './practice-station.ts';
import { sendDown, walkSent } from './sent-walk.ts';
import { walkStatutory } from './statutory-walk.ts';
import { runTool } from './tool-run.ts';

const LANGUAGES = ['zh', 'en'] as const;
const SCHEMES = ['light', 'dark'] as const;
type Language = (typeof LANGUAGES)[number];
type Scheme = (typeof SCHEMES)[number];

/** Monday, 23 November 2026, 09:41 in China. */
const clockOffset = Date.parse('2026-11-23T01:41:00.000Z') - Date.now();
const PEOPLE = { residents: 30_000, visitors: 300 };
/** The smallest screen of such an office, and the same for whoever needs it larger. */
const SCREEN = { width: 1366, height: 768 };
const LARGER = 1.25;
/** Looked at at both sizes. */
const MAIN = new Set([
  'today',
  'population',
  'resident',
  'resident-new',
  'import-check',
  'places',
  'face',
  'units',
  'disputes',
  'dispute',
  'dispute-new',
  'statutory',
  'statutory-record',
  'statutory-new',
]);
/** Who and what the walk over the population looks for: they stand in the practice office. */
const WALK = { person: '文德安', building: '青禾苑8栋' };
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
    // Colours do not depend on the language, and words not on the colours: two looks show all four.
    await takePopulation(dataDir, { language, scheme: language === 'zh' ? 'light' : 'dark' });
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
  await sendDown(station, stick, todayThen());
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
    await makeMatter(counter);
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
    await page.getByRole('radiogroup').waitFor();
    await page.getByRole('button', { name: words[1] ?? '' }).click();
    await page.getByRole('textbox').first().fill('胜利社区警务室');
    await shoot(page, 'wizard', language, scheme);
  } finally {
    await office.close();
  }
}

async function takeOffice(dataDir: string, language: Language, scheme: Scheme): Promise<void> {
  await putScheme(dataDir, scheme);
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
    expectNoTrouble(office);
  } finally {
    await office.close();
  }
}

/** Every screen of the population and of the disputes, walked over; the main ones once more for whoever needs it larger. */
async function takePopulation(
  dataDir: string,
  look: { readonly language: Language; readonly scheme: Scheme },
): Promise<void> {
  const { language, scheme } = look;
  await putScheme(dataDir, scheme);
  const sheet = writeSheet(folder);
  for (const scale of [1, LARGER]) {
    const chooser = scriptChooser();
    const office = await open(dataDir, scheme, { chooser, scale });
    const { page } = office;
    const suffix = scale === 1 ? '' : '-125';
    const walk: Walk = {
      page,
      chooser,
      language,
      sheet,
      ...WALK,
      look: async (screen) => {
        if (scale !== 1 && !MAIN.has(screen)) return;
        await shoot(page, `${screen}${suffix}`, language, scheme);
      },
    };
    try {
      await page.locator('input[type=password]').waitFor();
      await signIn(page, 'ljg');
      if (scale !== 1) await walk.look('today');
      await walkPeople(walk);
      await walkImport(walk);
      await walkPlaces(walk);
      await walkUnits(walk);
      await walkPapers(walk);
      await walkDisputes(walk);
      await walkStatutory({ ...walk, today: todayThen(), document: scale === 1 ? 7 : 8 });
      await takeWishes(walk);
      await walkSent(walk);
      if (scale === 1) await takeFinder(walk);
      expectNoTrouble(office);
    } finally {
      await office.close();
    }
  }
}

/** The day on which every picture is taken. */
function todayThen(): string {
  return dayOf(new Date(Date.now() + clockOffset).toISOString());
}

/** The lists of 关爱服务 and 权利请求, and one record of each. */
async function takeWishes({ page, look, language }: Walk): Promise<void> {
  const { room: rooms } = { zh: appZh, en: appEn }[language];
  for (const room of ['care', 'rights'] as const) {
    await page.getByRole('navigation').getByText(rooms[room], { exact: true }).click();
    await page.getByRole('row').nth(1).waitFor();
    await look(room);
    await page.getByRole('row').nth(1).click();
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    await look(`${room}-record`);
    await page.keyboard.press('Escape');
  }
}

async function takeFinder({ page, look }: Walk): Promise<void> {
  await page.keyboard.press('Control+l');
  await page
    .locator('input[type=password]')
    .or(page.getByRole('button', { name: /李建国/ }))
    .first()
    .waitFor();
  await signIn(page, 'wf');
  await page.keyboard.press('Alt+3');
  await page.locator('[aria-keyshortcuts="F3"]').waitFor();
  await look('finder');
}

function expectNoTrouble({ violations, refused, pageErrors }: OpenOffice): void {
  const troubles = [...violations, ...refused, ...pageErrors.map(String)];
  if (troubles.length > 0) throw new Error(`the page had troubles: ${troubles.join('; ')}`);
}

async function putScheme(dataDir: string, scheme: Scheme): Promise<void> {
  for (const login of ['ljg', 'wf', 'admin']) {
    await asSomebody(dataDir, login, async (counter) => {
      await counter.preferences.put({ name: 'look.scheme', value: JSON.stringify(scheme) });
    });
  }
}

function open(
  dataDir: string,
  colorScheme: Scheme,
  { chooser = scriptChooser(), scale = 1 }: { chooser?: ScriptedChooser; scale?: number } = {},
): Promise<OpenOffice> {
  const viewport = { width: Math.round(SCREEN.width / scale), height: Math.round(SCREEN.height / scale) };
  const size = { viewport, deviceScaleFactor: scale };
  return openOffice({ dataDir, headless: true, chooser, colorScheme, clockOffset, ...size });
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
