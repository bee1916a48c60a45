/** Text that a spreadsheet program would take for a formula, made harmless. OWASP, CSV injection. */

/** Signs that begin a formula, or hide one from a check that looks at the first character only. */
const RISKY = /^[\s\u200B]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

export function isFormulaLike(text: string): boolean {
  return RISKY.test(text);
}

/** An apostrophe in front: spreadsheet programs then show the text and calculate nothing. */
export function guardText(text: string): string {
  return isFormulaLike(text) ? `'${text}` : text;
}
