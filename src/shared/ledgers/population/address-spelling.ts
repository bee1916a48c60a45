/** One spelling for what people write in many: 三幢, 3号楼 and 3# become 3栋, so that reading needs one form of each. */
import { cleanText } from '#shared/kernel/text-input.ts';

const DIGITS = '〇一二三四五六七八九';
const NUMERAL = '[〇零○一二两三四五六七八九十百]';
/** What may follow a number's word; before another word it is part of a name: 一号公馆, 三座桥路, 五楼社区. */
const NO_NAME = `(?=$|[\\d A-Z#附负院大-]|${NUMERAL})`;

/** Each step relies on those before it. */
const STEPS: readonly (readonly [RegExp, string | ((found: string) => string)])[] = [
  [/门牌号?/gu, ''],
  // 3一2一501: the numeral one, typed for a dash.
  [/(?<=\d)一(?=\d)/gu, '-'],
  [/第(?=\d)/gu, ''],
  [
    new RegExp(`第?${NUMERAL}{1,5}(?=幢|栋|单元|层|室|组|村民小组|居民小组|小组|生产队|社(?!区)|队)`, 'gu'),
    arabic,
  ],
  [new RegExp(`(?<=[路街巷道弄段村组])${NUMERAL}{1,5}(?=号)|(?<=号附)${NUMERAL}{1,5}`, 'gu'), arabic],
  [new RegExp(`第?${NUMERAL}{1,5}(?=(?:号楼?|座|楼)${NO_NAME})`, 'gu'), arabic],
  [new RegExp(`(?<=[栋幢座元号楼-])${NUMERAL}{3,4}(?=$|室|号|房)`, 'gu'), arabic],
  // Phases, sections and rings belong to the name, where they are written with numerals.
  [/(?<!\d)\d{1,2}(?=期|段|环路)/gu, chinese],
  [/(?:地下|负|B)(?=\d+[楼层])/gu, '负'],
  [/地下(?=\d)/gu, '负'],
  [/(?<=\d[A-Z]?|(?<![A-Z])[A-Z])(?:号楼|幢|座|#楼?)/gu, '栋'],
  [/(?<=(?<![A-Z])[A-Z])-(?=\d+栋)/gu, ''],
  [/(?<=\d)(?:村民小组|居民小组|生产队|小组|社(?!区)|队)/gu, '组'],
  [/(?<=\d)(?:层|F(?![A-Z]))/gu, '楼'],
  [/(?<=[\dA-Z])单(?=\d|-|$)/gu, '单元'],
  [/(?<=\d)号大院/gu, '号院'],
  // Below ground: a minus where no other dash divides.
  [/--(?=[12]\d\d(?!\d))/gu, '-负'],
  [/^-(?=[12]\d\d[A-Z]?$)|(?<=^[^-]*单元)-(?=[12]\d\d(?!\d))/gu, '负'],
  [/(?<=\d[A-Z]?)(?:号房间|号房|号室|房间|房|户)/gu, '室'],
];

/**
 * As most are written: a name, and below it numbers with their words or between dashes. No step changes such a line: the
 * characters that are left out of the name are those with which one begins.
 */
const SPELT =
  /^[[\u4E00-\u9FFF]--[一二两三四五六七八九十百零第门下负]]*(?:\d+(?:-\d+)*(?:号附?|单元|[组栋楼室]))*(?:\d+(?:-\d+)*)?$/v;

/**
 * The address without what stands in brackets, and that by itself.
 * A space stays only between numbers that do not belong together.
 */
export function spellAddress(text: string): { readonly text: string; readonly asides: readonly string[] } {
  if (SPELT.test(text)) return { text, asides: [] };
  const asides: string[] = [];
  const outside = cleanText(cleanText(text).normalize('NFKC'))
    .replace(/[[{〔【「]/gu, '(')
    .replace(/[\]}〕】」]/gu, ')')
    .replace(/\(([^()]*)\)/gu, (_, aside: string) => {
      asides.push(aside.trim());
      return ' ';
    })
    .toUpperCase()
    .replace(/[\u2010-\u2015\u2212~]/gu, '-')
    .replace(/(?<=\d)[./\\](?=\d)/gu, '-')
    .replace(/(?<=(?<!\d)\d{1,4}) (?=\d{1,4}(?!\d))/gu, '-')
    .replace(/[^\p{L}\p{N}\p{Co}#-]+/gu, ' ')
    .replace(/(?<!\d) | (?!\d)/gu, '');
  const spelt = STEPS.reduce(
    (line, [pattern, by]) => (typeof by === 'string' ? line.replace(pattern, by) : line.replace(pattern, by)),
    outside,
  );
  return { text: spelt, asides: asides.filter((aside) => aside !== '') };
}

/** 二十三 is 23, 一百零五 is 105, digit by digit 五〇一 is 501. What is none of these stays as it is. */
function arabic(found: string): string {
  const numeral = found.replace('第', '').replace(/[零○]/gu, '〇').replace(/两/gu, '二');
  if (!/[十百]/u.test(numeral)) return Array.from(numeral, valueOf).join('');
  // 一百五 is 150 to most and 105 to some.
  const parts =
    /^(?:([一二三四五六七八九])百(?!.$)(?:〇(?=.$))?)?(?:([一二三四五六七八九]?)(十))?([一二三四五六七八九]?)$/u.exec(
      numeral,
    );
  if (parts === null) return found;
  const [, hundreds = '', tens = '', ten = '', ones = ''] = parts;
  const digit = (text: string) => (text === '' ? 0 : valueOf(text));
  return String(digit(hundreds) * 100 + (ten === '' ? 0 : (digit(tens) || 1) * 10) + digit(ones));
}

function valueOf(digit: string): number {
  return DIGITS.indexOf(digit);
}

function chinese(found: string): string {
  const number = Number(found);
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const front = tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS.charAt(tens)}十`;
  return front + (tens > 0 && ones === 0 ? '' : DIGITS.charAt(ones));
}
