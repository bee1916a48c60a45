/** The papers of disputes as real Chromium draws them: on the grid of GB/T 9704, page by page, readable again. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DisputePaper } from '#shared/contract/disputes/papers.ts';
import { LINE_HEIGHT, PAGE } from '#renderer/print/document/grid.ts';
import { CLOSING_WORDS } from '#renderer/print/document/set-blocks.ts';
import { OWN_DRAFT, RIGHTS_AND_DUTIES, VICTIM_RIGHTS } from '#renderer/print/disputes/law-texts.ts';
import { scriptChooser } from '#tests/shell/choosers.ts';
import { createChromiumShell, type ChromiumShell } from '#tests/shell/chromium-shell.ts';
import {
  BLANK_PAPERS,
  FILLED_PAPERS,
  MINOR_IN_FULL,
  PUBLIC_FIGURES,
  STORY,
} from '#tests/support/dispute-papers.ts';
import { pageFacts, textOf, wordsOf } from './drawn-pdf.ts';

interface Drawn {
  readonly path: string;
  readonly pages: number;
  readonly texts: readonly string[];
}

/** Those with the most to write by hand; every blank is counted in tests/renderer/print. */
const BY_HAND = ['dispute-acceptance', 'dispute-mediation-record', 'dispute-agreement'] as const;

let folder = '';
let shell: ChromiumShell;
const filled = new Map<string, Drawn>();
const blank = new Map<string, Drawn>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lamplight-dispute-papers-'));
  shell = createChromiumShell({ chooser: scriptChooser() });
  for (const paper of FILLED_PAPERS) filled.set(paper.name, await draw(paper));
  for (const paper of BLANK_PAPERS)
    if (BY_HAND.some((name) => name === paper.name)) blank.set(paper.name, await draw(paper));
}, 240_000);
afterAll(async () => {
  await shell.close();
  rmSync(folder, { recursive: true });
});

/** The number of pages that was reckoned is the number that was drawn, each of A4. */
async function draw(paper: DisputePaper): Promise<Drawn> {
  const path = join(folder, `${paper.name}-${filled.size}-${blank.size}.pdf`);
  const { pages } = await shell.pdf(paper, path);
  const facts = pageFacts(path);
  expect(facts.pages).toBe(pages);
  expect(facts.width).toBeCloseTo(210, 0);
  expect(facts.height).toBeCloseTo(297, 0);
  return { path, pages, texts: Array.from({ length: pages }, (_, at) => textOf(path, at + 1)) };
}

