/** 文号: how a document or a written record is called. A number and the signs around it; no room for words. */

export const DOCUMENT_NUMBER_MAX = 40;

/** 青公取保字〔2026〕12号: letters, digits, Han and the brackets of document numbers, with a digit in it. */
const DOCUMENT_NUMBER = /^(?=.*\d)[\p{Script=Han}A-Za-z0-9〔〕[\]()（）·\-—]+$/u;

export function isDocumentNumber(text: string): boolean {
  return text.length <= DOCUMENT_NUMBER_MAX && DOCUMENT_NUMBER.test(text);
}
