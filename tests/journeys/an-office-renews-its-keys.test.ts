import { mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { kindOf } from '#bundle-format';
import { STATION_SECRET } from '#scripts/practice-station.ts';
import { runTool } from '#scripts/tool-run.ts';
import { complaints } from './judge-screen.ts';
import { ADMIN, startJourney } from './journey.ts';

test('the administrator renews the keys; the week takes them to the station, and the receipt says that they are in use', async () => {
  const journey = await startJourney({ station: true });
  const { page, press, signIn, folder, inspect } = journey;
  const home = join(folder, 'station');
  const [drawer, port] = [join(folder, 'drawer'), join(folder, 'ports', 'LAMP 03')];
  mkdirSync(drawer);
  const station = (...argv: string[]) => runTool('station', [...argv, '--home', home], STATION_SECRET);
  await station('stick', '--to', drawer, '--serial', '03');

  /** The stick goes to the station's desk and back, as often as the week is written. */
  const plug = async () => {
    renameSync(drawer, port);
    await press('F8');
    await page.getByText('已识别 U 盘：编号 03').waitFor();
  };
  const write = async () => {
    await plug();
    await page.getByRole('button', { name: /重新写入|确认导出/ }).click();
    await page.getByText('可以拔出').waitFor();
    renameSync(port, drawer);
    await page.getByText('已识别 U 盘：编号 03').waitFor({ state: 'detached' });
  };
  const readReceipts = async () => {
    await plug();
    await page.getByRole('button', { name: '只读回执' }).click();
    await page.getByText('已读入').first().waitFor();
    renameSync(port, drawer);
    await page.getByText('已识别 U 盘：编号 03').waitFor({ state: 'detached' });
  };
  const settings = async (standing: string) => {
    await page.getByRole('navigation').getByText('设置').click();
    await page.getByText('本室密钥', { exact: true }).waitFor();
    await page.getByText(standing, { exact: true }).waitFor();
    return page.getByRole('group', { name: '本室核对数字' }).innerText();
  };

  await signIn(ADMIN.login, ADMIN.password);
  await write();
  await station('receive', '--from', drawer);
  await readReceipts();
  const before = await settings('在用');
  await page.getByRole('button', { name: '更换本室密钥' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '更换本室密钥' }).click();
  const after = await settings('更换中');
  expect(await complaints(page, 'keys')).toEqual([]);
  expect(after).not.toBe(before);

  await write();
  const held: unknown = await station('receive', '--from', drawer).catch((error: unknown) => error);
  expect(String(held)).toContain('"check":"E307"');
  const toStation = join(drawer, 'JWB', 'to-station');
  for (const path of readdirSync(toStation).map((name) => join(toStation, name)))
    if ((await kindOf(path)) === 'enrol') await station('enrol', path, '--renew');
  await station('receive', '--from', drawer);
  await readReceipts();
  expect(await settings('在用')).toBe(after);
  const { lines } = await inspect();
  const said = lines.filter(({ l }) => l === 'station').map(({ d }) => d['event']);
  expect(said.filter((event) => event === 'keys-renewed')).toHaveLength(1);
  expect(said.at(-1)).toBe('keyset-renewed');
});
