/** Makes the pictures in docs/screens: every screen of the office, light and dark, zh and en, always on the same day. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { en as appEn, zh as appZh } from '#renderer/app/app-text.ts';
import { scriptChooser } from '#tests/shell/choosers.ts';
import { shiftedClock } from '#tests/shell/places.ts';
import { writeSheet } from '#tests/support/community-sheet.ts';
import { LANGUAGES, loadCamera, SCHEMES, type Look } from './pictures/camera.ts';
import { backUpAndGoOn, makePicturedOffice, type PicturedOffice } from './pictures/pictured-office.ts';
import { clockOffset, inWindow, LARGER, putScheme, TODAY } from './pictures/windows.ts';
import { walkDisputes } from './walks/dispute-walk.ts';
import {
  walkImport,
  walkPapers,
  walkPeople,
  walkPlaces,
  walkUnits,
  type Walk,
} from './walks/population-walk.ts';
import { walkRescue } from './walks/rescue-walk.ts';
import { damage, walkBackups, walkDamaged } from './walks/restore-walk.ts';
import { walkSent } from './walks/sent-walk.ts';
import { walkStatutory } from './walks/statutory-walk.ts';
import { signIn, type ScreenWalk } from './walks/walk.ts';
import { makeStick, walkKeys, walkStick } from './walks/week-walk.ts';

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
  'orders',
  'order',
  'corrections',
]);
/** Who and what the walk over the population looks for: they stand in the practice office. */
const WALK = { person: '文德安', building: '青禾苑8栋' };

const folder = mkdtempSync(join(tmpdir(), 'lamplight-screens-'));
const shoot = loadCamera(process.argv[2] ?? '');
// Every process started from here lives on that day.
process.env['NODE_OPTIONS'] = `--import=${pathToFileURL(shiftedClock).href}`;
process.env['SHIFTED_CLOCK'] = String(clockOffset);

try {
  for (const language of LANGUAGES) {
    const office = await makePicturedOffice(join(folder, language), language);
    for (const scheme of SCHEMES) {
      await takeWizard({ language, scheme });
      await takeOffice(office.dataDir, { language, scheme });
    }
    // Colours do not depend on the language, and words not on the colours: two looks show all four.
    const look = { language, scheme: language === 'zh' ? 'light' : 'dark' } as const;
    await takeLedgers(office.dataDir, look);
    await takeWaysBack(office, look);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function takeWizard(look: Look): Promise<void> {
  await inWindow(join(folder, `empty-${look.language}-${look.scheme}`), look.scheme, async ({ page }) => {
    const next = { zh: '下一步', en: 'Next' }[look.language];
    await page.getByRole('heading', { level: 1 }).waitFor();
    if (look.language === 'en') await page.keyboard.press('2');
    await page.getByRole('button', { name: next }).click();
    await page.getByRole('radiogroup').waitFor();
    await page.getByRole('button', { name: next }).click();
    await page.getByRole('textbox').first().fill('胜利社区警务室');
    await shoot(page, 'wizard', look);
  });
}

async function takeOffice(dataDir: string, look: Look): Promise<void> {
  await putScheme(dataDir, look.scheme);
  await inWindow(dataDir, look.scheme, async ({ page }) => {
    const shot = (name: string) => shoot(page, name, look);
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
    await signIn(page, 'admin');
    await shot('settings');
  });
}

/** Every screen of the ledgers, walked over; the main ones once more for whoever needs it larger. */
async function takeLedgers(dataDir: string, look: Look): Promise<void> {
  const { language, scheme } = look;
  await putScheme(dataDir, scheme);
  const sheet = writeSheet(folder);
  for (const scale of [1, LARGER]) {
    const chooser = scriptChooser();
    const take = async ({ page }: Pick<Walk, 'page'>) => {
      const walk: Walk = {
        page,
        chooser,
        language,
        sheet,
        ...WALK,
        look: async (screen) => {
          if (scale === 1) await shoot(page, screen, look);
          else if (MAIN.has(screen)) await shoot(page, `${screen}-125`, look);
        },
      };
      await signIn(page, 'ljg');
      if (scale !== 1) await walk.look('today');
      await walkPeople(walk);
      await walkImport(walk);
      await walkPlaces(walk);
      await walkUnits(walk);
      await walkPapers(walk);
      await walkDisputes(walk);
      await walkStatutory({ ...walk, today: TODAY, document: scale === 1 ? 7 : 8 });
      await takeWishes(walk);
      await walkSent(walk);
      if (scale === 1) await takeFinder(walk);
    };
    await inWindow(dataDir, scheme, take, { chooser, scale });
  }
}

/** The week's stick and its loss, the keys, and the ways back; the last of them ends with an office that was restored. */
async function takeWaysBack({ dataDir, home }: PicturedOffice, look: Look): Promise<void> {
  const { language, scheme } = look;
  const around = join(folder, `${language}-back`);
  const at = { home, ports: join(around, 'ports') };
  const [lost, brought] = [await makeStick('03', at), await makeStick('04', at)];
  const open = { ports: at.ports, chooser: scriptChooser() };
  await backUpAndGoOn(dataDir);
  const walkWeek = async ({ page }: Pick<Walk, 'page'>) => {
    await signIn(page, 'wf');
    await walkStick(walkedBy(page, look), lost);
  };
  await inWindow(dataDir, scheme, walkWeek, open);
  const walkSettings = async ({ page }: Pick<Walk, 'page'>) => {
    await signIn(page, 'admin');
    const { room } = { zh: appZh, en: appEn }[language];
    await page.getByRole('navigation').getByText(room.settings, { exact: true }).click();
    await walkBackups(walkedBy(page, look));
    await walkKeys(walkedBy(page, look));
  };
  await inWindow(dataDir, scheme, walkSettings, open);
  // An office is light until somebody chooses otherwise.
  const fresh = { language, scheme: 'light' } as const;
  const carried = { chooser: open.chooser, home, papers: join(around, 'papers'), stick: brought };
  const walkNewPc = ({ page }: Pick<Walk, 'page'>) => walkRescue({ ...walkedBy(page, fresh), ...carried });
  await inWindow(join(around, 'new'), fresh.scheme, walkNewPc, open);
  damage(dataDir);
  await inWindow(dataDir, scheme, ({ page }) => walkDamaged(walkedBy(page, look)), open);
}

function walkedBy(page: Walk['page'], look: Look): ScreenWalk {
  return { page, language: look.language, look: (screen) => shoot(page, screen, look) };
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
  await signIn(page, 'wf');
  await page.keyboard.press('Alt+3');
  await page.locator('[aria-keyshortcuts="F3"]').waitFor();
  await look('finder');
}
