/** How xlsx writes characters that XML cannot hold, such as `_x000D_`. ECMA-376 part 1, 22.9.2.19. */

export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** Control characters, half surrogate pairs, non-characters; and an underscore that would begin such an escape. */
const UNWRITABLE =
  /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|_(?=x[0-9A-Fa-f]{4}_)/g;

/** The same the other way round, and what markup needs. */
export function escapeText(text: string): string {
  const whole = text.replace(UNWRITABLE, (character) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase();
    return `_x${code.padStart(4, '0')}_`;
  });
  return /[&<>"]/.test(whole) ? whole.replace(/[&<>"]/g, (sign) => MARKUP[sign] ?? sign) : whole;
}

const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
