/** What every walk over screens is given, and how somebody signs in on the way. */
import type { Page } from 'playwright-core';
import { PRACTICE_PASSWORD } from '#scripts/practice-office.ts';

export interface ScreenWalk {
  readonly page: Page;
  readonly language: 'zh' | 'en';
  /** Told the name of the screen that stands now: a camera, or axe. */
  readonly look: (screen: string) => Promise<void>;
}

/** What stands on the screen of a sentence whatever is filled into it. */
export function fixedPart(sentence: string): string {
  const [longest = ''] = sentence.split(/\{\{\w+\}\}/u).toSorted((a, b) => b.length - a.length);
  return longest.trim();
}

/** At a locked practice office, whoever sat there before. */
export async function signIn(page: Page, login: string): Promise<void> {
  await typeLogin(page, login);
  await page.getByRole('navigation').waitFor();
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** Ends with Enter, and waits for nothing that comes of it. */
export async function typeLogin(page: Page, login: string): Promise<void> {
  await page.locator('[data-field=login]').fill(login);
  await page.locator('[data-field=password]').fill(PRACTICE_PASSWORD);
  await page.keyboard.press('Enter');
}
