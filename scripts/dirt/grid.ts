/** A file as rows of cells, with what stands above, between and below the data. */
import type { Random } from '#main/seed/random.ts';
import type { Column } from './columns.ts';
import type { Cell, Entry } from './entry.ts';

export interface Extras {
  /** Above the header, one row each, in the first cell. */
  readonly titles?: readonly string[];
  /** A second row of header: the group over each column, joined over neighbours that share it. */
  readonly groups?: readonly string[];
  readonly comment?: boolean;
  readonly totals?: boolean;
  readonly blanks?: boolean;
  /** The header once more in the middle, as in files pasted together. */
  readonly repeatedHeader?: boolean;
  /** Columns whose cells the people of a household share. */
  readonly shared?: ReadonlySet<string>;
}

export interface Span {
  /** Rows and columns from 0, both ends inside. */
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface Grid {
  readonly rows: readonly (readonly Cell[])[];
  readonly spans: readonly Span[];
  /** 1-based, as a person counts them. */
  readonly headerRows: readonly number[];
  /** Row of each entry, 1-based. */
  readonly rowOf: ReadonlyMap<Entry, number>;
  readonly passedOver: number;
}

/** Rows of data between two subtotals or two blank rows. */
const SUBTOTAL_EVERY = 150;
const BLANK_EVERY = 90;

export function gridOf(
  random: Random,
  columns: readonly Column[],
  entries: readonly Entry[],
  extras: Extras,
): Grid {
  const rows: Cell[][] = [];
  const spans: Span[] = [];
  const rowOf = new Map<Entry, number>();
  let passedOver = 0;
  const passOver = (cells: Cell[]) => {
    rows.push(cells);
    passedOver += 1;
  };
  const line = (word: string, count: number) =>
    columns.map((_, at) => (at === 0 ? word : at === 2 ? String(count) : ''));
  const headers = columns.map(({ header }) => header);

  for (const title of extras.titles ?? []) {
    spans.push({ top: rows.length, bottom: rows.length, left: 0, right: columns.length - 1 });
    rows.push(columns.map((_, at) => (at === 0 ? title : '')));
  }
  const headerRows = [rows.length + 1];
  if (extras.groups !== undefined) {
    headerRows.push(rows.length + 2);
    spans.push(...groupSpans(extras.groups, rows.length));
    rows.push(groupRow(extras.groups, headers));
    rows.push(headers.map((header, at) => (extras.groups?.[at] === '' ? '' : header)));
  } else rows.push(headers);
  if (extras.comment === true)
    passOver(columns.map((_, at) => (at === 0 ? '填写说明' : (COMMENTS[at] ?? '按实际情况填写'))));

  let sinceTotal = 0;
  for (const [at, entry] of entries.entries()) {
    const isNewHousehold = entries[at - 1]?.truth.household !== entry.truth.household;
    // Never inside a household: its shared cells stand together.
    if (
      extras.blanks === true &&
      at > 0 &&
      at % BLANK_EVERY === 0 &&
      (isNewHousehold || extras.shared === undefined)
    )
      passOver([]);
    if (extras.repeatedHeader === true && at === Math.floor(entries.length / 2)) passOver([...headers]);
    if (extras.totals === true && sinceTotal >= SUBTOTAL_EVERY && isNewHousehold) {
      passOver(line('小计', sinceTotal));
      sinceTotal = 0;
    }
    rowOf.set(entry, rows.length + 1);
    rows.push(columns.map((column) => column.cell(entry, at + 1, random)));
    sinceTotal += 1;
  }
  if (extras.totals === true) passOver(line('合计', entries.length));
  if (extras.shared !== undefined) shareCells(rows, spans, columns, entries, rowOf, extras.shared);
  return { rows, spans, headerRows, rowOf, passedOver };
}

const COMMENTS = ['填写说明', '与身份证一致', '十八位，末位可为X', '男或女'];

/** A group stands over its first column; a column without one has its header there, over both rows. */
function groupRow(groups: readonly string[], headers: readonly string[]): Cell[] {
  return groups.map((group, at) => {
    if (group === '') return headers[at] ?? '';
    return groups[at - 1] === group ? '' : group;
  });
}

function groupSpans(groups: readonly string[], top: number): Span[] {
  const spans: Span[] = [];
  for (let left = 0; left < groups.length; left += 1) {
    if (groups[left] === '') {
      spans.push({ top, bottom: top + 1, left, right: left });
      continue;
    }
    if (groups[left - 1] === groups[left]) continue;
    let right = left;
    while (groups[right + 1] === groups[left]) right += 1;
    if (right > left) spans.push({ top, bottom: top, left, right });
  }
  return spans;
}

/** One cell for neighbouring rows of a household; the others under it are empty, as a spreadsheet stores them. */
function shareCells(
  rows: Cell[][],
  spans: Span[],
  columns: readonly Column[],
  entries: readonly Entry[],
  rowOf: ReadonlyMap<Entry, number>,
  shared: ReadonlySet<string>,
): void {
  let from = 0;
  while (from < entries.length) {
    let to = from;
    const first = entries[from];
    while (
      entries[to + 1]?.truth.household === first?.truth.household &&
      rowNumber(rowOf, entries[to + 1]) === rowNumber(rowOf, entries[to]) + 1
    )
      to += 1;
    const top = rowNumber(rowOf, first) - 1;
    const bottom = rowNumber(rowOf, entries[to]) - 1;
    for (const [left, { header }] of columns.entries()) {
      if (!shared.has(header) || bottom === top) continue;
      spans.push({ top, bottom, left, right: left });
      for (let row = top + 1; row <= bottom; row += 1) rows[row]?.splice(left, 1, '');
    }
    from = to + 1;
  }
}

function rowNumber(rowOf: ReadonlyMap<Entry, number>, entry: Entry | undefined): number {
  return entry === undefined ? 0 : (rowOf.get(entry) ?? 0);
}
