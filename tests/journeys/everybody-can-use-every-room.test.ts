/** English here, where the first thing on every screen is drawn; the deeper walks are in Chinese. */
import { describe, expect, test } from 'vitest';
import { complaints, WALK } from './judge-screen.ts';
import { ADMIN, LOGINS, PASSWORD, startJourney } from './journey.ts';

describe('with eyes, ears or keys alone', () => {
  test('the first run', async () => {
    const { page } = await startJourney({ prepared: false });
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await complaints(page, 'wizard')).toEqual([]);
  });

  test('the lock screen, every room of every role, the drawer and the sheet of keys', WALK, async () => {
    const { page, press, type, openEntry, signIn, handOver, inspect } = await startJourney({
      language: 'en',
    });
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
});
