import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeStick, type Stick } from '#scripts/walks/week-walk.ts';
import { complaints } from './judge-screen.ts';
import { LOGINS, startJourney, type Journey } from './journey.ts';

/** A stick of the station, plugged in. */
async function plugged({ folder }: Journey, serial: string): Promise<Stick> {
  const stick = await makeStick(serial, { home: join(folder, 'station'), ports: join(folder, 'ports') });
  stick.plug();
  return stick;
}

test('a stick is lost on the way: its week is named, put down, printed, and goes out on another stick', async () => {
  const journey = await startJourney({ station: true });
  const { page, press, signIn, folder, inspect } = journey;
  const lost = await plugged(journey, '03');
  await signIn(LOGINS.auxiliary);
  await press('F8');
  await page.getByText('已识别 U 盘：编号 03').waitFor();
  await page.getByRole('button', { name: /确认导出/ }).click();
  await page.getByText('可以拔出').waitFor();
  lost.pull();

  await page.getByRole('button', { name: 'U 盘丢了' }).click();
  const stick = page.getByRole('region', { name: '编号 03 的盘' });
  await stick.getByText(/年第\d+周（第 1 号）/).waitFor();
  await page.getByText('没有派出所的密钥谁也打不开').waitFor();
  await stick.getByRole('button', { name: '记下 03 号盘丢失' }).click();
  await stick.getByText('有 1 周还没有送达').waitFor();
  expect(await complaints(page, 'lost stick')).toEqual([]);
  await stick.getByRole('button', { name: '打印遗失说明' }).click();
  await page.getByText('上报盘遗失说明').nth(1).waitFor();
  await page.getByText('盘上曾写入的文件').first().waitFor();
  await press('Escape');
  await press('Escape');

  await plugged(journey, '04');
  await page.getByText('已识别 U 盘：编号 04').waitFor();
  await page.getByRole('button', { name: /重新写入|确认导出/ }).click();
  await page.getByText('可以拔出').waitFor();
  const of = (root: string) => readdirSync(join(root, 'JWB', 'to-station'));
  expect(of(join(folder, 'ports', 'LAMP 04'))).toEqual(of(lost.drawer));
  const { lines } = await inspect();
  const events = lines.filter(({ l }) => l === 'weekly').map(({ d }) => d['event']);
  expect(events.filter((event) => event === 'stick-lost')).toHaveLength(1);
  expect(events.filter((event) => event === 'bundle-sealed')).toHaveLength(1);
});
