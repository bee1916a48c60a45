/** Papers about a person's own duties and rights: as many pages as were reckoned, nobody on a blank, nothing that labels. */
import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { hasLabel } from '#shared/kernel/person-labels.ts';
import { CATEGORIES, CATEGORY_CODES, DUTY_KINDS } from '#shared/ledgers/statutory/categories.ts';
import { CARE_CODES, OFF_BY_DEFAULT } from '#shared/ledgers/care/care.ts';
import { GROUND_ARTICLES, REFUSAL_GROUNDS } from '#shared/ledgers/rights/requests.ts';
import type { PersonPaper } from '#shared/contract/key-persons/papers.ts';
import { zh as care } from '#renderer/ledgers/care/care-text.ts';
import { ANSWERED_ELSEWHERE, END_NOTICES, NOTHING_HELD } from '#renderer/print/key-persons/law-texts.ts';
import { countPages, PaperPages } from '#renderer/print/paper-pages.tsx';
import {
  BLANK,
  END_NOTICE_PAPERS,
  FILLED,
  HARD_NAME,
  HELD,
  NOTHING,
  NUMBER,
  REPLIES,
  SLIPS,
} from '#tests/support/key-person-papers.ts';

afterEach(cleanup);

function textOf(paper: PersonPaper): string {
  const { container, unmount } = render(<PaperPages paper={paper} />);
  const text = (container.textContent ?? '').replaceAll(/\s/gu, '');
  unmount();
  return text;
}

describe('a paper about a person', () => {
  it.each(FILLED)('$name has as many pages as were reckoned', (paper) => {
    const { container } = render(<PaperPages paper={paper} />);
    expect(container.querySelectorAll(`[data-paper="${paper.name}"]`)).toHaveLength(countPages(paper));
  });

  it.each(BLANK)('$name is blank, with nobody on it', (paper) => {
    expect(textOf(paper)).not.toMatch(new RegExp(`${HARD_NAME}|${NUMBER}|1540000|周强`, 'u'));
  });
});

describe('a duty slip', () => {
  it('is there for every duty, and says of none why the person is visited', () => {
    expect(SLIPS).toHaveLength(DUTY_KINDS.length);
    for (const slip of SLIPS) {
      const text = textOf(slip);
      expect(text).toContain(HARD_NAME);
      expect(hasLabel(text), slip.duty?.kind).toBe(false);
      expect(text).not.toMatch(/SM0\d|保护|家庭|检测|告诫|法院|受害/u);
      for (const code of CATEGORY_CODES) expect(text).not.toContain(CATEGORIES[code].document.slice(0, 4));
    }
  });

  it('calls a visit to whoever is protected what it calls a visit to the other side', () => {
    const [person, other] = SLIPS.filter(({ duty }) => duty?.kind.startsWith('visit') === true).map(textOf);
    expect(person).toContain('走访');
    expect(other).toBe(person);
  });
});

describe('a notice of the end', () => {
  it('is there for every category that owes one, and for no other', () => {
    const owing = CATEGORY_CODES.filter((code) => CATEGORIES[code].endNotice);
    expect(Object.keys(END_NOTICES)).toEqual(owing);
    expect(END_NOTICE_PAPERS.map(({ notice }) => notice?.category)).toEqual(owing);
  });

  it.each(END_NOTICE_PAPERS)(
    'goes in three copies to those whom the law names: $notice.category',
    (paper) => {
      const text = textOf(paper);
      const texts = END_NOTICES[paper.notice?.category ?? 'SM01'];
      expect(countPages(paper)).toBe(3);
      for (const told of texts?.told ?? ['nobody']) expect(text).toContain(`送${told}`);
      expect(text).toContain('2023年11月23日起至2026年11月22日止');
      expect(text).toContain(texts?.effect.articles.replaceAll(' ', ''));
    },
  );

  it('tells neither a unit nor a committee that somebody was treated', () => {
    for (const paper of END_NOTICE_PAPERS.filter(({ notice }) => notice?.category !== 'SM03'))
      expect(textOf(paper)).not.toMatch(/单位|委员会/u);
  });
});

describe('a form of consent', () => {
  it('offers on a blank every heading but what an office may have switched off', () => {
    const blank = BLANK.find(({ name }) => name === 'care-consent');
    const text = blank === undefined ? '' : textOf(blank);
    for (const code of CARE_CODES)
      expect(text.includes(`□${care.categories[code]}`), code).toBe(!OFF_BY_DEFAULT.includes(code));
  });

  it('shows the very line that the desk will read, and whether it may', () => {
    const [yes, no] = FILLED.filter(({ name }) => name === 'care-consent').map(textOf);
    expect(yes).toContain(
      '同意本人到警务室时，前台人员看到一句话：“可能需要帮助：请联系周强，15400007712”。',
    );
    expect(no).toContain('不同意本人到警务室时');
  });
});

describe('an answer to a request', () => {
  it('says the same of what is answered elsewhere, whatever is held', () => {
    for (const paper of [HELD, NOTHING]) expect(textOf(paper)).toContain(ANSWERED_ELSEWHERE);
    expect(textOf(NOTHING)).toContain(NOTHING_HELD);
  });

  it('has every fact that is held, whole', () => {
    const text = textOf(HELD);
    for (const { records } of HELD.sections)
      for (const { label, value } of records.flat())
        for (const words of [label, value]) expect(text).toContain(words.replaceAll(/\s/gu, ''));
  });

  it('refuses on no ground without its article', () => {
    for (const ground of REFUSAL_GROUNDS) {
      const reply = REPLIES.find((one) => one.reply?.ground === ground);
      expect(reply === undefined ? '' : textOf(reply)).toContain(GROUND_ARTICLES[ground]);
    }
  });
});
