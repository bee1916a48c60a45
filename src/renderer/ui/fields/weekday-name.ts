import type { TFunction } from 'i18next';

type WeekdayNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7;
const NUMBERS: readonly WeekdayNumber[] = [1, 2, 3, 4, 5, 6, 7];

/** 星期一 … 星期日 for 1 … 7 (ISO 8601). */
export function weekdayName(weekday: number, t: TFunction<'ui'>): string {
  return t(`day.weekday.d${NUMBERS[weekday - 1] ?? 7}`);
}
