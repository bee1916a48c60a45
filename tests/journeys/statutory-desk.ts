/** 依法登记 as the officer in charge handles it: enter, send, read with a reason, do what the law names. In Chinese. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { STATION_SECRET } from '#scripts/practice-station.ts';
import { runTool, type Answer } from '#scripts/tool-run.ts';
import { CATEGORY_CODES, type CategoryCode } from '#shared/ledgers/statutory/categories.ts';
import { zh as entry } from '#renderer/ledgers/statutory/entry/entry-text.ts';
import { zh as reading } from '#renderer/ledgers/statutory/reading/reading-text.ts';
import { zh as record } from '#renderer/ledgers/statutory/record/record-text.ts';
import { zh as statutory } from '#renderer/ledgers/statutory/statutory-text.ts';
import { zh as today } from '#renderer/today/today-text.ts';
import { zh as weekly } from '#renderer/weekly/weekly-text.ts';
import { OFFICE, type Journey } from './journey.ts';

export const WORDS = { entry, reading, record, statutory, today, weekly };

export interface TypedEntry {
  readonly category: CategoryCode;
  readonly name: string;
  readonly birthDate: string;
  readonly documentDate: string;
  readonly endsOn: string;
}

const BODY = '青禾市公安局青禾派出所';

/** Fills the form of an entry and presses the way to save. */
export async function typeEntry({ page, press, type }: Journey, typed: TypedEntry): Promise<void> {
  const { category, name, birthDate, documentDate, endsOn } = typed;
  await press('Alt+6');
  await page.getByRole('button', { name: reading.enter, exact: true }).click();
  await page.locator('[data-field=category] :focus').waitFor();
  await press(String(CATEGORY_CODES.indexOf(category) + 1));
  await page.locator('[data-field=name]:focus').waitFor();
  await type(name);
  const fill = (field: string, text: string) => page.locator(`[data-field=${field}]`).fill(text);
  await fill('birthDate', birthDate);
  await page.locator('[data-field=issuerKind]').getByRole('radio', { name: statutory.bodies.police }).click();
  await fill('issuer', BODY);
  await fill('documentNumber', '青公取保字〔2026〕12号');
  await fill('documentDate', documentDate);
  await fill('startsOn', documentDate);
  await fill('endsOn', endsOn);
  await fill('leadBody', BODY);
  await press('Control+s');
}

/** The number under which it waits. */
export async function numberOf(page: Page): Promise<string> {
  const heading = await page.getByRole('heading', { level: 2, name: /^已登记 / }).innerText();
  return heading.replace(/^已登记 /u, '').trim();
}

/** Says why, and stands before the list. */
export async function look({ page, press }: Journey): Promise<void> {
  await press('Alt+6');
  await page.locator('[data-field=reason] :focus').waitFor();
  await press('2', 'Enter');
  await page.getByRole('grid', { name: statutory.ledger }).waitFor();
}

export async function openRow({ page }: Journey, name: string): Promise<void> {
  await page.getByRole('row').filter({ hasText: name }).click();
  await page.getByRole('heading', { level: 1 }).filter({ hasText: name }).waitFor();
}

/** Writes that the first open duty of a kind was done today. */
export async function doDuty(
  { page, press }: Journey,
  kind: keyof typeof statutory.duties,
  paper = '',
): Promise<void> {
  const duty = statutory.duties[kind];
  await page
    .getByRole('button', { name: `${record.duties.write} ${duty}` })
    .first()
    .click();
  await page.locator('[data-field=result] :focus').waitFor();
  await press('1');
  await page.locator('[data-field=recordNumber]').fill(paper);
  await press('Control+s');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page
    .getByRole('button', { name: `${record.duties.undo} ${duty}` })
    .first()
    .waitFor();
}

/** Onto the stick, to the station, and what it says there. */
export function withStation({ folder }: Journey) {
  const stick = join(folder, 'stick');
  const home = ['--home', join(folder, 'station')];
  mkdirSync(stick, { recursive: true });
  const station = (...args: string[]): Promise<Answer> =>
    runTool('station', [...args, ...home], STATION_SECRET);
  return {
    stick,
    /** Receives the week, gives the answer, and puts the receipt back onto the same stick. */
    async answers(number: string, ...how: readonly string[]): Promise<Answer> {
      await station('receive', '--from', stick);
      const seen = await station('pending');
      const [verb = 'approve', ...also] = how;
      await station(verb, OFFICE.code, number, '--reviewer', '郑审核', ...also);
      await station('answer', OFFICE.code, '--to', stick);
      return seen;
    },
  };
}

export async function exportWeek({ page, press, chooser }: Journey, stick: string): Promise<void> {
  chooser.willChoose('stick', stick);
  await press('F8');
  await page.getByRole('button', { name: weekly.export.choose }).click();
  await page.getByRole('button', { name: /确认导出第\d+周/u }).click();
  await page.getByText(weekly.export.doneTitle).waitFor();
}

export async function readReceipts({ page }: Journey): Promise<void> {
  await page.getByRole('button', { name: weekly.receipts.read }).click();
  await page.getByText(weekly.receipts.accepted).first().waitFor();
}
