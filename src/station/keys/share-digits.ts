// The digits of a share. Each row bears its own check, so that a person is told which row of which paper was mistyped.
import { hash } from 'node:crypto';
import { refuse } from '#station/refusal.ts';

export const ROWS = 5;
/** Groups of a row that carry something, two bytes each; one more is the check. */
const CARRYING = 4;
const ROW_BYTES = 2 * CARRYING;
const GROUP_MOST = 0xffff;

/** One line of text a row. @param bytes exactly five rows of eight */
export function encodeRows(bytes: Uint8Array): readonly string[] {
  if (bytes.length !== ROWS * ROW_BYTES) throw new TypeError(`${bytes.length} bytes`);
  const buffer = Buffer.from(bytes);
  return Array.from({ length: ROWS }, (_, row) => {
    const groups = Array.from({ length: CARRYING }, (__, i) =>
      fiveDigits(buffer.readUInt16BE(row * ROW_BYTES + 2 * i)),
    );
    return [...groups, checkOf(row, groups)].join(' ');
  });
}

/** The bytes of one row as somebody typed it, or null where its check says that this is not how it was printed. */
export function decodeRow(row: number, typed: string): Buffer | null {
  const digits = typed.normalize('NFKC').replace(/[\s\-‐-―−]/g, '');
  if (!/^[0-9]+$/.test(digits) || digits.length !== 5 * (CARRYING + 1)) return null;
  const groups = digits.match(/.{5}/g) ?? [];
  const carrying = groups.slice(0, CARRYING);
  if (groups.at(-1) !== checkOf(row, carrying)) return null;
  if (carrying.some((group) => Number(group) > GROUP_MOST)) return null;
  const bytes = Buffer.alloc(ROW_BYTES);
  for (const [i, group] of carrying.entries()) bytes.writeUInt16BE(Number(group), 2 * i);
  return bytes;
}

/**
 * The bytes of a paper as text: its rows are the lines of 25 digits, in their order; other lines are words for people.
 * Refuses with `share-unreadable`, or with `share-mistyped` naming the paper and the row.
 */
export function decodeRows(text: string, paper: string): Buffer {
  const rows = text
    .split('\n')
    .filter((line) => /^[\s\d０-９\-‐-―−]+$/.test(line) && /\d|[０-９]/.test(line));
  if (rows.length !== ROWS) refuse('share-unreadable', `${paper}: ${rows.length} rows of ${ROWS}`);
  return Buffer.concat(
    rows.map((line, row) => decodeRow(row, line) ?? refuse('share-mistyped', `${paper}: ${row + 1}`)),
  );
}

/** Another row, or two groups changed about, come to another check: one mistake in 100,000 does not show. */
function checkOf(row: number, groups: readonly string[]): string {
  const digest = hash('sha256', `jwb-share-v1 row ${row + 1}\n${groups.join('')}\n`, 'buffer');
  return fiveDigits(digest.readUInt32BE(0) % 100_000);
}

function fiveDigits(value: number): string {
  return String(value).padStart(5, '0');
}
