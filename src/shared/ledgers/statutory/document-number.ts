/** 文号: how a document or a written record is called. A number and the signs around it; no room for words. */
import { hasLabelOfPerson } from '#shared/kernel/person-labels.ts';

export const DOCUMENT_NUMBER_MAX = 40;
/** The longest there is names its office in full: 青禾县公安局责令社区戒毒决定书. */
const HAN_MAX = 18;

/** 青公取保字〔2026〕12号: letters, digits, Han and the brackets of document numbers, with a digit in it. */
const DOCUMENT_NUMBER = /^(?=.*\d)[\p{Script=Han}A-Za-z0-9〔〕[\]()（）·\-—]+$/u;

export function isDocumentNumber(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const fits = text.length <= DOCUMENT_NUMBER_MAX && han <= HAN_MAX && DOCUMENT_NUMBER.test(text);
  return fits && !hasLabelOfPerson(text);
}
