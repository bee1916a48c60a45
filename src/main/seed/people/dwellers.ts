/** Heads of households who live here, a bounded number of them: who the quarrels of the town are between. */
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { Sex } from '#shared/ledgers/population/residents.ts';

export interface Dweller {
  readonly residentId: string;
  readonly name: string;
  readonly sex: Sex;
  readonly birthDate: CalendarDay;
  readonly phone: string | null;
  readonly addressId: string;
  readonly line: string;
  readonly policeGrid: string;
}

export interface DwellerBook {
  note(dweller: Dweller): void;
  /** In the order in which they moved in: who stands side by side lives side by side. */
  readonly all: readonly Dweller[];
}

/** More are not needed, and memory has to stay flat in a town of a million. */
const DWELLERS_MAX = 8000;
const HOUSEHOLD_MEAN = 2.4;
/** Neighbours stay together: so many doors, then a gap. */
const RUN = 6;

/** @param people how many the town will have */
export function dwellerBook(people: number): DwellerBook {
  const all: Dweller[] = [];
  const gap = Math.max(1, Math.ceil(people / HOUSEHOLD_MEAN / DWELLERS_MAX));
  let seen = 0;
  return {
    all,
    note(dweller) {
      if (Math.floor(seen / RUN) % gap === 0) all.push(dweller);
      seen += 1;
    },
  };
}
