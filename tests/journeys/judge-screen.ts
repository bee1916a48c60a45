/** What axe says of a screen, as it is drawn by day and by night. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** WCAG 2.2 AA, in the browser that draws it. */
const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** A walk over dozens of screens, each judged twice, on a machine that does other things too. */
export const WALK = { timeout: 480_000 };

/** Everything by day; by night nothing but the colours is another. */
export async function complaints(page: Page, screen: string): Promise<string[]> {
  const byDay = await complaintsByDay(page, screen);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.locator('html[data-mantine-color-scheme=dark]').waitFor({ state: 'attached' });
  const byNight = await axe(page).withRules('color-contrast').analyze();
  await page.emulateMedia({ colorScheme: 'light' });
  await page.locator('html[data-mantine-color-scheme=light]').waitFor({ state: 'attached' });
  return [...byDay, ...inWords(byNight, screen)];
}

/** Where the colours do not follow the system's, as in an office that was set up a minute ago. */
export async function complaintsByDay(page: Page, screen: string): Promise<string[]> {
  // What a screen asks the office for is there by then.
  await page.waitForTimeout(100);
  return inWords(await axe(page).withTags(STANDARD).analyze(), screen);
}

type Judgement = Awaited<ReturnType<AxeBuilder['analyze']>>;

function inWords({ violations }: Judgement, screen: string): string[] {
  return violations.map(
    ({ id, nodes }) => `${screen}: ${id} ${nodes.map(({ html }) => html.slice(0, 100)).join(' | ')}`,
  );
}

/** One page without frames: judged where it stands, not carried into a second one for every screen. */
function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'], preload: false });
}
