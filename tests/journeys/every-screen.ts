/** Every screen of every role, judged by axe where it is drawn. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import {
  walkImport,
  walkPapers,
  walkPeople,
  walkPlaces,
  walkUnits,
  type Walk,
} from '#scripts/population-walk.ts';
import { makeMatter, walkDisputes } from '#scripts/dispute-walk.ts';
import { walkStatutory } from '#scripts/statutory-walk.ts';
import { dayOf } from '#shared/kernel/calendar-day.ts';
import { writeSheet } from '#tests/support/community-sheet.ts';
import { fillTown } from './full-town.ts';
import { ADMIN, LOGINS, PASSWORD, startJourney, type Look } from './journey.ts';

/** WCAG 2.2 AA, in the browser that draws it. */
const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function complaints(page: Page, screen: string): Promise<string[]> {
  // What a screen asks the office for is there by then.
  await page.waitForTimeout(100);
  const { violations } = await new AxeBuilder({ page }).withTags(STANDARD).analyze();
  return violations.map(
    ({ id, nodes }) => `${screen}: ${id} ${nodes.map(({ html }) => html.slice(0, 100)).join(' | ')}`,
  );
}

/** One walk for each look. Colours do not depend on the language, and words not on the colours: two looks see all four. */
export function everybodyCanUseEveryScreen(look: Look): void {
  test('the first run', async () => {
    const { page } = await startJourney({ prepared: false, look });
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await complaints(page, 'wizard')).toEqual([]);
  });

  test('the lock screen, every room of every role, the drawer and the sheet of keys', async () => {
    const { page, press, type, openEntry, signIn, handOver, inspect } = await startJourney({ look });
    await page.locator('[data-field=login]').waitFor();
    const found = await complaints(page, 'lock');
    for (const [login, password] of [
      [LOGINS.officer, PASSWORD],
      [ADMIN.login, ADMIN.password],
      [LOGINS.auditor, PASSWORD],
    ] as const) {
      if (login !== LOGINS.officer) await handOver(login, password);
      else {
        await signIn(login);
        await openEntry();
        found.push(...(await complaints(page, 'drawer')));
        await type('阿卜杜热合曼·买买提江·吐尔逊');
        await press('Enter', '3', 'Enter', 'Enter');
        await page.locator('[data-field=name]').waitFor({ state: 'detached' });
        found.push(...(await complaints(page, 'saved')));
        await press('Escape', 'F1');
        await page.getByRole('dialog').waitFor();
        found.push(...(await complaints(page, 'keys')));
        await press('Escape');
      }
      const rooms = page
        .getByRole('navigation')
        .getByRole('link')
        .or(page.getByRole('navigation').getByRole('button'));
      const count = await rooms.count();
      expect(count).toBeGreaterThan(4);
      for (let i = 0; i < count; i += 1) {
        const room = rooms.nth(i);
        // The last one folds the rail, and a locked room does not open.
        if (await room.isDisabled()) continue;
        await room.click();
        found.push(...(await complaints(page, `${login}, room ${i}`)));
      }
    }
    expect(found).toEqual([]);
    await inspect();
  });

  test('every screen of the disputes', async () => {
    const { page, signIn, inspect } = await startJourney({
      look,
      before: async (desk) => {
        await desk.signIn();
        await makeMatter(desk.counter);
      },
    });
    const found: string[] = [];
    await signIn(LOGINS.officer);
    await walkDisputes({
      page,
      language: look.language,
      look: async (screen) => void found.push(...(await complaints(page, screen))),
    });
    expect(found).toEqual([]);
    await inspect();
  });

  test('every screen of what is entered by law', async () => {
    const { page, signIn, inspect } = await startJourney({ look, station: true });
    const found: string[] = [];
    await signIn(LOGINS.officer);
    await walkStatutory({
      page,
      language: look.language,
      today: dayOf(new Date().toISOString()),
      document: 7,
      look: async (screen) => void found.push(...(await complaints(page, screen))),
    });
    expect(found).toEqual([]);
    await inspect();
  });

  test('every screen of the population', async () => {
    const { page, chooser, folder, signIn, handOver, press, inspect } = await startJourney({
      look,
      before: fillTown,
    });
    const found: string[] = [];
    const walk: Walk = {
      page,
      chooser,
      language: look.language,
      look: async (screen) => void found.push(...(await complaints(page, screen))),
      person: '徐云梅',
      building: '青禾苑3栋',
      sheet: writeSheet(folder),
    };
    await signIn(LOGINS.officer);
    await walkPeople(walk);
    await walkImport(walk);
    await walkPlaces(walk);
    await walkUnits(walk);
    await walkPapers(walk);
    await handOver(LOGINS.auxiliary);
    await press('Alt+3');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await walk.look('finder');
    expect(found).toEqual([]);
    await inspect();
  });
}
