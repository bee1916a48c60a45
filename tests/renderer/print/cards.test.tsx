import { cleanup, render, screen } from '@testing-library/react';
import { encode } from 'uqr';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ContactCard } from '#shared/contract/cards.ts';
import { cardPlace, CARDS, cutMarks, SHEET } from '#renderer/print/cards/card-geometry.ts';
import { Card } from '#renderer/print/cards/card-sheet.tsx';
import { fitPt, NAME_STEPS, widthOf } from '#renderer/print/cards/fit-text.ts';
import { contactText } from '#renderer/print/cards/vcard.ts';
import { drawInto } from '#renderer/print/draw-paper.tsx';

afterEach(cleanup);

// There are no fonts to wait for here.
beforeAll(() => {
  Object.defineProperty(document, 'fonts', { configurable: true, value: { ready: Promise.resolve() } });
});

const CARD: ContactCard = {
  officeName: '胜利社区警务室',
  stationName: '青禾镇派出所',
  officerName: '李建国',
  role: 'officer',
  badgeNo: '519907',
  gridRange: '01–03 警格',
  phone: '15400000001',
  officePhone: '0833-0123455',
  stationPhone: '0833-0123400',
  leaderPhone: '15400000009',
  supervisionPhone: '0833-0123411',
  address: '胜利路 12 号',
  hours: '8:30—17:30',
  issuedOn: '2026-11-23',
  batch: 'C1-20261123-02',
};
const BARE: ContactCard = {
  ...CARD,
  badgeNo: '',
  gridRange: '',
  officePhone: '',
  stationPhone: '',
  leaderPhone: '',
  supervisionPhone: '',
  address: '',
  hours: '',
};

describe('the sheet', () => {
  it('puts ten cards between margins of 15 and 13.5 mm, without a gutter', () => {
    const places = Array.from({ length: CARDS }, (_, index) => cardPlace(index, 'front'));
    expect(new Set(places.map(({ x }) => x))).toEqual(new Set([15, 105]));
    expect(new Set(places.map(({ y }) => y))).toEqual(new Set([13.5, 67.5, 121.5, 175.5, 229.5]));
    expect(places[0]).toEqual({ x: 15, y: 13.5 });
    expect(places[1]).toEqual({ x: 105, y: 13.5 });
  });

  it('mirrors the back, so that after a turn over the long edge each back lies behind its front', () => {
    for (let index = 0; index < CARDS; index += 1) {
      const front = cardPlace(index, 'front');
      const back = cardPlace(index, 'back');
      expect(back.y).toBe(front.y);
      expect(back.x).toBe(SHEET.width - front.x - 90);
    }
  });

  it('marks every cut outside the block, three millimetres away, clear of the sheet’s edge', () => {
    const marks = cutMarks();
    expect(marks).toHaveLength(2 * 3 + 2 * 6);
    for (const { x1, x2, y1, y2 } of marks) {
      expect(Math.abs(x1 - x2) + Math.abs(y1 - y2)).toBeCloseTo(5, 9);
      const outside =
        Math.max(x1, x2) <= 12 ||
        Math.min(x1, x2) >= 198 ||
        Math.max(y1, y2) <= 10.5 ||
        Math.min(y1, y2) >= 286.5;
      expect(outside).toBe(true);
      for (const at of [x1, x2]) expect(Math.min(at, SHEET.width - at)).toBeGreaterThanOrEqual(2.5);
      for (const at of [y1, y2]) expect(Math.min(at, SHEET.height - at)).toBeGreaterThanOrEqual(2.5);
    }
  });
});

describe('the card', () => {
  it('names whom to call on the front, and when to call what on the back with 110 first', () => {
    render(<Card card={CARD} side="front" />);
    for (const text of ['胜利社区警务室', '李建国', '社区民警 · 警号 519907', '15400000001', '胜利路 12 号'])
      expect(screen.getByText(text)).toBeTruthy();
    cleanup();
    render(<Card card={CARD} side="back" />);
    const phones = screen.getAllByRole('listitem').map((line) => line.querySelector('strong')?.textContent);
    expect(phones).toEqual(['110', '96110', '15400000001', '0833-0123400', '15400000009', '0833-0123411']);
    expect(screen.getByText(/2026-11-23/u)).toBeTruthy();
  });

  it('leaves out cleanly what the office has not given', () => {
    const { container } = render(<Card card={BARE} side="front" />);
    expect(container.textContent).toBe('青禾镇派出所胜利社区警务室李建国社区民警电话15400000001');
    cleanup();
    render(<Card card={BARE} side="back" />);
    expect(screen.getAllByRole('listitem')).toHaveLength(3);
  });

  it('shows no empty line for a phone that nobody has', () => {
    const { container } = render(<Card card={{ ...BARE, phone: '' }} side="front" />);
    expect(container.textContent).not.toContain('电话');
    expect(contactText({ ...BARE, phone: '' })).toBeNull();
  });

  it('fits names from two characters to fifteen with a middle dot into eighty millimetres', () => {
    const millimetres = (name: string) => widthOf(name) * fitPt(name, NAME_STEPS) * 0.3528;
    for (const name of ['李欣', '李建国', '阿卜杜热合曼·买买提', '阿卜杜热合曼·买买提艾力江吐尔逊'])
      expect(millimetres(name)).toBeLessThanOrEqual(80);
    expect(fitPt('李建国', NAME_STEPS)).toBe(16);
  });

  it('carries a code that a telephone reads without any network', () => {
    const text = contactText({ ...CARD, officeName: '胜利,社区;警务室' }) ?? '';
    expect(text).toContain('TEL;TYPE=WORK:15400000001');
    expect(text).toContain('ORG:胜利\\,社区\\;警务室');
    expect(text).not.toMatch(/https?:/u);
    const longest = contactText({ ...CARD, officeName: '警'.repeat(100), officerName: '名'.repeat(100) });
    expect(encode(longest ?? '', { ecc: 'M', border: 4 }).size).toBeLessThanOrEqual(125);
  });
});

describe('the paper page', () => {
  it('draws front and back of every sheet and answers with the number of pages', async () => {
    const place = document.createElement('div');
    const draw = drawInto(place);
    expect(await draw({ name: 'contact-cards', card: CARD, sheets: 3, bothSides: true })).toBe(6);
    const sides = [...place.querySelectorAll('[data-side]')].map((page) => page.getAttribute('data-side'));
    expect(sides).toEqual(['front', 'back', 'front', 'back', 'front', 'back']);
    expect(await draw({ name: 'contact-cards', card: CARD, sheets: 1, bothSides: false })).toBe(1);
    expect(place.querySelectorAll('[data-side]')).toHaveLength(1);
  });
});
