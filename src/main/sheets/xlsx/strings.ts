/** The texts that the cells of an xlsx file share. */
import { MAX_STRINGS, MAX_STRINGS_PART, refuseTooBig } from '#main/sheets/limits.ts';
import type { PackageParts } from '#main/sheets/package-parts.ts';
import { readXml } from '#main/sheets/xml.ts';
import { unescapeText } from './escapes.ts';

export async function readStrings(parts: PackageParts, part: string | null): Promise<string[]> {
  const strings: string[] = [];
  if (part === null) return strings;
  let text = '';
  let collecting = false;
  // Readings that Excel shows above the characters are no part of the text.
  let phonetic = false;
  await readXml(parts.read(part, MAX_STRINGS_PART), {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic = true;
      else if (name === 't') collecting = !phonetic;
    },
    text(piece) {
      if (collecting) text += piece;
    },
    close(name) {
      if (name === 't') collecting = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si') {
        if (strings.length === MAX_STRINGS) refuseTooBig();
        strings.push(unescapeText(text));
      }
    },
  });
  return strings;
}
