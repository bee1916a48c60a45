/** Reads a day as people at a desk type it. The office's own today is given, never taken from the PC. */
import {
  addDays,
  addMonths,
  daysBetween,
  isCalendarDay,
  weekdayOf,
  type CalendarDay,
} from '#shared/kernel/calendar-day.ts';

const WORDS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    今天: 0,
    今日: 0,
    明天: 1,
    明日: 1,
    后天: 2,
    大后天: 3,
    昨天: -1,
    昨日: -1,
    前天: -2,
    today: 0,
    tomorrow: 1,
    yesterday: -1,
  }),
);
const WEEKDAYS = '一二三四五六日';

/** Null when the text is no day. A month and day without a year is the nearest such day. */
export function readDay(text: string, today: CalendarDay): CalendarDay | null {
  const clean = text
    .normalize('NFKC')
    .replace(/[\s\u200B-\u200F\uFEFF]+/gu, '')
    .toLowerCase();
  const word = WORDS.get(clean);
  if (word !== undefined) return addDays(today, word);
  return readStep(clean, today) ?? readWeekday(clean, today) ?? readDate(clean, today);
}

/** `+3` days, `+2w` or `+2周`, `+1m` or `+1月`. */
function readStep(text: string, today: CalendarDay): CalendarDay | null {
  const match = /^([+-])(\d{1,3})(天|日|d|周|w|个月|月|m)?$/u.exec(text);
  if (match === null) return null;
  const count = Number(match[2]) * (match[1] === '-' ? -1 : 1);
  const unit = match[3] ?? '天';
  if (unit === '周' || unit === 'w') return addDays(today, count * 7);
  if (unit === '月' || unit === '个月' || unit === 'm') return addMonths(today, count);
  return addDays(today, count);
}

/** `周三` is the next such day from today on; `下周三` that of the week after this one. */
function readWeekday(text: string, today: CalendarDay): CalendarDay | null {
  const match = /^(下?)(?:周|星期|礼拜)([一二三四五六日天])$/u.exec(text);
  if (match === null) return null;
  const wanted = WEEKDAYS.indexOf(match[2] === '天' ? '日' : (match[2] ?? '')) + 1;
  const ahead = wanted - weekdayOf(today);
  if (match[1] === '下') return addDays(today, ahead + 7);
  return addDays(today, (ahead + 7) % 7);
}

function readDate(text: string, today: CalendarDay): CalendarDay | null {
  const parts = /^(?:(\d{4})[-./年]?)?(\d{1,2})[-./月]?(\d{1,2})日?号?$/u.exec(text);
  const [, year, month, day] = parts ?? [];
  if (month === undefined || day === undefined) return null;
  const whole = /^\d+$/u.test(text);
  // 1125 and 20261125 are read, 125 is not: it could be January or December.
  if (whole && text.length !== 4 && text.length !== 8) return null;
  const rest = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (year !== undefined) return real(`${year}-${rest}`);
  return nearest(rest, today);
}

function nearest(monthDay: string, today: CalendarDay): CalendarDay | null {
  const year = Number(today.slice(0, 4));
  const days = [year - 1, year, year + 1]
    .map((one) => real(`${one}-${monthDay}`))
    .filter((day) => day !== null);
  days.sort((a, b) => Math.abs(daysBetween(today, a)) - Math.abs(daysBetween(today, b)));
  return days[0] ?? null;
}

function real(day: string): CalendarDay | null {
  return isCalendarDay(day) ? day : null;
}
