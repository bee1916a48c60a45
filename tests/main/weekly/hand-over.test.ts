/** 上报盘交接单: what stands on it, and what never does. */
import { expect, test } from 'vitest';
import type { HandOverSheet, WeeklyPaper } from '#shared/contract/weekly-papers.ts';
import { failureOfCall } from '#tests/support/failures.ts';
import { openWeeklyDesk } from '#tests/support/weekly-desk.ts';
import { writeHandOver } from '#renderer/print/weekly/hand-over.ts';

test('the sheet names the files on the stick by their marks, the week and who hands it over; nothing of what is in them', async () => {
  const week = await openWeeklyDesk('auxiliary');
  const order = { name: 'hand-over', blank: false } as const;
  expect(await failureOfCall(week.desk.counter.weeklyPapers.preview({ order }))).toEqual({
    code: 'invalid',
    issues: [{ field: 'order', rule: 'nothing-written' }],
  });
  await week.register('张欣');
  week.desk.shell.plug(week.stick);
  const [stick] = await week.desk.counter.weekly.sticks({});
  const { written } = await week.desk.counter.weekly.export({ folder: stick?.handle ?? '' });
  const sheet = await week.desk.counter.weeklyPapers.preview({ order });
  expect(sheet).toMatchObject({
    officeName: '胜利社区警务室',
    officeCode: '519901-07',
    stationName: '青禾镇派出所',
    printedBy: '王芳',
    handed: {
      year: 2026,
      week: 48,
      files: [{ seq: 1, short: written[0]?.file.slice(0, 8), bytes: written[0]?.bytes }],
    },
  });
  const said = JSON.stringify(writeHandOver(handOverOf(sheet)));
  expect(said).toContain('2026年第48周');
  expect(said).toContain('接收人（签名）');
  expect(said).not.toContain('张欣');
  expect(said).not.toContain(written[0]?.file);
});

test('blank, it has room to write and names nobody', async () => {
  const week = await openWeeklyDesk('auxiliary');
  const sheet = await week.desk.counter.weeklyPapers.preview({ order: { name: 'hand-over', blank: true } });
  expect(handOverOf(sheet).handed).toBeNull();
  const blocks = JSON.stringify(writeHandOver(handOverOf(sheet)).blocks);
  expect(blocks).not.toContain('王芳');
  expect(blocks).toContain('文件名开头');
});

function handOverOf(paper: WeeklyPaper): HandOverSheet {
  if (paper.name !== 'hand-over') throw new Error(paper.name);
  return paper;
}
