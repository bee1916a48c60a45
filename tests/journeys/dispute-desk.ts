/** Disputes as a person at the desk handles them: their words, their deeds and their papers, in Chinese. */
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { DeedName } from '#shared/ledgers/disputes/deeds.ts';
import type { DisputePaperName } from '#shared/ledgers/disputes/papers.ts';
import { zh as deeds } from '#renderer/ledgers/disputes/deeds/deeds-text.ts';
import { zh as disputes } from '#renderer/ledgers/disputes/disputes-text.ts';
import { zh as figures } from '#renderer/ledgers/disputes/figures/figures-text.ts';
import { zh as intake } from '#renderer/ledgers/disputes/intake/intake-text.ts';
import { zh as list } from '#renderer/ledgers/disputes/list/list-text.ts';
import { zh as papers } from '#renderer/ledgers/disputes/papers/papers-text.ts';
import { zh as record } from '#renderer/ledgers/disputes/record/record-text.ts';
import { zh as making } from '#renderer/papers/papers-text.ts';
import type { Journey } from './journey.ts';

export const WORDS = { deeds, disputes, figures, intake, list, papers, record };

/** A sentence of the screen with its gaps filled. */
export function say(sentence: string, gaps: Readonly<Record<string, string | number>>): string {
  return sentence.replaceAll(/\{\{(\w+)\}\}/gu, (_gap, name: string) => String(gaps[name]));
}

/** Where the questions of the fork wait for their digits. */
export async function atTheQuestions(page: Page): Promise<void> {
  await page.locator('[data-field=danger] :focus').waitFor();
}

/** From the rail to the list, in one of its views. */
export async function openList({ page, press }: Journey, view: keyof typeof list.views): Promise<void> {
  await press('Alt+7');
  await page
    .getByRole('group', { name: list.viewsLabel })
    .getByRole('button', { name: list.views[view], exact: true })
    .click();
}

export function deedButton(page: Page, deed: DeedName): Locator {
  return page
    .getByRole('group', { name: record.otherDeeds })
    .getByRole('button', { name: deeds.deeds[deed].button, exact: true });
}

/** Opens the form of a deed, fills it in and sends it: the record stands anew. */
export async function doDeed(
  { page }: Journey,
  deed: DeedName,
  fillIn?: (form: Locator) => Promise<void>,
): Promise<void> {
  await deedButton(page, deed).click();
  await sendDeed(page, deed, fillIn);
}

/** The same where the form is open already. */
export async function sendDeed(
  page: Page,
  deed: DeedName,
  fillIn?: (form: Locator) => Promise<void>,
): Promise<void> {
  const { button, done } = deeds.deeds[deed];
  const form = page.getByRole('dialog').getByRole('form', { name: button });
  await form.waitFor();
  await fillIn?.(form);
  await form.getByRole('button', { name: button, exact: true }).click();
  await page.getByRole('log').getByText(done, { exact: true }).last().waitFor();
  await form.waitFor({ state: 'detached' });
}

/** One of a few, by its word. */
export function choose(form: Locator, word: string): Promise<void> {
  return form.getByRole('radio', { name: new RegExp(`^\\d?\\s*${word}$`, 'u') }).click();
}

export function fillField(form: Locator, field: string, text: string): Promise<void> {
  return form.locator(`[data-field=${field}]`).fill(text);
}

/** Prints a paper of the matter to a file, and answers with its path. */
export async function savePaper(journey: Journey, paper: DisputePaperName): Promise<string> {
  const { page, folder, chooser } = journey;
  const path = join(folder, `${paper}.pdf`);
  await page.getByRole('button', { name: papers.open, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('[data-field=paper]').selectOption({ label: papers.papers[paper] });
  chooser.willChoose('paper', path);
  await dialog.getByRole('button', { name: making.savePdf, exact: true }).click();
  const [saved = ''] = say(making.saved, { file: `${paper}.pdf`, pages: '' }).split('，');
  await dialog.getByRole('status').getByText(saved).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  return path;
}

export interface Heard {
  /** Digits, one a question. */
  readonly answers: readonly string[];
  readonly names: readonly string[];
  readonly type: string;
  readonly place: string;
  readonly summary: string;
}

/** Takes a matter in by keyboard alone, up to the saved card. */
export async function takeIn(journey: Journey, heard: Heard): Promise<void> {
  const { page, press, type } = journey;
  await press('F4');
  await atTheQuestions(page);
  await press(...heard.answers);
  for (const name of heard.names) {
    await type(name);
    await press('Enter');
  }
  await press(heard.type);
  await type(heard.place);
  await press('Enter');
  await type(heard.summary);
  await press('Control+Enter');
  await page.getByRole('status').getByRole('button', { name: intake.again }).waitFor();
}
