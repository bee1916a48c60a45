import { join } from 'node:path';
import { expect, test } from 'vitest';
import { LOGINS, startJourney } from './journey.ts';
import { linesOf, pageFacts, textOf, wordsOf, type Line, type Word } from './drawn-pdf.ts';

const PHONE = '15400000001';
const COLUMNS = [15, 105, 195];
const ROWS = [13.5, 67.5, 121.5, 175.5, 229.5, 283.5];
const CARD = { width: 90, height: 54, safe: 5 };
/** A printer's own tolerance is ten times this. */
const NEAR = 0.1;

function near(value: number, wanted: readonly number[]): boolean {
  return wanted.some((one) => Math.abs(one - value) < NEAR);
}

/** The card a word stands on, and whether it keeps clear of the cut. */
function placeOf({ left, right, top, bottom }: Word) {
  const column = Math.floor((left - 15) / CARD.width);
  const row = Math.floor(((top + bottom) / 2 - 13.5) / CARD.height);
  const x = 15 + column * CARD.width;
  return { column, row, isSafe: left >= x + CARD.safe - NEAR && right <= x + CARD.width - CARD.safe + NEAR };
}

function isUpright({ x1, x2 }: Line): boolean {
  return Math.abs(x1 - x2) < NEAR;
}

test(
  'an officer prints ten contact cards on A4, cut to the tenth of a millimetre',
  { timeout: 120_000 },
  async () => {
    const journey = await startJourney();
    const { page, chooser } = journey;
    await journey.signIn(LOGINS.officer);
    await journey.press('F6');
    const preview = page.getByRole('region', { name: '预览' });
    await preview.waitFor();
    await expect
      .poll(() => page.getByLabel('民警').locator('option:checked').textContent())
      .toContain('李建国');

    // The preview is the paper: the same cards at the same places, only smaller.
    const shown = await preview.locator('[data-side=front]').evaluate((sheet) => {
      const box = sheet.getBoundingClientRect();
      const mm = 210 / box.width;
      return [...sheet.querySelectorAll('article')].map((card) => {
        const at = card.getBoundingClientRect();
        return { x: (at.left - box.left) * mm, y: (at.top - box.top) * mm, width: at.width * mm };
      });
    });
    expect(shown).toHaveLength(10);
    for (const card of shown) {
      expect(near(card.x, COLUMNS) && near(card.y, ROWS)).toBe(true);
      expect(card.width).toBeCloseTo(CARD.width, 1);
    }

    const path = join(journey.folder, 'cards.pdf');
    chooser.willChoose('paper', path);
    await page.getByRole('button', { name: '存为 PDF' }).click();
    await page.getByText('已存为 cards.pdf，共 2 页。').waitFor();
    expect(chooser.asked.at(-1)).toMatch(/^save paper 胜利社区警务室-李建国-C1-\d{8}-\d{2}\.pdf$/);

    const { pages, width, height } = pageFacts(path);
    expect(pages).toBe(2);
    expect(width).toBeCloseTo(210, 0);
    expect(height).toBeCloseTo(297, 0);

    for (const text of ['青禾镇派出所', '胜利社区警务室', '李建国', '社区民警', PHONE])
      expect(textOf(path, 1).split(text).length - 1).toBe(10);
    const back = textOf(path, 2);
    for (const text of ['有事请找我', '96110', PHONE]) expect(back.split(text).length - 1).toBe(10);

    // The phone is the largest thing on every card, and everything keeps five millimetres from the cut.
    const words = wordsOf(path, 1);
    const phones = words.filter(({ text }) => text === PHONE);
    expect(new Set(phones.map((word) => `${placeOf(word).row} ${placeOf(word).column}`)).size).toBe(10);
    const tallest = Math.max(
      ...words.filter(({ text }) => text !== PHONE).map(({ top, bottom }) => bottom - top),
    );
    for (const phone of phones) expect(phone.bottom - phone.top).toBeGreaterThan(tallest);
    for (const side of [1, 2])
      for (const word of wordsOf(path, side))
        expect({ word, isSafe: placeOf(word).isSafe }).toMatchObject({ isSafe: true });

    for (const side of [1, 2]) {
      const marks = linesOf(path, side);
      expect(marks).toHaveLength(18);
      expect(new Set(marks.filter(isUpright).map(({ x1 }) => Math.round(x1)))).toEqual(new Set(COLUMNS));
      for (const mark of marks) {
        expect(mark.width).toBeCloseTo(0.1, 2);
        expect(near(isUpright(mark) ? mark.x1 : mark.y1, isUpright(mark) ? COLUMNS : ROWS)).toBe(true);
        const [from, to] = isUpright(mark) ? [mark.y1, mark.y2] : [mark.x1, mark.x2];
        expect(Math.abs(from - to)).toBeCloseTo(5, 1);
        expect(near(from, isUpright(mark) ? [10.5, 286.5] : [12, 198])).toBe(true);
      }
    }

    const { lines } = await journey.inspect();
    const noted = lines.filter(({ op, l }) => op === 'A' && l === 'cards').map(({ d }) => d);
    expect(noted).toMatchObject([{ event: 'saved-as-pdf', sheets: 1, sides: 2 }]);
  },
);
