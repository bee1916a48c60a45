/** What a number format of a spreadsheet says about a number: a day, a time of day, leading zeros, or nothing. */

export interface NumberFormat {
  readonly day: boolean;
  readonly time: boolean;
  /** Digits that the cell shows at least, filled up with zeros; 0 when it does not. */
  readonly digits: number;
}

export const PLAIN: NumberFormat = { day: false, time: false, digits: 0 };
const DAY: NumberFormat = { day: true, time: false, digits: 0 };
const TIME: NumberFormat = { day: false, time: true, digits: 0 };
const BOTH: NumberFormat = { day: true, time: true, digits: 0 };

/**
 * Formats that a file names by number only. ECMA-376 part 1, 18.8.30; 27 to 36 and 50 to 58 are those of the Chinese
 * Excel, which writes 年月日 with them.
 */
const BUILT_IN: readonly (readonly [first: number, last: number, format: NumberFormat])[] = [
  [14, 17, DAY],
  [18, 21, TIME],
  [22, 22, BOTH],
  [27, 31, DAY],
  [32, 35, TIME],
  [36, 36, DAY],
  [45, 47, TIME],
  [50, 54, DAY],
  [55, 56, TIME],
  [57, 58, DAY],
];

export function builtInFormat(id: number): NumberFormat {
  return BUILT_IN.find(([first, last]) => id >= first && id <= last)?.[2] ?? PLAIN;
}

/** Text in quotes, escaped characters, filling characters: none of it is about the number. */
const DECORATION = /"[^"]*"|\\.|_.|\*./g;
/** Durations such as `[h]:mm`. */
const ELAPSED = /\[(?:h+|m+|s+)\]/i;
/** Colours, conditions, currencies, languages. */
const BRACKETS = /\[[^\]]*\]/g;
const HALF_DAYS = /AM\/PM|A\/P|上午\/下午/gi;

export function formatOf(code: string): NumberFormat {
  const bare = code.replace(DECORATION, '');
  const [section = ''] = bare.replace(BRACKETS, '').replace(HALF_DAYS, '').split(';');
  if (/general|通用格式|@/i.test(section)) return PLAIN;
  if (/^0{2,30}$/.test(section)) return { ...PLAIN, digits: section.length };
  const elapsed = ELAPSED.test(bare);
  // Fractions of a second are the only digits a date may show.
  if (!elapsed && /[0#?]/.test(section.replace(/s\.0+/gi, ''))) return PLAIN;
  const time = elapsed || /[hs]/i.test(section);
  const day = /[yde]|aaa/i.test(section) || (/m/i.test(section) && !time);
  return day ? (time ? BOTH : DAY) : time ? TIME : PLAIN;
}
