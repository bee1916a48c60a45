/** Every paper of a dispute, filled in and blank: as many pages as were reckoned, and on a blank nobody. */
import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { countPages, PaperPages } from '#renderer/print/paper-pages.tsx';
import { DISPUTE_PAPERS } from '#shared/ledgers/disputes/papers.ts';
import { BLANK_PAPERS, FILLED_PAPERS, ID } from '#tests/support/dispute-papers.ts';

afterEach(cleanup);

describe('a paper of a dispute', () => {
  it.each(FILLED_PAPERS)('$name has as many pages as were reckoned', (paper) => {
    const { container } = render(<PaperPages paper={paper} />);
    const pages = container.querySelectorAll(`[data-paper="${paper.name}"]`);
    expect(pages).toHaveLength(countPages(paper));
  });

  it.each(BLANK_PAPERS)('$name is blank, with lines to write on and nobody on it', (paper) => {
    const { container } = render(<PaperPages paper={paper} />);
    expect(container.querySelectorAll('section')).toHaveLength(countPages(paper));
    expect(container.textContent).toContain('空白表');
    expect(container.textContent).not.toMatch(new RegExp(`李欣|阿××|1540000|${ID}`, 'u'));
  });

  it('has both forms, whichever it is', () => {
    const filled: readonly string[] = FILLED_PAPERS.map(({ name }) => name);
    for (const name of DISPUTE_PAPERS) expect(filled).toContain(name);
    expect(BLANK_PAPERS.map(({ name }) => name).toSorted()).toEqual([...DISPUTE_PAPERS].toSorted());
  });
});
