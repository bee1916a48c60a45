/** A walk over every screen of the population, in either language: whoever looks on is told where it stands. */
import {
  en as importingEn,
  zh as importingZh,
} from '#renderer/ledgers/population/importing/importing-text.ts';
import { en as findingEn, zh as findingZh } from '#renderer/ledgers/population/finding/find-text.ts';
import { en as listEn, zh as listZh } from '#renderer/ledgers/population/people/list/list-text.ts';
import { en as recordEn, zh as recordZh } from '#renderer/ledgers/population/people/record/record-text.ts';
import { en as faceEn, zh as faceZh } from '#renderer/ledgers/population/places/face/face-text.ts';
import { en as placesEn, zh as placesZh } from '#renderer/ledgers/population/places/places-text.ts';
import { en as unitsEn, zh as unitsZh } from '#renderer/ledgers/population/units/units-text.ts';
import { en as printingEn, zh as printingZh } from '#renderer/printing/printing-text.ts';
import type { Words } from '#renderer/ui/words.ts';
import type { ScriptedChooser } from '#tests/shell/choosers.ts';
import type { ScreenWalk } from './walk.ts';

export interface Walk extends ScreenWalk {
  readonly chooser: ScriptedChooser;
  /** What is typed into the box to find somebody who lives in a household. */
  readonly person: string;
  /** A building with a face. */
  readonly building: string;
  /** Path of a sheet to import. */
  readonly sheet: string;
}

const ZH = {
  importing: importingZh,
  finding: findingZh,
  list: listZh,
  record: recordZh,
  face: faceZh,
  places: placesZh,
  units: unitsZh,
  printing: printingZh,
};
const EN: Words<typeof ZH> = {
  importing: importingEn,
  finding: findingEn,
  list: listEn,
  record: recordEn,
  face: faceEn,
  places: placesEn,
  units: unitsEn,
  printing: printingEn,
};

function wordsIn(language: Walk['language']): Words<typeof ZH> {
  return language === 'zh' ? ZH : EN;
}

export async function walkPeople(walk: Walk): Promise<void> {
  const { page, look, language } = walk;
  const words = wordsIn(language);
  await page.keyboard.press('Alt+3');
  await page.getByRole('row').nth(1).waitFor();
  await look('population');
  await page.getByRole('button', { name: words.list.list.export, exact: true }).click();
  await page.getByRole('dialog').waitFor();
  await look('population-export');
  await page.keyboard.press('Escape');
  await find(walk, walk.person);
  await look('search');
  await page.keyboard.press('Enter');
  await page.getByRole('listbox').waitFor({ state: 'detached' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await look('resident');
  const household = page.getByRole('button', { name: words.record.record.openHousehold, exact: true });
  if ((await household.count()) > 0) {
    await household.first().click();
    await page.getByRole('row').nth(1).waitFor();
    await look('household');
  }
  await page.keyboard.press('Alt+n');
  await page.locator('[data-field=name]:focus').waitFor();
  await page.keyboard.insertText('李欣');
  await page.keyboard.press('Enter');
  await look('resident-new');
  await page.keyboard.press('Alt+3');
  await page.getByRole('button', { name: words.list.list.doubles, exact: true }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await look('doubles');
}

export async function walkImport({ page, look, language, chooser, sheet }: Walk): Promise<void> {
  const words = wordsIn(language);
  const { importing: said } = words;
  const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click();
  await page.keyboard.press('Alt+3');
  await press(words.list.list.import);
  await page.getByRole('button', { name: said.file.choose }).waitFor();
  await look('import');
  chooser.willChoose('table', sheet);
  await press(said.file.choose);
  await page.getByRole('button', { name: said.next }).waitFor();
  await look('import-sheet');
  await press(said.next);
  await page.getByRole('button', { name: said.columns.run }).waitFor();
  await look('import-columns');
  await press(said.columns.run);
  await page.getByRole('button', { name: said.check.fix, exact: true }).first().click();
  await page.locator('form input').first().waitFor();
  await look('import-check');
}

export async function walkPlaces(walk: Walk): Promise<void> {
  const { page, look, language } = walk;
  const words = wordsIn(language);
  const { places: said } = words;
  const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click();
  await page.keyboard.press('Alt+4');
  await page.getByRole('treeitem').first().waitFor();
  await look('places');
  await openBuilding(walk);
  await page.getByRole('button', { name: said.record.face, exact: true }).waitFor();
  await look('place');
  await press(said.record.face);
  await page.locator('[data-door]').first().waitFor();
  await look('face');
  await page.locator('[data-door]').first().click();
  await page.getByRole('dialog').waitFor();
  await look('face-door');
  await page.getByRole('button', { name: words.face.panel.open }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await look('door');
  await page.keyboard.press('Alt+4');
  await press(said.commands.grids);
  await page.getByRole('table').first().waitFor();
  await look('grids');
  await page.keyboard.press('Alt+4');
  await press(said.commands.rentals);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await look('rentals');
}

export async function walkUnits({ page, look, language }: Walk): Promise<void> {
  const { list: said } = wordsIn(language).units;
  await page.keyboard.press('Alt+5');
  await page.getByRole('row').nth(1).waitFor();
  await look('units');
  await page.getByRole('row').nth(1).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await look('unit');
  await page.keyboard.press('Alt+u');
  await page.locator('[data-field=name]:focus').waitFor();
  await look('unit-new');
  await page.keyboard.press('Alt+5');
  await page.getByRole('button', { name: said.owed }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await look('units-owed');
}

export async function walkPapers(walk: Walk): Promise<void> {
  const { page, look, language } = walk;
  const words = wordsIn(language);
  await openBuilding(walk);
  await page.getByRole('button', { name: words.places.record.face, exact: true }).click();
  await page.getByRole('button', { name: words.face.print }).click();
  const { papers } = words.printing;
  for (const paper of ['household-sheet', 'door-notice', 'privacy-notice'] as const) {
    // The building that was asked for is there already.
    if (paper !== 'household-sheet') await page.getByRole('tab', { name: papers[paper] }).click();
    await page.getByRole('region', { name: words.printing.view }).waitFor();
    await look(paper);
  }
}

async function openBuilding(walk: Walk): Promise<void> {
  const { page, language, building } = walk;
  await find(walk, building);
  const places = page.getByRole('group', { name: wordsIn(language).finding.groups.addresses });
  await places.getByRole('option').filter({ hasText: building }).first().click();
}

async function find({ page }: Walk, text: string): Promise<void> {
  await page.keyboard.press('F3');
  await page.locator('[role=combobox]:focus').waitFor();
  await page.keyboard.insertText(text);
  await page.getByRole('listbox').getByRole('option').first().waitFor();
  // The lines follow the answer.
  await page.waitForTimeout(300);
}
