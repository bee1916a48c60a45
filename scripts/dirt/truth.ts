/** The people behind an untidy file as they really are, before anybody typed them. */
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { RELATIONS } from '#shared/ledgers/population/relations.ts';
import { ageBalance } from '#main/seed/people/ages.ts';
import { ageAt, dayText } from '#main/seed/people/days.ts';
import { nextHousehold } from '#main/seed/people/households.ts';
import { givenName } from '#main/seed/people/names.ts';
import { HOME_DIVISION, type NumberBook } from '#main/seed/people/numbers.ts';
import { syntheticMobile } from '#main/seed/people/phones.ts';
import { registeredAt, registeredElsewhere } from '#main/seed/people/registers.ts';
import type { Random } from '#main/seed/random.ts';
import { drawSurname } from '#main/seed/words/surnames.ts';
import { lineOf, type DoorBook, type DoorParts } from './doors.ts';

export interface Truth {
  readonly household: string;
  readonly name: string;
  readonly sex: '1' | '2';
  readonly born: CalendarDay;
  readonly age: number;
  readonly number: string;
  /** Null for the 12 % of whom none is known. */
  readonly phone: string | null;
  readonly secondPhone: string | null;
  readonly door: DoorParts;
  /** As the table of relations has it. */
  readonly relation: string;
  readonly registerAddress: string;
  readonly residence: '户籍人口' | '人户分离' | '流动人口';
}

export interface TruthSource {
  readonly random: Random;
  readonly numbers: NumberBook;
  readonly doors: DoorBook;
  /** False for a name that the file's encoding cannot hold. */
  readonly mayBe: (name: string) => boolean;
}

const WITHOUT_PHONE = 0.12;
const TWO_PHONES = 0.04;
const WORDS = new Map<string, string>(RELATIONS.map(({ code, zh }) => [code, zh]));

/** Whole households until there are so many people. */
export function truths(source: TruthSource, people: number, serial: string): Truth[] {
  const { random, numbers, doors } = source;
  const balance = ageBalance('town', 0);
  const found: Truth[] = [];
  for (let count = 1; found.length < people; count += 1) {
    const kin = nextHousehold(random, 'town', balance, Math.min(6, people - found.length));
    const household = `${serial}${String(count).padStart(5, '0')}`;
    const door = doors.next();
    const moved = random.chance(0.3);
    const register = moved ? registeredElsewhere(random, 0.5) : registeredAt(lineOf(door));
    const residence = !moved ? '户籍人口' : random.chance(0.6) ? '人户分离' : '流动人口';
    const surnames = { family: drawSurname(random), wife: drawSurname(random) };
    const taken = new Set<string>();
    for (const { born, sex, relation, surname } of kin) {
      const own = surname === 'own' ? drawSurname(random) : surnames[surname];
      const hasPhone = ageAt(born) >= 12 && !random.chance(WITHOUT_PHONE);
      found.push({
        household,
        name: freshName(source, own, sex, born, taken),
        sex,
        born: dayText(born),
        age: ageAt(born),
        number: numbers.next(HOME_DIVISION, born, sex),
        phone: hasPhone ? syntheticMobile(random) : null,
        secondPhone: hasPhone && random.chance(TWO_PHONES) ? syntheticMobile(random) : null,
        door,
        relation: WORDS.get(relation) ?? '其他',
        registerAddress: register.address,
        residence,
      });
    }
  }
  return found;
}

function freshName(
  { random, mayBe }: TruthSource,
  surname: string,
  sex: '1' | '2',
  born: number,
  taken: Set<string>,
): string {
  const year = Number(dayText(born).slice(0, 4));
  for (;;) {
    const name = surname + givenName(random, sex, year);
    if (taken.has(name) || !mayBe(name)) continue;
    taken.add(name);
    return name;
  }
}
