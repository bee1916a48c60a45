/**
 * 法定节假日: days off and the weekends worked instead, year by year as the State Council's office announces them, mostly in
 * the November before. Data only; how working days are counted stands in working-days.ts.
 */
import type { CalendarDay } from './calendar-day.ts';

export interface HolidayYear {
  /** First and last day of each rest, both included. */
  readonly rests: readonly (readonly [CalendarDay, CalendarDay])[];
  /** Saturdays and Sundays on which the country works. */
  readonly worked: readonly CalendarDay[];
}

/** 国务院办公厅关于部分节假日安排的通知, one entry a year. A year that is announced is added here. */
export const ANNOUNCED: Readonly<Record<string, HolidayYear>> = {
  '2025': {
    rests: [
      ['2025-01-01', '2025-01-01'],
      ['2025-01-28', '2025-02-04'],
      ['2025-04-04', '2025-04-06'],
      ['2025-05-01', '2025-05-05'],
      ['2025-05-31', '2025-06-02'],
      ['2025-10-01', '2025-10-08'],
    ],
    worked: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  '2026': {
    rests: [
      ['2026-01-01', '2026-01-03'],
      ['2026-02-15', '2026-02-23'],
      ['2026-04-04', '2026-04-06'],
      ['2026-05-01', '2026-05-05'],
      ['2026-06-19', '2026-06-21'],
      ['2026-09-25', '2026-09-27'],
      ['2026-10-01', '2026-10-07'],
    ],
    worked: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
};

/**
 * The festivals that the law names (《全国年节及纪念日放假办法》, 2024), for years not announced yet: what is certain about
 * them. The days that follow the moon and the sun are given by year; the others are the same each year.
 */
export const FIXED_FESTIVALS: readonly string[] = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'];

/** Eve of the Spring Festival (four days from it), Qingming, Dragon Boat, Mid-Autumn. */
export const MOVING_FESTIVALS: Readonly<
  Record<string, readonly [CalendarDay, CalendarDay, CalendarDay, CalendarDay]>
> = {
  '2027': ['2027-02-05', '2027-04-05', '2027-06-09', '2027-09-15'],
  '2028': ['2028-01-25', '2028-04-04', '2028-05-28', '2028-10-03'],
  '2029': ['2029-02-12', '2029-04-04', '2029-06-16', '2029-09-22'],
  '2030': ['2030-02-02', '2030-04-05', '2030-06-05', '2030-09-12'],
};
