/** A header as it is compared: 姓 名*（必填）, 姓名： and 姓名 are one. */
import { isPlain } from '#shared/kernel/text-input.ts';

/** As read, on one line. */
export function headerLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** Without spaces and marks, Latin letters small. */
export function bareHeader(text: string): string {
  if (isPlain(text)) return text.toLowerCase();
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** The forms under which a header may be known: as it is, and without what stands in brackets or numbers it. */
export function headerForms(text: string): string[] {
  const plain = text.normalize('NFKC');
  const bare = bareHeader(plain);
  const withoutAside = bareHeader(plain.replace(/[([{【〔].*?(?:[)\]}】〕]|$)/gu, ''));
  const unnumbered = withoutAside.replace(/^\d+|\d+$/gu, '');
  return [...new Set([bare, withoutAside, unnumbered])].filter((form) => form !== '');
}
