import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { SLOW, useDesks, type Desk } from '#tests/renderer/at-the-desk.tsx';
import { makeStation, type TestStation } from '#tests/support/station-keys.ts';
import { enquiry, newDraft } from '#tests/support/visits.ts';

const openDesk = useDesks();

/** A folder that stands for a stick; it goes with the office's own. */
function stickOf(desk: Desk): string {
  const stick = join(desk.office.dataDir, 'stick');
  mkdirSync(stick, { recursive: true });
  return stick;
}

async function enrolledDesk(): Promise<{ desk: Desk; station: TestStation; stick: string }> {
  const desk = await openDesk('officer');
  const station = await makeStation();
  const stick = stickOf(desk);
  desk.office.shell.choose(await station.card(stick));
  const { card } = await desk.counter.station.chooseCard({});
  await desk.counter.station.pin({ card, digits: station.digits });
  desk.office.shell.choose(stick);
  const { handle } = await desk.counter.weekly.chooseFolder({});
  const { file } = await desk.counter.station.writeEnrolment({ folder: handle });
  await station.enrol(join(stick, file));
  await desk.counter.visitors.register({ visit: { ...enquiry, name: '张欣' }, draft: newDraft() });
  await desk.press('{F8}');
  await screen.findByRole('heading', { level: 1, name: '导出上报' }, SLOW);
  return { desk, station, stick };
}

function bundlesOn(stick: string): string[] {
  return readdirSync(join(stick, 'JWB', 'to-station'));
}

