/** One box for people, addresses and units. Opened once: compiling a statement takes longer than a search. */
import {
  FOUND_ADDRESSES_MAX,
  FOUND_PEOPLE_MAX,
  FOUND_UNITS_MAX,
  type Found,
  type FoundAddress,
  type FoundPerson,
  type FoundUnit,
} from '#shared/contract/population/search.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { ageOn, tailOf } from '#shared/kernel/citizen-number.ts';
import type { Store } from '#main/db/open.ts';
import { shortLine } from '#main/ledgers/population/places/lines.ts';
import { addressSubject, aliasMeant } from './addresses.ts';
import { openPeople, type Person } from './people.ts';
import { isOfChild, type FoundBy } from './people-words.ts';
import { openPlaces, type AddressFacts, type Places } from './places.ts';
import { seek, type Sought } from './seek.ts';
import { checkDigitDiffers, readTyped, type Word } from './typed.ts';
import { openUnits } from './units.ts';

export interface Finding {
  find(text: string, role: Caller['role'], today: CalendarDay): Found;
  /** Ids of people, best first; null where the text says nothing. */
  peopleIn(text: string, role: Caller['role'], today: CalendarDay, most: number): string[] | null;
}

const NOTHING: Found = {
  people: [],
  morePeople: false,
  addresses: [],
  units: [],
  checkDigitDiffers: false,
};

/** @param office `519901-07` */
export function openFinding(raw: Pick<Store['raw'], 'prepare'>, office: string): Finding {
  const startPlaces = openPlaces(raw, office);
  const startPeople = openPeople(raw, office);
  const startUnits = openUnits(raw, office);

  return {
    find(text, role, today) {
      const words = readTyped(text);
      if (words.length === 0) return NOTHING;
      const places = startPlaces();
      const people = seek(
        words,
        startPeople({ role, today, places, alone: words.length === 1 }),
        FOUND_PEOPLE_MAX,
      );
      const units = seek(words, startUnits(places), FOUND_UNITS_MAX).found;
      return {
        people: people.found.map((one) => shownPerson(one, today)),
        morePeople: people.more,
        addresses: addressesIn(text, words, places),
        units: units.map(({ row }): FoundUnit => ({
          id: row.id,
          name: row.name,
          addressLine: row.line ?? '',
        })),
        checkDigitDiffers: units.length === 0 && words.some(checkDigitDiffers),
      };
    },
    peopleIn(text, role, today, most) {
      const words = readTyped(text);
      if (words.length === 0) return null;
      const options = { role, today, places: startPlaces(), alone: words.length === 1 };
      return seek(words, startPeople(options), most).found.map(({ row }) => row.id);
    },
  };

  /** One address in several words, and then what fits each of the words. */
  function addressesIn(text: string, words: readonly Word[], places: Places): FoundAddress[] {
    const subject = addressSubject(places);
    const joined = words.length === 1 ? [] : readTyped(text.replace(/\s+/gu, ''));
    const ways = [joined, words].filter((way) => way.length > 0);
    const found = new Map<string, FoundAddress>();
    for (const way of ways)
      for (const { row } of seek(way, subject, FOUND_ADDRESSES_MAX).found)
        if (found.size < FOUND_ADDRESSES_MAX && !found.has(row.id)) found.set(row.id, shownAddress(row, way));
    return [...found.values()];
  }
}

function shownPerson({ row, by }: Sought<Person, FoundBy>, today: CalendarDay): FoundPerson {
  const { id, name, sex, birthDate, addressId, idNumber, outState } = row;
  return {
    id,
    name,
    sex,
    age: birthDate === null ? null : ageOn(birthDate, today),
    place: placeOf(row),
    addressId,
    idTail: idNumber === null || isOfChild(row, today) ? null : tailOf(idNumber),
    outState,
    by:
      by.find((why) => why !== 'name' && why !== 'address') ?? by.find((why) => why === 'name') ?? 'address',
  };
}

function placeOf({ line, kind, door }: Person): string {
  return line === null || kind === null || door === null ? '' : shortLine({ line, kind, name: door });
}

function shownAddress(row: AddressFacts, words: readonly Word[]): FoundAddress {
  const { id, kind, line } = row;
  return { id, kind, line, alias: aliasMeant(row, words) };
}
