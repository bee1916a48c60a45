/** What everything generated shares: who writes, what day it is, and what was given out already. */
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { Instant } from '#shared/kernel/clock.ts';
import type { Desk } from '#main/db/journal.ts';
import type { DwellerBook } from '#main/seed/people/dwellers.ts';
import type { NumberBook } from '#main/seed/people/numbers.ts';
import type { Random } from '#main/seed/random.ts';

export interface World {
  readonly desk: Desk;
  readonly random: Random;
  readonly numbers: NumberBook;
  /** Who lives here, as far as somebody asks again. */
  readonly dwellers: DwellerBook;
  readonly now: Instant;
  readonly today: CalendarDay;
  /** Staff ids. */
  readonly officer: string;
  readonly auxiliaries: readonly string[];
  /** The officer's name, as the police grids carry it. */
  readonly officerName: string;
}

/** Where a seeded record comes from. */
export const SEEDED = { source: 'seed', synthetic: true } as const;
