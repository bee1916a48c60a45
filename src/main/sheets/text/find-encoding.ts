/** Which encoding a text file has: its mark, else strict UTF-8, else GB18030, which contains GBK and GB 2312. */
import type { Encoding } from '#main/sheets/sheet.ts';
import { readPieces } from './pieces.ts';

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
];

export function markOf(head: Uint8Array): Encoding | null {
  return MARKS.find(([, mark]) => mark.every((byte, at) => head[at] === byte))?.[0] ?? null;
}

/**
 * Reads until it is sure, which may be the end: the first Chinese character may stand on the last line. Of two encodings
 * that both meet bytes they do not know, such as in a file cut in the middle of a character, the one that meets fewer.
 */
export async function findEncoding(path: string, head: Uint8Array): Promise<Encoding> {
  const marked = markOf(head) ?? (looksUtf16(head) ? 'utf-16le' : null);
  if (marked !== null) return marked;
  const unicode = await countUnknown(path, 'utf-8', Number.POSITIVE_INFINITY);
  if (unicode.unknown === 0) return 'utf-8';
  const chinese = await countUnknown(path, 'gb18030', unicode.read);
  return chinese.unknown <= unicode.unknown ? 'gb18030' : 'utf-8';
}

/** UTF-16 without a mark: of the first characters some are Latin, so every second byte of them is zero, and no other. */
export function looksUtf16(head: Uint8Array): boolean {
  let zeros = 0;
  for (const [at, byte] of head.entries()) {
    if (byte !== 0) continue;
    if (at % 2 === 0) return false;
    zeros += 1;
  }
  return zeros > 0;
}

/** That many in one encoding are no accident: the text has another. */
const ENOUGH = 64;

/** Sequences of bytes that the encoding does not know; a U+FFFD that the text itself holds counts with them. */
async function countUnknown(path: string, encoding: Encoding, most: number) {
  const decoder = new TextDecoder(encoding);
  let unknown = 0;
  let read = 0;
  const note = (text: string) => {
    for (let at = text.indexOf('\uFFFD'); at !== -1; at = text.indexOf('\uFFFD', at + 1)) unknown += 1;
  };
  for await (const piece of readPieces(path)) {
    note(decoder.decode(piece, { stream: true }));
    read += piece.length;
    if (unknown >= ENOUGH || read > most) return { unknown, read };
  }
  note(decoder.decode());
  return { unknown, read };
}
