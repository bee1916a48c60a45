/** Identity numbers of synthetic people: valid by their check digit, under division codes that never were. */
import { checkDigit17 } from '#shared/kernel/citizen-number.ts';
import type { Sex } from '#shared/ledgers/population/residents.ts';
import { dayText, FIRST_DAY, LAST_DAY } from '#main/seed/people/days.ts';

/** Counties of the made-up city. No code of GB/T 2260 ever had 99 as its middle pair. */
export const COUNTIES = [
  { division: '519901', name: '演示区' },
  { division: '519902', name: '示范区' },
  { division: '519903', name: '样例县' },
  { division: '519904', name: '范本县' },
  { division: '519905', name: '试点县' },
  { division: '519906', name: '预演县' },
  { division: '519907', name: '模拟县' },
  { division: '519908', name: '参照县' },
] as const;
export type Division = (typeof COUNTIES)[number]['division'];

export const HOME_DIVISION = '519901' satisfies Division;
export const OTHER_COUNTIES = COUNTIES.filter(({ division }) => division !== HOME_DIVISION);

/** Numbers a day, county and sex: three digits, odd for men. */
const SEQUENCES = 500;
/** Coprime with 500: the order looks drawn, and no number comes twice. */
const STRIDE = 187;

const DAYS = LAST_DAY - FIRST_DAY + 1;

export interface NumberBook {
  /** A number nobody has yet. The county may be another where the day is full. */
  next(division: Division, born: number, sex: Sex): string;
}

/** Remembers how many were given out a day, never the numbers: as large for a million people as for ten. */
export function numberBook(): NumberBook {
  const given = new Uint16Array(COUNTIES.length * DAYS * 2);

  function next(county: number, born: number, sex: Sex, tries: number): string {
    if (tries === COUNTIES.length) throw new RangeError('more births on one day than there are numbers');
    const isMan = sex === '2' ? 0 : 1;
    const slot = (county * DAYS + (born - FIRST_DAY)) * 2 + isMan;
    const count = given[slot] ?? SEQUENCES;
    if (count >= SEQUENCES) return next((county + 1) % COUNTIES.length, born, sex, tries + 1);
    given[slot] = count + 1;
    const sequence = (((born - FIRST_DAY) * 7 + count * STRIDE) % SEQUENCES) * 2 + isMan;
    const division = COUNTIES[county]?.division ?? HOME_DIVISION;
    const first17 = `${division}${dayText(born).replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
    return first17 + checkDigit17(first17);
  }

  return {
    next: (division, born, sex) =>
      next(
        COUNTIES.findIndex((county) => county.division === division),
        born,
        sex,
        0,
      ),
  };
}
