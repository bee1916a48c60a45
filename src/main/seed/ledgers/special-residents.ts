/** The special people as records, each behind a door of their own. */
import { checkDigit17, readIdNumber } from '#shared/kernel/citizen-number.ts';
import { householdsLedger, residentsLedger } from '#main/ledgers/population/tables.ts';
import { dayNumber } from '#main/seed/people/days.ts';
import { HOME_DIVISION } from '#main/seed/people/numbers.ts';
import { syntheticMobile } from '#main/seed/people/phones.ts';
import { registeredAt } from '#main/seed/people/registers.ts';
import type { NumberMaking, SpecialPerson } from '#main/seed/people/special-people.ts';
import type { Door } from '#main/seed/place/elements.ts';
import { SEEDED, type World } from '#main/seed/world.ts';
import type { Checked } from './checked.ts';
import type { Owner } from './dwellings.ts';

/** @param previous number of the special person before, of which some are made */
export function putSpecialPeople(
  world: World,
  door: Door,
  people: readonly SpecialPerson[],
  checked: Checked,
  previous: string | null,
): { readonly owner: Owner; readonly lastNumber: string | null } {
  const { desk, random } = world;
  const household = desk.put(householdsLedger, { addressId: door.id, kind: 'family', number: '', ...SEEDED });
  const phone = syntheticMobile(random);
  let lastNumber = previous;
  for (const [at, person] of people.entries()) {
    const idNumber = numberOf(world, person, lastNumber);
    const isForeign = ['414', '554', 'foreign-card', 'hmt-permit', '511', '516'].includes(person.idType);
    const register = isForeign || person.born === null ? null : registeredAt(door.line);
    desk.put(residentsLedger, {
      name: person.name,
      otherName: person.otherName ?? null,
      idType: person.idType,
      idNumber,
      sex: person.sex,
      birthDate: person.born,
      phone,
      addressId: door.id,
      registerAddress: register?.address ?? null,
      registerDivision: register?.division ?? null,
      residenceType: isForeign ? 'overseas' : 'registered',
      housing: isForeign ? '02' : '01',
      householdId: household.id,
      relation: at === 0 ? '02' : person.sex === '2' ? '77' : '73',
      emergencyConsent: false,
      noticeGivenOn: checked.verifiedOn,
      ...checked,
      ...SEEDED,
    });
    lastNumber = idNumber;
  }
  return { owner: { name: people[0]?.name ?? null, phone }, lastNumber };
}

function numberOf(
  world: World,
  { number, born, sex }: SpecialPerson,
  previous: string | null,
): string | null {
  if (number === null) return null;
  if ('text' in number) return number.text;
  if ('first17' in number) return number.first17 + checkDigit17(number.first17);
  return made(number.make, previous, () =>
    world.numbers.next(HOME_DIVISION, dayNumber(born ?? ''), sex === '2' ? '2' : '1'),
  );
}

function made(make: NumberMaking, previous: string | null, next: () => string): string {
  switch (make) {
    case 'next':
      return next();
    case 'x':
      return firstOf(next, (number) => number.endsWith('X'));
    case 'old': {
      const number = next();
      return number.slice(0, 6) + number.slice(8, 17);
    }
    case 'wrong':
      return next().replace(/.$/u, (check) => (check === '5' ? '6' : '5'));
    case 'rounded':
      return firstOf(
        () => `${next().slice(0, 15)}000`,
        (number) => readIdNumber(number).flaw === 'rounded',
      );
    case 'same':
      return previous ?? next();
    case 'one-digit':
      return (previous ?? next()).replace(/.(?=.$)/u, (digit) => String((Number(digit) + 2) % 10));
  }
}

function firstOf(next: () => string, fits: (number: string) => boolean): string {
  for (let tries = 0; tries < 400; tries += 1) {
    const number = next();
    if (fits(number)) return number;
  }
  throw new RangeError('no such number was left');
}
