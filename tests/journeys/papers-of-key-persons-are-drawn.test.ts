/** The papers about a person's own duties and rights as real Chromium draws them: in millimetres, page by page, readable again. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonPaper } from '#shared/contract/key-persons/papers.ts';
import { hasLabel } from '#shared/kernel/person-labels.ts';
import { PAGE } from '#renderer/print/document/grid.ts';
import { CLOSING_WORDS } from '#renderer/print/document/set-blocks.ts';
import { ANSWERED_ELSEWHERE } from '#renderer/print/key-persons/law-texts.ts';
import { scriptChooser } from '#tests/shell/choosers.ts';
import { createChromiumShell, type ChromiumShell } from '#tests/shell/chromium-shell.ts';
import { BLANK, FILLED, HARD_NAME, HELD, OFFICE_ADDRESS, REPLIES } from '#tests/support/key-person-papers.ts';
import { darkShareAt, pageFacts, textOf, wordsOf } from './drawn-pdf.ts';

interface Drawn {
  readonly paper: PersonPaper;
  readonly path: string;
  readonly texts: readonly string[];
}

let folder = '';
let shell: ChromiumShell;
let drawn: readonly Drawn[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lamplight-person-papers-'));
  shell = createChromiumShell({ chooser: scriptChooser() });
  const all: Drawn[] = [];
  // One reply of each kind: granted, and refused in part. The other grounds are read in tests/renderer/print.
  const papers = FILLED.filter((paper) => paper.name !== 'rights-reply' || REPLIES.indexOf(paper) < 2);
  for (const [at, paper] of [...papers, ...BLANK].entries()) all.push(await draw(paper, at));
  drawn = all;
}, 240_000);
afterAll(async () => {
  await shell.close();
  rmSync(folder, { recursive: true });
});

/** The number of pages that was reckoned is the number that was drawn, each of A4. */
async function draw(paper: PersonPaper, at: number): Promise<Drawn> {
  const path = join(folder, `${at}-${paper.name}.pdf`);
  const { pages } = await shell.pdf(paper, path);
  const facts = pageFacts(path);
  expect(facts.pages).toBe(pages);
  expect(facts.width).toBeCloseTo(210, 0);
  expect(facts.height).toBeCloseTo(297, 0);
  return { paper, path, texts: Array.from({ length: pages }, (_, page) => textOf(path, page + 1)) };
}

const named = (name: PersonPaper['name']) => drawn.filter(({ paper }) => paper.name === name);
/** A character lies in its own square, so its ink may stand a hair outside the area. Millimetres. */
const HAIR = 0.6;

describe('on paper', () => {
  it('each stays in its type area, numbers its pages and says how it came about', () => {
    for (const { paper, path, texts } of drawn.filter((one) => one.paper.name !== 'duty-slip'))
      texts.forEach((text, at) => {
        expect(text).toMatch(/第\d+页共\d+页/u);
        expect(text).toContain('版式R1·李建国2026-11-2309:12打印');
        for (const { left, right, bottom } of wordsOf(path, at + 1)) {
          expect(left, paper.name).toBeGreaterThanOrEqual(PAGE.left - HAIR);
          expect(right, paper.name).toBeLessThanOrEqual(PAGE.left + PAGE.width + HAIR);
          expect(bottom, paper.name).toBeLessThanOrEqual(290);
        }
      });
  });

  it('signatures stand on one page, under at least two lines of the text', () => {
    for (const { paper, path, texts } of drawn.filter((one) => one.paper.name !== 'duty-slip')) {
      const closings = texts.flatMap((text, at) => (text.includes(CLOSING_WORDS) ? [at + 1] : []));
      expect(closings, paper.name).toHaveLength(paper.name === 'end-notice' ? texts.length : 1);
      for (const page of closings) {
        const words = wordsOf(path, page);
        const closing = words.find(({ text }) => text.includes(CLOSING_WORDS.slice(1, -1)));
        const above = words.filter(({ top }) => top > PAGE.top - 4 && top < (closing?.top ?? 0) - 1);
        expect(new Set(above.map(({ top }) => Math.round(top / 2))).size).toBeGreaterThanOrEqual(2);
      }
    }
    for (const { texts } of [...named('care-consent'), ...named('held-data'), ...named('rights-reply')])
      expect(texts.filter((text) => text.includes('（签名）'))).toHaveLength(1);
  });
});

describe('a duty slip', () => {
  it('is half a sheet with lines to write on, and the other half holds more of them', () => {
    for (const { path, texts } of named('duty-slip')) {
      expect(texts).toHaveLength(1);
      expect(darkShareAt(path, 148.5)).toBeGreaterThan(0.3);
      for (const { text, top, bottom } of wordsOf(path, 1))
        expect(bottom < 147 || top > 150, `${text} lies on the cut`).toBe(true);
      const signed = wordsOf(path, 1).filter(({ text }) => text.includes('（签名）'));
      expect(signed.filter(({ bottom }) => bottom < 148.5)).toHaveLength(3);
      expect(signed.filter(({ top }) => top > 148.5)).toHaveLength(3);
    }
  });

  it('says who, what and when, and never why', () => {
    const [filled, blank] = named('duty-slip').map(({ texts }) => texts.join(''));
    expect(filled).toContain(HARD_NAME);
    expect(filled).toContain('2026年11月30日');
    for (const text of [filled, blank]) {
      expect(hasLabel(text ?? '')).toBe(false);
      expect(text).not.toMatch(/SM0\d|依据|法院/u);
    }
  });
});

describe('what stands there', () => {
  it('is no address on anything about a statutory matter', () => {
    for (const { texts } of [...named('duty-slip'), ...named('end-notice')]) {
      expect(texts.join('')).not.toContain(OFFICE_ADDRESS);
      // The words before a blank say 住址 only where they forbid it.
      expect(texts.join('').replaceAll('不写住址', '')).not.toMatch(/栋|单元|胜利路|住址/u);
    }
  });

  it('is a copy for each of those who are told, on a page of its own', () => {
    for (const { texts } of named('end-notice').filter(({ paper }) => 'notice' in paper && paper.notice)) {
      expect(texts).toHaveLength(3);
      for (const text of texts) expect(text).toContain('第1页共1页');
      expect(texts[0]).toContain('送本人');
    }
  });

  it('is on every page of what is held a number, and at its end what is answered elsewhere', () => {
    const [held] = named('held-data');
    expect(held?.texts.length).toBeGreaterThan(3);
    held?.texts.forEach((text, at) => expect(text).toContain(`第${at + 1}页共${held.texts.length}页`));
    const all = held?.texts.join('') ?? '';
    expect(all).toContain(ANSWERED_ELSEWHERE);
    for (const { label, value } of HELD.sections[0]?.records[0] ?? []) {
      expect(all).toContain(label);
      expect(all).toContain(value.replaceAll(/\s/gu, ''));
    }
  });
});
