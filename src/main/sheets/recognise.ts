/** What a file is by its first bytes, whatever its name ends with. */
import { open } from 'node:fs/promises';
import { MAX_FILE, refuseNoTable, refuseTooBig } from './limits.ts';
import type { Encoding } from './sheet.ts';
import { findEncoding, looksUtf16, markOf } from './text/find-encoding.ts';

/** `zip` is xlsx, ods or neither; `biff` and `xml-2003` are workbooks of older Excels. */
export type Shape =
  | { readonly kind: 'zip' | 'biff' }
  | { readonly kind: 'xml-2003' | 'html'; readonly encoding: Encoding }
  | { readonly kind: 'csv'; readonly encoding: Encoding };

const HEAD = 64 * 1024;

export async function recognise(path: string): Promise<Shape> {
  const { head, size } = await readHead(path);
  if (size === 0) refuseNoTable();
  if (size > MAX_FILE) refuseTooBig();
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04])) return { kind: 'zip' };
  if (startsWith(head, COMPOUND) || isBareBiff(head)) return { kind: 'biff' };
  if (isBinary(head)) refuseNoTable();
  const encoding = await findEncoding(path, head);
  const start = new TextDecoder(encoding).decode(head).trimStart();
  if (start === '' || OTHER.test(start)) refuseNoTable();
  if (!start.startsWith('<')) return { kind: 'csv', encoding };
  // The XML of Excel 2003 has tables too, in capitals.
  if (/<html[\s>]|<!doctype html/i.test(start)) return { kind: 'html', encoding };
  if (start.includes('urn:schemas-microsoft-com:office:spreadsheet')) return { kind: 'xml-2003', encoding };
  if (/<table[\s>]/i.test(start)) return { kind: 'html', encoding };
  return refuseNoTable();
}

async function readHead(path: string): Promise<{ head: Buffer; size: number }> {
  await using file = await open(path, 'r');
  const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
  return { head: buffer.subarray(0, bytesRead), size: (await file.stat()).size };
}

/** The container of the older Office, which also holds encrypted xlsx files. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** PDF, RTF and web archives begin as text. */
const OTHER = /^(?:%PDF-|\{\\rtf|MIME-Version:)/i;

function startsWith(head: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, at) => head[at] === byte);
}

/** A workbook without container, as Excel 2 to 4 and many export routines write it: a BOF record of its version. */
function isBareBiff(head: Uint8Array): boolean {
  return head[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(head[1] ?? -1) && head[3] === 0;
}

/** Control characters no text has: 0x1A alone ends files that came from DOS. */
function isBinary(head: Uint8Array): boolean {
  if (markOf(head) === 'utf-16le' || looksUtf16(head)) return false;
  return head.some((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1a && byte !== 0x1b));
}
