/** A text file as text. What its encoding does not know becomes U+FFFD, for a person to see. */
import type { Encoding } from '#main/sheets/sheet.ts';
import { readPieces } from './pieces.ts';

/** Without byte order mark and without the end mark of DOS. */
export async function* decodeFile(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  let first = true;
  const clean = (text: string) => {
    // The decoder drops the mark of Unicode's own encodings only.
    const from = first && text.startsWith('\uFEFF') ? 1 : 0;
    first &&= text === '';
    return from === 0 && !text.includes('\u001A') ? text : text.slice(from).replaceAll('\u001A', '');
  };
  for await (const piece of readPieces(path)) {
    const text = clean(decoder.decode(piece, { stream: true }));
    if (text !== '') yield text;
  }
  const rest = clean(decoder.decode());
  if (rest !== '') yield rest;
}
