/** The papers of the population ledger as real Chromium draws them: pages, millimetres, and text that can be read again. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DoorNotice, HouseholdSheet, PrivacyNotice } from '#shared/contract/population/papers.ts';
import type { Paper } from '#shared/contract/paper.ts';
import { PRIVACY_NOTICE } from '#renderer/print/population/privacy-text.ts';
import { scriptChooser } from '#tests/shell/choosers.ts';
import { createChromiumShell, type ChromiumShell } from '#tests/shell/chromium-shell.ts';
import { darkShareAt, pageFacts, textOf, wordsOf } from './drawn-pdf.ts';

let folder = '';
let shell: ChromiumShell;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lamplight-population-papers-'));
  shell = createChromiumShell({ chooser: scriptChooser() });
});
afterAll(async () => {
  await shell.close();
  rmSync(folder, { recursive: true });
});

async function draw(paper: Paper): Promise<string> {
  const path = join(folder, `${paper.name}-${Math.random().toString(36).slice(2)}.pdf`);
  const { pages } = await shell.pdf(paper, path);
  expect(pageFacts(path)).toMatchObject({ pages });
  const { width, height } = pageFacts(path);
  expect(width).toBeCloseTo(210, 0);
  expect(height).toBeCloseTo(297, 0);
  return path;
}

const imprint = {
  officeName: '胜利社区警务室',
  stationName: '青禾镇派出所',
  phone: '0833-0123456',
  address: '示例市演示区青禾镇胜利路12号',
  hours: '周一至周日 8:30—17:30',
  printedOn: '2026-11-23',
  printedBy: '王芳',
};

const person = {
  name: '李欣',
  sex: '2',
  age: 34,
  idTail: '1234',
  relation: '02',
  residenceType: 'registered',
  verifiedOn: '2026-08-01',
} as const;

/** A name of a plane beyond the first, one of fifteen characters, one without papers. */
const HARD = ['𬭎㛃', '𰻝平', '阿卜杜热合曼·买买提江·吐尔逊', '王'];

const sheet: HouseholdSheet = {
  name: 'household-sheet',
  ...imprint,
  template: 'H1',
  building: '青禾苑3栋',
  policeGrid: '03',
  blank: false,
  doors: [
    {
      door: '1单元101',
      quiet: true,
      bestTime: '工作日18点后',
      people: HARD.map((name) => ({ ...person, name, idTail: null })),
    },
    {
      door: '1单元102',
      quiet: false,
      bestTime: '',
      people: Array.from({ length: 12 }, (_, index) => ({ ...person, name: `大家庭${index + 1}` })),
    },
    ...Array.from({ length: 30 }, (_, index) => ({
      door: `2单元${101 + index}`,
      quiet: false,
      bestTime: '',
      people: index % 3 === 0 ? [] : [person, { ...person, name: '张伟', relation: '11' as const }],
    })),
  ],
};

it('the check sheet keeps a door together, repeats its header and numbers its pages', async () => {
  const path = await draw(sheet);
  const { pages } = pageFacts(path);
  expect(pages).toBeGreaterThan(3);
  const texts = Array.from({ length: pages }, (_, index) => textOf(path, index + 1));
  texts.forEach((text, index) => {
    expect(text).toContain('青禾苑3栋入户核对表');
    expect(text).toContain('与户主关系');
    expect(text).toContain(`第${index + 1}页共${pages}页`);
  });
  // The column of names, line by line: a long name goes over two lines of its cell, and no character of it is lost.
  const names = wordsOf(path, 1).filter(({ left, right }) => left > 38 && right < 70);
  const column = names.toSorted((a, b) => a.top - b.top).map(({ text }) => text);
  for (const name of HARD) expect(column.join('')).toContain(name);
  // Twelve of one household stand on one page.
  expect(texts.filter((text) => text.includes('大家庭'))).toHaveLength(1);
  expect(texts.find((text) => text.includes('大家庭1'))).toContain('大家庭12');
  expect(texts[0]).toContain('非必要勿扰');
  for (let page = 1; page <= pages; page += 1) {
    for (const { left, right, bottom } of wordsOf(path, page)) {
      expect(left).toBeGreaterThanOrEqual(11.5);
      expect(right).toBeLessThanOrEqual(198.5);
      expect(bottom).toBeLessThanOrEqual(286);
    }
  }
});

it('the blank check sheet has the doors and nobody on it', async () => {
  const blank = { ...sheet, blank: true, doors: sheet.doors.map((door) => ({ ...door, people: [] })) };
  const path = await draw(blank);
  const text = Array.from({ length: pageFacts(path).pages }, (_, index) => textOf(path, index + 1)).join('');
  expect(text).toContain('1单元102');
  expect(text).toContain('空白表');
  for (const name of [...HARD.slice(0, 3), '李欣', '大家庭']) expect(text).not.toContain(name);
});

it('the notice at a door stands twice on a sheet, cut in the middle, and names nobody who lives there', async () => {
  const notice: DoorNotice = {
    name: 'door-notice',
    ...imprint,
    template: 'D1',
    officerName: '李建国',
    officerPhone: '15400000001',
    sheets: 2,
  };
  const path = await draw(notice);
  expect(pageFacts(path).pages).toBe(2);
  const phones = wordsOf(path, 1).filter(({ text }) => text.includes('15400000001'));
  expect(phones).toHaveLength(2);
  // The two halves are the same, half a page apart, and the phone is the largest thing but the title.
  expect((phones[1]?.top ?? 0) - (phones[0]?.top ?? 0)).toBeCloseTo(148.5, 0);
  expect((phones[0]?.bottom ?? 0) - (phones[0]?.top ?? 0)).toBeGreaterThan(5.5);
  expect(darkShareAt(path, 148.5)).toBeGreaterThan(0.3);
  expect(darkShareAt(path, 148.5)).toBeLessThan(0.7);
  expect(textOf(path, 1)).toContain('不收取任何费用');
  for (const { bottom } of wordsOf(path, 1)) expect(bottom).toBeLessThanOrEqual(293);
});

it.each(['poster', 'leaflet'] as const)(
  'the notice on personal information fits as a %s, whole',
  async (form) => {
    const notice: PrivacyNotice = {
      name: 'privacy-notice',
      ...imprint,
      template: 'P1',
      form,
      supervisionPhone: '0833-0123411',
    };
    const path = await draw(notice);
    expect(pageFacts(path).pages).toBe(1);
    const text = textOf(path, 1);
    const times = form === 'poster' ? 1 : 2;
    for (const { title, lines } of PRIVACY_NOTICE.parts)
      for (const words of [title, ...lines])
        expect(text.split(words.replaceAll(/\s/g, '')).length - 1, words).toBe(times);
    expect(text.split('0833-0123411').length - 1).toBe(times);
    for (const { bottom } of wordsOf(path, 1)) expect(bottom).toBeLessThanOrEqual(291);
  },
);
