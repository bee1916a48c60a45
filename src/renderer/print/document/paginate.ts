/** Rows become pages. Signatures stay whole, and at least two lines of the text stand on the page with them. */
import { LINES } from './grid.ts';
import type { Row } from './set-blocks.ts';

/** Lines of the text that have to stand above signatures. */
const ABOVE_SIGNATURES = 2;
const NEARLY = 1e-6;

export function paginate(rows: readonly Row[]): Row[][] {
  const pages: Row[][] = [];
  let page: Row[] = [];
  let used = 0;
  const turn = () => {
    if (page.length > 0) pages.push(page);
    page = [];
    used = 0;
  };
  const put = (row: Row) => {
    if (used + row.height > LINES + NEARLY) turn();
    // No page begins with nothing.
    if (row.kind === 'gap' && page.length === 0) return;
    page.push(row);
    used += row.height;
  };
  for (const group of groupsOf(withTextAbove(rows)).flatMap(letGoOfLead)) {
    // What is longer than a page begins on a new one all the same, and goes on over its end.
    if (used + heightOf(group) > LINES + NEARLY) turn();
    group.forEach(put);
  }
  turn();
  return pages.map(withoutGapAtEnd);
}

/** The last lines of the text before signatures stay with them. */
function withTextAbove(rows: readonly Row[]): Row[] {
  const kept = [...rows];
  rows.forEach((row, index) => {
    if (row.kind !== 'line' || row.look !== 'closing') return;
    let above = 0;
    for (let at = index - 1; at >= 0 && above < ABOVE_SIGNATURES; at -= 1) {
      const before = rows[at];
      if (before === undefined) break;
      kept[at] = { ...before, keeps: true };
      if (before.kind !== 'gap') above += 1;
    }
  });
  return kept;
}

/** Rows that stand on one page together. */
function groupsOf(rows: readonly Row[]): Row[][] {
  const groups: Row[][] = [];
  let open = false;
  for (const row of rows) {
    const group = groups.at(-1);
    if (open && group !== undefined) group.push(row);
    else groups.push([row]);
    open = row.keeps;
  }
  return groups;
}

const heightOf = (rows: readonly Row[]) => rows.reduce((sum, row) => sum + row.height, 0);

/** A title or heading stays behind where it would push signatures over the end of their page. */
function letGoOfLead(group: readonly Row[]): Row[][] {
  if (heightOf(group) <= LINES + NEARLY) return [[...group]];
  const text = group.findIndex((row) => row.kind === 'line' && row.look === 'body');
  return text > 0 ? [group.slice(0, text), group.slice(text)] : [[...group]];
}

function withoutGapAtEnd(page: readonly Row[]): Row[] {
  const last = page.findLastIndex(({ kind }) => kind !== 'gap');
  return page.slice(0, last + 1);
}