describe('the weekly screen', () => {
  it('enrols the station only with the digits of its paper', async () => {
    const desk = await openDesk('officer');
    const station = await makeStation();
    const stick = stickOf(desk);
    await desk.press('{F8}');
    await screen.findByText('先登记派出所，才能导出。', {}, SLOW);
    desk.office.shell.choose(await station.card(stick));
    await desk.user.click(screen.getByRole('button', { name: '选择证书文件' }));
    const digits = await screen.findByLabelText(/^核对数字/u, {}, SLOW);

    await desk.user.click(digits);
    await desk.user.paste('12345');
    await desk.press('{Enter}');
    await screen.findByText('要 8 组，每组 5 位数字');
    await desk.user.clear(digits);
    await desk.user.paste('12345 '.repeat(8));
    await desk.press('{Enter}');
    await screen.findByText(/核对数字与文件不一致，已停止/u, {}, SLOW);
    expect((await desk.counter.weekly.status({})).station).toBeNull();

    await desk.user.clear(digits);
    await desk.user.paste(station.digits);
    await desk.press('{Enter}');
    await screen.findByText('数字一致，已登记 青禾镇派出所。', {}, SLOW);
    expect((await desk.counter.weekly.status({})).station?.name).toBe('青禾镇派出所');
  });

  it('writes this office’s file and shows its digits to be read aloud', async () => {
    const desk = await openDesk('officer');
    const stick = stickOf(desk);
    await desk.press('{F8}');
    desk.office.shell.choose(stick);
    await desk.user.click(await screen.findByRole('button', { name: /登记文件/u }, SLOW));
    const { officeDigits } = await desk.counter.weekly.status({});
    for (const group of officeDigits) expect(await screen.findByText(group, {}, SLOW)).toBeTruthy();
    expect(readdirSync(stick).filter((name) => name.endsWith('.jwb'))).toHaveLength(1);
  });

  it('seals to the stick in two clicks once its folder is known, and says when it may be unplugged', async () => {
    const { desk, station, stick } = await enrolledDesk();
    desk.office.shell.choose(stick);
    await desk.user.click(await screen.findByRole('button', { name: '选择 U 盘文件夹' }, SLOW));
    await desk.user.click(await screen.findByRole('button', { name: '确认导出第48周' }, SLOW));
    await screen.findByText('可以拔出', {}, SLOW);
    expect(screen.getByText(/已写入并回读 1 个文件/u)).toBeTruthy();
    const [file = ''] = bundlesOn(stick);
    const { lines } = await station.open(join(stick, 'JWB', 'to-station', file));
    expect(JSON.stringify(lines)).toContain('张欣');
    const history = await screen.findByRole('cell', { name: '已写入' }, SLOW);
    expect(history).toBeTruthy();
  });

  it('reads the station’s receipt and shows the bundle as delivered', async () => {
    const { desk, station, stick } = await enrolledDesk();
    desk.office.shell.choose(stick);
    await desk.user.click(await screen.findByRole('button', { name: '选择 U 盘文件夹' }, SLOW));
    await desk.user.click(await screen.findByRole('button', { name: '确认导出第48周' }, SLOW));
    await screen.findByText('可以拔出', {}, SLOW);
    const [file = ''] = bundlesOn(stick);
    const { manifest } = (await station.open(join(stick, 'JWB', 'to-station', file))).bundle;
    await station.receipt(stick, {
      applied: { '1': { n: manifest.range.to, chain: manifest.chain } },
      seen_files: [file.replace('.jwb', '')],
    });
    await desk.user.click(screen.getByRole('button', { name: '只读回执' }));
    const receipts = await screen.findByText('已读入', {}, SLOW);
    expect(receipts).toBeTruthy();
    await screen.findByRole('cell', { name: '已送达' }, SLOW);
  });

  it('says that nothing was exported when the stick is gone', async () => {
    const { desk, stick } = await enrolledDesk();
    desk.office.shell.choose(stick);
    await desk.user.click(await screen.findByRole('button', { name: '选择 U 盘文件夹' }, SLOW));
    rmSync(stick, { recursive: true });
    await desk.user.click(await screen.findByRole('button', { name: '确认导出第48周' }, SLOW));
    const alert = await screen.findByRole('alert', {}, SLOW);
    expect(within(alert).getByText(/没有导出/u)).toBeTruthy();
    expect(within(alert).getByText(/U 盘上没有留下半个文件/u)).toBeTruthy();
    expect(screen.queryByText('可以拔出')).toBeNull();
  });

  it('lets an auxiliary export, and shows that enrolling is not for them', async () => {
    const desk = await openDesk('auxiliary');
    await desk.press('{F8}');
    await screen.findByText('登记派出所需要社区民警或管理员。', {}, SLOW);
    expect(screen.queryByRole('button', { name: '选择证书文件' })).toBeNull();
  });

  it('finds the station’s stick by itself and exports in two keys', async () => {
    const { desk, station, stick } = await enrolledDesk();
    await station.stick(stick, '03');
    desk.office.shell.plug(stick);
    await screen.findByText('已识别 U 盘：编号 03', {}, SLOW);
    await waitFor(() => expect(document.activeElement?.textContent).toBe('确认导出第48周'), SLOW);
    await desk.press('{Enter}');
    await screen.findByText('可以拔出', {}, SLOW);
    expect(bundlesOn(stick)).toHaveLength(1);
    desk.office.shell.plug();
    await waitFor(() => expect(screen.queryByText('已识别 U 盘：编号 03')).toBeNull(), SLOW);
  });

  it('names what is wrong with a stick, each fault in its own words', async () => {
    const { desk, station, stick } = await enrolledDesk();
    await station.stick(stick, '03');
    desk.office.shell.plug(stick);
    await desk.user.click(await screen.findByRole('button', { name: '确认导出第48周' }, SLOW));
    await screen.findByText('可以拔出', {}, SLOW);
    const [file = ''] = bundlesOn(stick);
    writeFileSync(join(stick, 'JWB', 'to-station', file), '');
    await desk.user.click(screen.getByRole('button', { name: '重新写入' }));
    const alert = await screen.findByRole('alert', {}, SLOW);
    expect(within(alert).getByText(/U 盘上有一个损坏的旧文件/u)).toBeTruthy();
  });
});