function drawn(name: string, of = filled): Drawn {
  const found = of.get(name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
}

/** A character lies in its own square, so its ink may stand a hair outside the area. Millimetres. */
const HAIR = 0.6;
const OFFICIAL = FILLED_PAPERS.map(({ name }) => name).filter((name) => name !== 'dispute-figures');

describe('on paper', () => {
  it.each(OFFICIAL)('%s stays in its type area, numbers its pages and says how it came about', (name) => {
    for (const { path, pages, texts } of [drawn(name), blank.get(name) ?? drawn(name)])
      texts.forEach((text, at) => {
        expect(text).toContain(`第${at + 1}页共${pages}页`);
        expect(text).toMatch(/版式J\d.*王芳2026-11-2309:12打印/u);
        for (const { left, right, bottom } of wordsOf(path, at + 1)) {
          expect(left).toBeGreaterThanOrEqual(PAGE.left - HAIR);
          expect(right).toBeLessThanOrEqual(PAGE.left + PAGE.width + HAIR);
          expect(bottom).toBeLessThanOrEqual(290);
        }
      });
  });

  it('lines of the text stand 28.99 pt apart and end where the area ends', () => {
    const { path } = drawn('dispute-rights');
    const body = wordsOf(path, 1).filter(({ bottom }) => bottom < PAGE.top + PAGE.height);
    const tops = [...new Set(body.map(({ top }) => top.toFixed(1)))].map(Number).toSorted((a, b) => a - b);
    const steps = tops.slice(4).map((top, at) => top - (tops[at + 3] ?? 0));
    expect(steps.length).toBeGreaterThan(12);
    for (const step of steps) expect(Math.abs(step - LINE_HEIGHT)).toBeLessThan(0.25);
    const full = Math.max(...body.map(({ right }) => right));
    expect(Math.abs(full - PAGE.left - PAGE.width)).toBeLessThan(HAIR);
  });

  it('signatures stand on one page, under at least two lines of the text and the words that nothing follows', () => {
    for (const of of [filled, blank])
      for (const name of ['dispute-mediation-record', 'dispute-agreement']) {
        const { path, texts } = drawn(name, of);
        const signed = texts.filter((text) => /（签名|（签收/u.test(text));
        expect(signed, name).toHaveLength(1);
        const page = texts.indexOf(signed[0] ?? '');
        const words = wordsOf(path, page + 1);
        const closing = words.find(({ text }) => text.includes(CLOSING_WORDS.slice(1, -1)));
        const above = words.filter(({ top }) => top > PAGE.top - 4 && top < (closing?.top ?? 0) - 1);
        expect(new Set(above.map(({ top }) => Math.round(top / 2))).size, name).toBeGreaterThanOrEqual(2);
      }
  });
});

describe('what stands there', () => {
  it('is the whole story where it may stand, and why it does', () => {
    expect(drawn('dispute-acceptance').texts[0]).toContain(STORY);
    expect(drawn('dispute-acceptance').texts[0]).toContain('含案情和电话，事由：制作文书');
    expect(drawn('dispute-agreement').texts[0]).toContain('事由：其他（双方到场签字）');
  });

  it('is a minor’s whole name on the agreement alone', () => {
    expect(drawn('dispute-agreement').texts.join('')).toContain(MINOR_IN_FULL);
    for (const name of OFFICIAL.filter((one) => one !== 'dispute-agreement'))
      expect(drawn(name).texts.join(''), name).not.toContain(MINOR_IN_FULL);
    expect(drawn('dispute-referral').texts[0]).toContain('甲方李欣、乙方阿××');
  });

  it('is of the agreement everything that article 184 asks for, as the office’s own draft', () => {
    const { texts } = drawn('dispute-agreement');
    const asked = [
      '调解机关',
      '主持人',
      '当事人和其他在场人员',
      '起因、经过',
      '协议内容',
      '履行期限',
      '履行方式',
    ];
    const places = asked.map((words) => texts.join('').indexOf(words));
    expect(places.every((at) => at >= 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    for (const text of texts) expect(text).toContain(OWN_DRAFT);
  });

  it('is the law with its articles', () => {
    const rights = drawn('dispute-rights').texts.join('');
    for (const { articles } of RIGHTS_AND_DUTIES.rights) expect(rights).toContain(articles.slice(0, 8));
    const told = drawn('violence-rights').texts.join('');
    for (const { articles } of VICTIM_RIGHTS) expect(told).toContain(articles.slice(-4));
    expect(told).not.toMatch(/李欣|阿××|07-000123/u);
  });

  it('is nobody on a blank', () => {
    expect(blank.size).toBe(BY_HAND.length);
    for (const { texts } of blank.values()) {
      expect(texts.join('')).toContain('空白表');
      expect(texts.join('')).not.toMatch(/李欣|阿××|07-000123|1540000/u);
    }
  });
});

it('the figures fit on one page with every code of every list, and tell the public no number under five', async () => {
  const office = drawn('dispute-figures');
  expect(office.pages).toBe(1);
  const foot = wordsOf(office.path, 1).find(({ text }) => text.includes('只计事项数'));
  const last = wordsOf(office.path, 1).filter(({ text }) => text.includes('其他单位'));
  expect(Math.max(...last.map(({ bottom }) => bottom))).toBeLessThan((foot?.top ?? 0) - 1);
  const open = await draw(PUBLIC_FIGURES);
  expect(open.texts[0]).toContain('少于5');
  expect(open.texts[0]).not.toContain('转其他单位');
});
