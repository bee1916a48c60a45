import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { STATION_SECRET } from '#scripts/practice-station.ts';
import { runTool } from '#scripts/tool-run.ts';
import { makeStick } from '#scripts/walks/week-walk.ts';
import { LOGINS, startJourney, type Journey } from './journey.ts';

const enrolledStick = ({ folder }: Journey) =>
  makeStick('03', { home: join(folder, 'station'), ports: join(folder, 'ports') });

test('plugged in, two keys export the week; pulled and received, plugged back, its receipt is shown', async () => {
  const journey = await startJourney({ station: true });
  const { page, press, signIn, keysPressed, folder, inspect } = journey;
  const stick = await enrolledStick(journey);
  // Nobody's stick lies in the other port all the time.
  const unknown = join(folder, 'ports', 'KINGSTON');
  cpSync(join(folder, 'papers'), join(unknown, 'JWB', 'to-office'), { recursive: true });
  await signIn(LOGINS.officer);
  stick.plug();
  const before = Date.now();
  await press('F8');
  await page.getByText('已识别 U 盘：编号 03').waitFor();
  // Three seconds and what a busy machine needs to draw.
  expect(Date.now() - before).toBeLessThan(6000);
  await page.locator('button:focus', { hasText: '确认导出' }).waitFor();
  await press('Enter');
  await page.getByText('可以拔出').waitFor();
  expect(keysPressed()).toBe(2);
  await page.getByRole('button', { name: '打印交接单' }).click();
  await page.getByText('每周数据上报盘交接单').first().waitFor();
  await press('Escape');

  stick.pull();
  await page.getByText('已识别 U 盘：编号 03').waitFor({ state: 'detached' });
  await runTool(
    'station',
    ['receive', '--home', join(folder, 'station'), '--from', stick.drawer],
    STATION_SECRET,
  );
  stick.plug();
  await page.getByText('已识别 U 盘：编号 03').waitFor();
  await page.getByRole('button', { name: '只读回执' }).click();
  await page.getByText('已送达').first().waitFor();
  expect(readdirSync(join(unknown, 'JWB'))).toEqual(['to-office']);
  const { lines } = await inspect();
  expect(lines.filter(({ op }) => op === 'R')).toHaveLength(1);
});

test('a week nobody carried is sealed at the next sign-in, carried from the lock screen, and told to the auditor', async () => {
  const founded = await startJourney({ station: true });
  const stick = await enrolledStick(founded);
  const { page, signIn, press, inspect } = await startJourney({ goesOn: founded, daysLater: 21 });
  await signIn(LOGINS.auxiliary);
  await page.getByRole('contentinfo').getByText('逾期').first().waitFor();
  await press('Control+l');
  await page.locator('[data-field=password]').waitFor();
  stick.plug();
  await page.getByRole('button', { name: /把第\d+周写入 U 盘 03/ }).click();
  await page.getByText('可以拔出').waitFor();
  stick.pull();
  await page.getByRole('button', { name: /写入 U 盘/ }).waitFor({ state: 'detached' });
  expect(readdirSync(join(stick.drawer, 'JWB', 'to-station'))).toHaveLength(1);
  await signIn(LOGINS.auditor);
  await page.getByText(/没有按时上报的周：/).waitFor();
  const { lines } = await inspect();
  const events = lines.filter(({ l }) => l === 'weekly').map(({ d }) => d['event']);
  expect(events.filter((event) => event === 'bundle-sealed')).toHaveLength(1);
  expect(events.at(-1)).toBe('bundle-carried');
  expect(events).toContain('week-missed');
});
