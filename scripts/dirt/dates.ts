/** Days as people and spreadsheets write them. */
import { daysBetween, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { Random } from '#main/seed/random.ts';
import type { Cell } from './entry.ts';

/** Of all days, those in another form than most. */
const OTHER_FORMS = 0.25;
/** Five digits from here on. Before, a spreadsheet's number could be a year. */
const SERIAL_FROM: CalendarDay = '1928-01-01';
const SERIAL_START: CalendarDay = '1899-12-30';

/** @param cells false in a text file: a number has no form there */
export function spelledDay(random: Random, day: CalendarDay, cells: boolean): Cell {
  if (!random.chance(OTHER_FORMS)) return day;
  const [year, month, date] = [
    day.slice(0, 4),
    String(Number(day.slice(5, 7))),
    String(Number(day.slice(8))),
  ];
  const forms: Cell[] = [`${year}.${month}.${date}`, day.replaceAll('-', ''), `${year}年${month}月${date}日`];
  if (day >= SERIAL_FROM) {
    const serial = daysBetween(SERIAL_START, day);
    forms.push(cells ? { number: serial, format: 'yyyy/m/d' } : String(serial));
    forms.push(`${month}/${date}/${year.slice(2)}`);
  }
  return random.pick(forms);
}
