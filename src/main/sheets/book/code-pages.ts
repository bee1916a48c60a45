/** The encodings of workbooks older than Excel 97, which name theirs by its Windows number. */
import { TextDecoder } from 'node:util';

/** Windows code pages by the names the Encoding standard has for them; a missing one is read as Latin. */
const NAMES: Readonly<Record<number, string>> = {
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1200: 'utf-16le',
  1250: 'windows-1250',
  1251: 'windows-1251',
  65001: 'utf-8',
};

const decoders = new Map<number, TextDecoder>();

/** The shape SheetJS asks for; it hands over slices of buffers and bare lists of bytes. */
export const codePages = {
  utils: {
    decode(page: number, bytes: Iterable<number>): string {
      return decoderOf(page).decode(Uint8Array.from(bytes));
    },
  },
};

function decoderOf(page: number): TextDecoder {
  const known = decoders.get(page) ?? new TextDecoder(NAMES[page] ?? 'windows-1252', { ignoreBOM: true });
  decoders.set(page, known);
  return known;
}
