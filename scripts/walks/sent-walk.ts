/** What the station sends down, for the pictures: given at its command line, carried by a stick, walked over in the office. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { en as correctionsEn, zh as correctionsZh } from '#renderer/corrections/corrections-text.ts';
import { en as ordersEn, zh as ordersZh } from '#renderer/ledgers/orders/orders-text.ts';
import { PRACTICE } from '#scripts/practice-office.ts';
import { STATION_SECRET } from '#scripts/practice-station.ts';
import { runTool } from '#scripts/tool-run.ts';
import type { ScreenWalk } from './walk.ts';

const FIRST = '护校巡防';
const ORDERS: readonly (readonly [title: string, text: string, days: number])[] = [
  [FIRST, '放学时段（16:30 至 17:30）到示例小学门口值守，带反光背心。', 0],
  ['反诈宣传', '社区广场张贴海报，发放宣传单 200 份。', 4],
  ['核对出租房屋', '胜利路 12 号、18 号两栋的出租房屋逐户核对，缺治安责任保证书的补签。', 7],
];
const RULES = [
  '一、社区民警在警务室办公，每周不少于四个工作日。',
  '二、每周入户走访，按地址核对，不重复登记。',
  '三、纠纷登记当日指定责任人。',
];

/** The station has received a week of the office; the receipt is put onto the stick. */
export async function sendDown(home: string, stick: string, today: CalendarDay): Promise<void> {
  const station = (...argv: string[]) => runTool('station', [...argv, '--home', home], STATION_SECRET);
  const sender = ['--sender', '郑审核'];
  for (const [title, text, days] of ORDERS) {
    const due = addDays(today, days);
    await station('order', PRACTICE.code, '--title', title, '--text', text, '--due', due, ...sender);
  }
  const file = join(home, 'rules.txt');
  writeFileSync(file, RULES.join('\n'));
  const about = ['--code', 'work-rules', '--title', '社区民警工作制度', '--file', file];
  await station('text', PRACTICE.code, ...about, ...sender);
  const proposed = ['--set', 'residenceType=temporary', '--reason', '户籍不在本地', '--officer', '郑审核'];
  await station('correct', PRACTICE.code, 'residents', `${PRACTICE.code.slice(-2)}-000001`, ...proposed);
  await station('answer', PRACTICE.code, '--to', stick);
}

export async function walkSent({ page, look, language }: ScreenWalk): Promise<void> {
  const { orders, corrections } = {
    zh: { orders: ordersZh, corrections: correctionsZh },
    en: { orders: ordersEn, corrections: correctionsEn },
  }[language];
  await page.keyboard.press('Alt+8');
  const row = page.getByRole('row').filter({ hasText: FIRST });
  await row.waitFor();
  await look('orders');
  await row.click();
  await page.getByRole('heading', { level: 1, name: FIRST }).waitFor();
  await look('order');
  await page.keyboard.press('Alt+8');
  await page.getByRole('tab', { name: new RegExp(orders.tabs.notices, 'u') }).click();
  await page.getByText(RULES[0] ?? '').waitFor();
  await look('notices');
  await page.getByRole('tab', { name: new RegExp(orders.tabs.corrections, 'u') }).click();
  await page.getByRole('button', { name: corrections.look }).first().click();
  await page.getByRole('button', { name: corrections.accept }).waitFor();
  await look('corrections');
}
