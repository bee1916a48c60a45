/** Merged ranges stand behind the rows in an xlsx sheet, but are needed with the first: one quick look ahead for them. */
import { MAX_SHEET_PART, MAX_SMALL_PART, refuseTooBig } from '#main/sheets/limits.ts';
import type { PackageParts } from '#main/sheets/package-parts.ts';
import type { Merge } from '#main/sheets/row-gate.ts';
import { columnOf } from './cell-place.ts';

const MARK = Buffer.from('mergeCell ');
const LESS = 0x3c;
const COLON = 0x3a;
/** Bytes kept of the piece before: a tag may be cut in two. */
const OVERLAP = 200;
const MERGE = /<(?:[\w.-]+:)?mergeCell\s[^<>]*?\bref=["']([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})["']/g;

/** Looks at bytes: parsing the sheet twice would double the time. */
export async function findMerges(parts: PackageParts, part: string): Promise<Merge[]> {
  let before = Buffer.alloc(0);
  const tail: Buffer[] = [];
  let length = 0;
  for await (const piece of parts.read(part, MAX_SHEET_PART)) {
    if (tail.length === 0) {
      const both = Buffer.concat([before, piece]);
      const at = findMark(both);
      before = both.subarray(Math.max(0, at === -1 ? both.length - OVERLAP : at - OVERLAP));
      if (at !== -1) tail.push(before);
    } else tail.push(piece);
    length += tail.length === 0 ? 0 : piece.length;
    if (length > MAX_SMALL_PART) refuseTooBig();
  }
  return readMerges(Buffer.concat(tail).toString('latin1'));
}

/** Where the name stands in a tag; in a cell's text nothing of the kind can stand before it. */
function findMark(bytes: Buffer): number {
  for (let at = bytes.indexOf(MARK); at !== -1; at = bytes.indexOf(MARK, at + 1)) {
    if (bytes[at - 1] === LESS || bytes[at - 1] === COLON) return at;
  }
  return -1;
}

function readMerges(xml: string): Merge[] {
  return Array.from(xml.matchAll(MERGE), ([, left = '', top = '', right = '', bottom = '']) => ({
    top: Number(top),
    left: columnOf(left),
    bottom: Number(bottom),
    right: columnOf(right),
  })).filter(({ top, left, bottom, right }) => bottom > top || right > left);
}
