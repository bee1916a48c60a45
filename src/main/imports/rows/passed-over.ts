/** Rows that are no data: blank ones, totals, remarks, and the header once more. */
import { IMPORT_FIELDS } from '#shared/contract/population/imports.ts';
import { isWordForNone, readIdNumber } from '#shared/kernel/citizen-number.ts';
import { bareHeader } from '#main/imports/columns/header-text.ts';
import type { Texts } from './texts.ts';

const TOTALS =
  /^(?:合计|总计|小计|共计|总数|累计|汇总|合计人数|总人数|本页合计|本页小计|总人口|共\d+[人户条])/u;
const REMARKS =
  /^(?:注|备注|说明|填表说明|填写说明|填报说明|注意事项|注意|填表人|填报人|制表人|制表|审核人|审核|负责人|单位负责人|填表日期|填报日期|制表日期|填报单位|联系人|示例|样例|例|举例)(?:[:：\d一二三四五]|$)/u;
const EXPLAINS = /必填|选填|填写|示例|例如|如[:：]|格式|下拉|选择|不填|可空|\d+位|文本|yyyy/iu;
/** A remark stands in a row nearly by itself. */
const REMARK_TEXTS = 3;
/** A row of the header again has at least so many of its words. */
const REPEATED_MIN = 2;
/** In the upper of two rows some headers are names of groups. */
const STRANGE_MAX = 3;

export interface RowText {
  /** All cells of the row, also of columns that are not taken: looked at here, kept nowhere. */
  readonly cells: readonly string[];
  readonly texts: Texts;
}

/**
 * @param bareHeaders without spaces and marks
 * @param sinceHeader 1 for the row right under the header
 */
export function isPassedOver(
  { cells, texts }: RowText,
  bareHeaders: readonly string[],
  sinceHeader: number,
): boolean {
  if (IMPORT_FIELDS.every((field) => texts[field] === '')) return true;
  const first = (cells.find((cell) => cell.trim() !== '') ?? '').replace(/\s+/gu, '');
  if (TOTALS.test(first) || (TOTALS.test(texts.name.replace(/\s+/gu, '')) && !hasNumber(texts))) return true;
  if (REMARKS.test(first) && differentTexts(cells) <= REMARK_TEXTS) return true;
  return isHeaderAgain(cells, bareHeaders) || (sinceHeader <= 2 && isExplanation(texts));
}

function differentTexts(cells: readonly string[]): number {
  return new Set(cells.map((cell) => cell.trim()).filter((cell) => cell !== '')).size;
}

/** @param headers without spaces and marks */
function isHeaderAgain(cells: readonly string[], headers: readonly string[]): boolean {
  let same = 0;
  let filled = 0;
  for (const [at, cell] of cells.entries()) {
    const bare = bareHeader(cell);
    if (bare === '') continue;
    filled += 1;
    if (bare === headers[at]) same += 1;
    // A row of data shows itself in its first cells.
    else if (filled - same === STRANGE_MAX) return false;
  }
  return same >= REPEATED_MIN && same * 2 >= filled;
}

/** 必填, 18位, 如：13800000000: what a column should hold, in place of somebody. */
function isExplanation(texts: Texts): boolean {
  if (hasNumber(texts)) return false;
  const filled = Object.values(texts).filter((text) => text !== '');
  const explaining = filled.filter((text) => EXPLAINS.test(text)).length;
  return explaining >= 2 || (explaining === 1 && filled.length <= 2);
}

function hasNumber({ idNumber }: Texts): boolean {
  return idNumber !== '' && !isWordForNone(idNumber) && readIdNumber(idNumber).birthDate !== null;
}
