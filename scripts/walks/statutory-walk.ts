/** A walk over every screen of 依法登记, in either language: an order is entered, looked at with a reason, and a duty written. */
import { addDays } from '#shared/kernel/calendar-day.ts';
import { en as readingEn, zh as readingZh } from '#renderer/ledgers/statutory/reading/reading-text.ts';
import { en as recordEn, zh as recordZh } from '#renderer/ledgers/statutory/record/record-text.ts';
import type { Words } from '#renderer/ui/words.ts';
import type { ScreenWalk } from './walk.ts';

export interface StatutoryWalk extends ScreenWalk {
  /** The office's own day. */
  readonly today: string;
  /** One document is one entry: a second walk brings another. */
  readonly document: number;
}

const ZH = { reading: readingZh, record: recordZh };
const EN: Words<typeof ZH> = { reading: readingEn, record: recordEn };

/** A court order runs at once: no station has to answer before there is something to see. */
const PERSON = '甄向阳';

/** The officer's in charge. The office knows its station. */
export async function walkStatutory(walk: StatutoryWalk): Promise<void> {
  const { page, look, language } = walk;
  const { reading, record } = language === 'zh' ? ZH : EN;
  await page.keyboard.press('Alt+6');
  await page.locator('[data-field=reason] :focus').waitFor();
  await look('statutory-gate');
  await page.getByRole('button', { name: reading.enter, exact: true }).click();
  await enterOrder(walk);
  await page.keyboard.press('Enter');
  await page.locator('[data-field=reason] :focus').waitFor();
  await page.keyboard.press('2');
  await page.keyboard.press('Enter');
  const row = page.getByRole('row').filter({ hasText: PERSON }).first();
  await row.waitFor();
  await look('statutory');
  await row.click();
  await page.getByRole('heading', { level: 1 }).filter({ hasText: PERSON }).waitFor();
  await look('statutory-record');
  await page
    .getByRole('button', { name: new RegExp(`^${record.duties.write} `, 'u') })
    .first()
    .click();
  await page.getByRole('dialog').waitFor();
  await look('statutory-duty');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  for (const [deed, screen] of [
    [record.correct, 'statutory-correct'],
    [record.end, 'statutory-end'],
  ] as const) {
    await page.getByRole('button', { name: deed, exact: true }).click();
    await page.getByRole('dialog').waitFor();
    await look(screen);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
}

async function enterOrder({ page, look, today, document }: StatutoryWalk): Promise<void> {
  await page.locator('[data-field=category] :focus').waitFor();
  await page.keyboard.press('8');
  await page.locator('[data-field=name]:focus').waitFor();
  await page.keyboard.insertText(PERSON);
  const fill = (field: string, text: string) => page.locator(`[data-field=${field}]`).fill(text);
  await fill('birthDate', '1986-02-17');
  await fill('issuer', '青禾区人民法院');
  await fill('documentNumber', `（2026）青禾民保令${document}号`);
  await fill('documentDate', addDays(today, -3));
  await fill('startsOn', addDays(today, -3));
  // Soon over: it stands near the head of a long list.
  await fill('endsOn', addDays(today, 12));
  await fill('leadBody', '青禾区人民法院');
  await fill('protectedName', '吴静');
  await look('statutory-new');
  await page.keyboard.press('Control+s');
  await page.getByRole('status').getByRole('list').waitFor();
  await look('statutory-saved');
}
