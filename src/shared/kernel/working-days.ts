/** 工作日: what a term of the law is counted in where it says so. */
import { addDays, weekdayOf, type CalendarDay } from './calendar-day.ts';
import { ANNOUNCED, FIXED_FESTIVALS, MOVING_FESTIVALS } from './public-holidays.ts';

/** True for a day on which public bodies work. Of a year not announced yet: no weekend and no festival of the law. */
export function isWorkingDay(day: CalendarDay): boolean {
  const year = ANNOUNCED[day.slice(0, 4)];
  if (year === undefined) return weekdayOf(day) < 6 && !isFestival(day);
  if (year.rests.some(([from, to]) => day >= from && day <= to)) return false;
  return weekdayOf(day) < 6 || year.worked.includes(day);
}

/** False where the days off of that year are not known here yet, so that a term may end on another day. */
export function isAnnounced(day: CalendarDay): boolean {
  return day.slice(0, 4) in ANNOUNCED;
}

/** The last day of a term of so many working days; the day it runs from does not count (《民法典》第201条). */
export function addWorkingDays(day: CalendarDay, days: number): CalendarDay {
  let last = day;
  for (let left = days; left > 0;) {
    last = addDays(last, 1);
    if (isWorkingDay(last)) left -= 1;
  }
  return last;
}

function isFestival(day: CalendarDay): boolean {
  if (FIXED_FESTIVALS.includes(day.slice(5))) return true;
  const [eve, ...others] = MOVING_FESTIVALS[day.slice(0, 4)] ?? [];
  if (eve !== undefined && day >= eve && day <= addDays(eve, 3)) return true;
  return others.some((other) => other === day);
}
