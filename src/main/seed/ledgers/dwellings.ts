/** 实有房屋 and 出租房屋: one record a door. */
import { addDays } from '#shared/kernel/calendar-day.ts';
import type { DwellingUse, RentalUse } from '#shared/ledgers/population/dwellings.ts';
import { dwellingsLedger } from '#main/ledgers/population/tables.ts';
import { givenName } from '#main/seed/people/names.ts';
import { syntheticMobile } from '#main/seed/people/phones.ts';
import type { Door } from '#main/seed/place/elements.ts';
import { drawSurname } from '#main/seed/words/surnames.ts';
import { SEEDED, type World } from '#main/seed/world.ts';
import type { Checked } from './checked.ts';

export interface Owner {
  readonly name: string | null;
  readonly phone: string | null;
}

const PLEDGED = 0.85;

/** @param own who lives there and owns it; null where the owner lives elsewhere */
export function putDwelling(
  world: World,
  door: Door,
  use: DwellingUse,
  checked: Checked,
  people: number,
  own: Owner | null,
): void {
  const owner = own ?? somebody(world, use === 'let' ? 1 : 0.6);
  world.desk.put(dwellingsLedger, {
    addressId: door.id,
    use,
    ownerName: owner.name,
    ownerPhone: owner.phone,
    ...(use === 'let' ? letting(world, owner, people) : {}),
    ...checked,
    ...SEEDED,
  });
}

/** Somebody who owns a flat and does not live in it; nobody knows them all. */
function somebody({ random }: World, known: number): Owner {
  if (!random.chance(known)) return { name: null, phone: null };
  const born = random.between(1950, 1990);
  const name = drawSurname(random) + givenName(random, random.chance(0.6) ? '1' : '2', born);
  return { name, phone: random.chance(0.9) ? syntheticMobile(random) : null };
}

function letting({ random, today }: World, owner: Owner, people: number) {
  const letFrom = addDays(today, -random.between(20, 900));
  const pledged = random.chance(PLEDGED);
  const agent = random.chance(0.1);
  const use: RentalUse = random.weighted([
    ['02', 92],
    ['01', 5],
    ['99', 3],
  ]);
  return {
    rentalUse: use,
    landlordName: owner.name,
    landlordPhone: owner.phone,
    agentName: agent ? drawSurname(random) + givenName(random, '1', 1985) : null,
    agentPhone: agent ? syntheticMobile(random) : null,
    letFrom,
    letTo: random.chance(0.7) ? addDays(letFrom, 365 * random.between(1, 3)) : null,
    occupants: people,
    pledgeOn: pledged ? addDays(letFrom, random.below(15)) : null,
    safetyCheckedOn: random.chance(0.75) ? addDays(today, -random.between(5, 500)) : null,
  };
}
