/** The last step of every reader: rows in order, bounded, without empty ends, merged cells repeated. */
import {
  MAX_CELL,
  MAX_CELLS,
  MAX_COLUMNS,
  MAX_MERGES,
  MAX_ROWS,
  refuseDamaged,
  refuseTooBig,
} from './limits.ts';
import type { SheetRow } from './sheet.ts';

/** A merged range: rows 1-based, columns 0-based, both ends inside. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface RowGate {
  /** A merged range; told before its first row is admitted. */
  cover(range: Merge): void;
  /** The next row with what stands in its own cells; rows without text are dropped here. */
  admit(number: number, cells: string[]): void;
  /** No row follows. */
  end(): void;
  /** The rows that are ready, once. */
  take(): SheetRow[];
}

interface OwnRow {
  readonly number: number;
  readonly cells: string[];
}

/** Rows looked at before the first is let through, to know how wide the table is: a title often spans all of Excel. */
const AHEAD = 100;

export function openRowGate(): RowGate {
  const repeater = openRepeater();
  let last = 0;
  let left = MAX_CELLS;
  let widest = 0;
  let held: OwnRow[] | null = [];
  let ready: SheetRow[] = [];

  const pass = ({ number, cells }: OwnRow) => {
    repeater.repeat(number, cells, widest);
    left -= cells.length;
    if (left < 0) refuseTooBig();
    ready.push({ number, cells });
  };
  const release = () => {
    const rows = held ?? [];
    held = null;
    for (const row of rows) pass(row);
  };

  return {
    cover: repeater.cover.bind(repeater),
    admit(number, cells) {
      if (number <= last) refuseDamaged();
      if (number > MAX_ROWS) refuseTooBig();
      last = number;
      trim(cells);
      if (cells.length === 0) return;
      if (cells.length > MAX_COLUMNS) refuseTooBig();
      if (cells.some((cell) => cell.length > MAX_CELL)) refuseDamaged();
      widest = Math.max(widest, cells.length);
      if (held === null) return pass({ number, cells });
      held.push({ number, cells });
      if (held.length === AHEAD) release();
    },
    end: release,
    take() {
      const rows = ready;
      ready = [];
      return rows;
    },
  };
}

function trim(cells: string[]): void {
  let length = cells.length;
  while (length > 0 && cells[length - 1] === '') length -= 1;
  cells.length = length;
}

/** Writes what stands in the corner of a merged range into the cells it covers, no further than the table is wide. */
function openRepeater() {
  const waiting = new Map<number, Merge[]>();
  let count = 0;
  let active: { readonly range: Merge; readonly text: string }[] = [];

  const begin = (number: number, cells: readonly string[]) => {
    const ranges = waiting.get(number);
    if (ranges === undefined) return;
    waiting.delete(number);
    for (const range of ranges) {
      const text = cells[range.left] ?? '';
      if (text !== '') active.push({ range, text });
    }
    // Ranges that do not overlap are no more than the columns they stand in.
    if (active.length > MAX_COLUMNS) refuseDamaged();
  };

  return {
    cover(range: Merge) {
      count += 1;
      if (count > MAX_MERGES) refuseTooBig();
      const ranges = waiting.get(range.top);
      if (ranges === undefined) waiting.set(range.top, [range]);
      else ranges.push(range);
    },
    repeat(number: number, cells: string[], width: number) {
      if (active.length > 0) active = active.filter(({ range }) => range.bottom >= number);
      begin(number, cells);
      for (const { range, text } of active) {
        const right = Math.min(range.right, width - 1);
        while (cells.length <= right) cells.push('');
        for (let column = range.left; column <= right; column += 1) cells[column] = text;
      }
    },
  };
}
