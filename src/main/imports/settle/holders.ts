/** Everybody the rows so far speak of, found by what tells people apart. */
import type { PersonFacts } from '#main/imports/rows/facts.ts';
import type { KnownPerson } from './known-people.ts';
import type { DoorKey } from './doors.ts';

/** A person: a record of the ledger, or the first row that speaks of somebody new. */
export interface Holder {
  readonly known: KnownPerson | null;
  /** Place of the candidate; null for a record of the ledger. */
  readonly at: number | null;
  /** As the record will stand. */
  facts: PersonFacts;
  readonly door: DoorKey;
  /** What later rows added; null where nothing. */
  fills: Partial<PersonFacts> | null;
}

export interface Holders {
  add(holder: Holder): void;
  /** The holder of a record of the ledger, taken in when it is first asked for. */
  ofKnown(known: KnownPerson): Holder;
  /** After new facts: found by them, too. */
  refresh(holder: Holder): void;
  withNumber(number: string): readonly Holder[];
  withNameBirth(name: string, birthDate: string): readonly Holder[];
  withNameDoor(name: string, door: DoorKey): readonly Holder[];
}

export function openHolders(): Holders {
  const byNumber = groups();
  const byNameBirth = groups();
  const byNameDoor = groups();
  const known = new Map<string, Holder>();

  function index(holder: Holder): void {
    const { name, idNumber, birthDate } = holder.facts;
    if (idNumber !== null) byNumber.add(idNumber, holder);
    if (birthDate !== null) byNameBirth.add(`${name}\n${birthDate}`, holder);
    byNameDoor.add(`${name}\n${holder.door}`, holder);
  }

  return {
    add: index,
    ofKnown(person) {
      let holder = known.get(person.id);
      if (holder === undefined) {
        holder = { known: person, at: null, facts: person.facts, door: person.addressId, fills: null };
        known.set(person.id, holder);
        index(holder);
      }
      return holder;
    },
    refresh: index,
    withNumber: (number) => byNumber.get(number),
    withNameBirth: (name, birthDate) => byNameBirth.get(`${name}\n${birthDate}`),
    withNameDoor: (name, door) => byNameDoor.get(`${name}\n${door}`),
  };
}

const NOBODY: readonly Holder[] = [];

/** Mostly one under a key: an array for each would cost more than the people. */
function groups() {
  const map = new Map<string, Holder | Holder[]>();
  return {
    add(key: string, holder: Holder) {
      const there = map.get(key);
      if (there === undefined) map.set(key, holder);
      else if (Array.isArray(there)) {
        if (!there.includes(holder)) there.push(holder);
      } else if (there !== holder) map.set(key, [there, holder]);
    },
    get(key: string): readonly Holder[] {
      const there = map.get(key);
      return there === undefined ? NOBODY : Array.isArray(there) ? there : [there];
    },
  };
}
