import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '#renderer/print/document/blocks.ts';
import { textOf } from '#renderer/print/document/break-lines.ts';
import { LINES } from '#renderer/print/document/grid.ts';
import { paginate } from '#renderer/print/document/paginate.ts';
import { CLOSING_WORDS, setBlocks, type Row } from '#renderer/print/document/set-blocks.ts';

/** So many sign on one page under two lines of text. */
const MOST_SIGNERS = 17;

const text = (lines: number): Block => ({ kind: 'text', text: '字'.repeat(lines * 28 - 2) });
const signatures = (lines: number): Block => ({
  kind: 'signatures',
  lines: Array.from({ length: lines }, (_, at) => [`第${at + 1}人签名：`, { rule: 'rest' as const }]),
});

const pagesOf = (blocks: readonly Block[]) => paginate(setBlocks(blocks));
const looks = (page: readonly Row[]) =>
  page.map((row) => (row.kind === 'line' ? row.look : row.kind === 'cells' ? 'cells' : 'gap'));

describe('pages of an official paper', () => {
  it('hold twenty-two lines', () => {
    expect(pagesOf([text(22)])).toHaveLength(1);
    expect(pagesOf([text(23)]).map((page) => page.length)).toEqual([22, 1]);
  });

  it('keep signatures whole, with two lines of the text above them, however long the text is', () => {
    for (let body = 1; body <= 50; body += 1) {
      for (let signers = 1; signers <= MOST_SIGNERS; signers += 1) {
        const pages = pagesOf([{ kind: 'title', text: '治安调解协议' }, text(body), signatures(signers)]);
        const signed = pages.filter((page) => looks(page).includes('signature'));
        expect(signed).toHaveLength(1);
        const last = looks(signed[0] ?? []);
        expect(last.filter((look) => look === 'signature')).toHaveLength(signers);
        const above = last.slice(0, last.indexOf('closing')).filter((look) => look === 'body');
        expect(above.length).toBeGreaterThanOrEqual(Math.min(2, body));
        for (const page of pages) {
          expect(page.reduce((sum, { height }) => sum + height, 0)).toBeLessThanOrEqual(LINES + 1e-6);
          expect(looks(page)[0]).not.toBe('gap');
        }
      }
    }
  });

  it('lose no line, and say once that nothing follows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 30 }), (body, signers) => {
        const rows = pagesOf([text(body), signatures(signers)]).flat();
        const lines = rows.flatMap((row) => (row.kind === 'line' ? [row] : []));
        expect(lines.filter(({ look }) => look === 'body')).toHaveLength(body);
        expect(lines.filter(({ look }) => look === 'signature')).toHaveLength(signers);
        expect(lines.filter(({ line }) => textOf(line) === CLOSING_WORDS)).toHaveLength(1);
      }),
    );
  });

  it('end with no heading', () => {
    for (let body = 15; body <= 25; body += 1) {
      const pages = pagesOf([text(body), { kind: 'heading', text: '一、协议内容' }, text(3)]);
      for (const page of pages) expect(looks(page).at(-1)).not.toBe('heading');
    }
  });

  it('break a long row of a table between two lines, never leaving one alone', () => {
    for (let least = 20; least <= 45; least += 1) {
      const pages = pagesOf([
        {
          kind: 'table',
          columns: [30, 126],
          rows: [{ least, cells: [{ text: '案由', label: true }, { text: null }] }],
        },
      ]);
      expect(pages.flat().filter(({ kind }) => kind === 'cells')).toHaveLength(least);
      for (const page of pages) expect(page.length).toBeGreaterThanOrEqual(2);
    }
  });
});
