import { describe, expect, test } from 'vitest';
import { makeMatter, walkDisputes } from '#scripts/walks/dispute-walk.ts';
import { walkStatutory } from '#scripts/walks/statutory-walk.ts';
import { dayOf } from '#shared/kernel/calendar-day.ts';
import { complaints, WALK } from './judge-screen.ts';
import { LOGINS, startJourney } from './journey.ts';

describe('with eyes, ears or keys alone', () => {
  test('every screen of the disputes', WALK, async () => {
    const { page, signIn, inspect } = await startJourney({
      before: async (desk) => {
        await desk.signIn();
        await makeMatter(desk.counter);
      },
    });
    const found: string[] = [];
    await signIn(LOGINS.officer);
    await walkDisputes({
      page,
      language: 'zh',
      look: async (screen) => void found.push(...(await complaints(page, screen))),
    });
    expect(found).toEqual([]);
    await inspect();
  });

  test('every screen of what is entered by law', WALK, async () => {
    const { page, signIn, inspect } = await startJourney({ station: true });
    const found: string[] = [];
    await signIn(LOGINS.officer);
    await walkStatutory({
      page,
      language: 'zh',
      today: dayOf(new Date().toISOString()),
      document: 7,
      look: async (screen) => void found.push(...(await complaints(page, screen))),
    });
    expect(found).toEqual([]);
    await inspect();
  });
});
