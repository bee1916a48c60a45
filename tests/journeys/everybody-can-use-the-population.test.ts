import { describe, expect, test } from 'vitest';
import {
  walkImport,
  walkPapers,
  walkPeople,
  walkPlaces,
  walkUnits,
  type Walk,
} from '#scripts/walks/population-walk.ts';
import { writeSheet } from '#tests/support/community-sheet.ts';
import { fillTown } from './full-town.ts';
import { complaints, WALK } from './judge-screen.ts';
import { LOGINS, startJourney } from './journey.ts';

describe('with eyes, ears or keys alone', () => {
  test('every screen of the population', WALK, async () => {
    const { page, chooser, folder, signIn, handOver, press, inspect } = await startJourney({
      before: fillTown,
    });
    const found: string[] = [];
    const walk: Walk = {
      page,
      chooser,
      language: 'zh',
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
});
