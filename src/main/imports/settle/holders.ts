/** Everybody the rows so far speak of, found by what tells people apart. */
import type { FactStore } from '#main/imports/rows/fact-store.ts';
import type { PersonFacts } from '#main/imports/rows/facts.ts';
import type { DoorKey } from './doors.ts';
import type { KnownPerson } from './known-people.ts';

/** A person: a record of the ledger, or the first row that speaks of somebody new. */
export interface Holder {
  readonly known: KnownPerson | null;
  /** Place of the row; null for a record of the ledger. */
  readonly at: number | null;
  readonly door: DoorKey;
  /** What later rows added; null where nothing. */
  fills: Partial<PersonFacts> | null;
}

/** As the record will stand. Made anew at each call: nobody keeps a hundred thousand of them. */
export function factsOf({ known, at, fills }: Holder, facts: FactStore): PersonFacts {
  const own = known === null ? facts.at(at ?? 0) : known.facts;
  return fills === null ? own : { ...own, ...fills };
}

export interface Holders {
  add(holder: Holder, facts: PersonFacts): void;
  /** The holder of a record of the ledger, taken in when it is first asked for. */
  ofKnown(known: KnownPerson): Holder;
  withNumber(number: string): readonly Holder[];
  withNameBirth(name: string, birthDate: string): readonly Holder[];
  withNameDoor(name: string, door: DoorKey): readonly Holder[];
}

export function openHolders(store: FactStore): Holders {
  const byNumber = groups();
  const byNameBirth = groups();
  const byNameDoor = groups();
  const known = new Map<string, Holder>();

  function index(holder: Holder, { name, idNumber, birthDate }: PersonFacts): void {
    if (idNumber !== null) byNumber.add(hash(idNumber), holder);
    if (birthDate !== null) byNameBirth.add(hash(birthDate, hash(name)), holder);
    byNameDoor.add(hash(holder.door, hash(name)), holder);
  }

  /** Of those whose keys have one hash, the ones that are meant. */
  function meant(
    found: readonly Holder[],
    isMeant: (facts: PersonFacts, holder: Holder) => boolean,
  ): readonly Holder[] {
    return found.length === 0 ? found : found.filter((holder) => isMeant(factsOf(holder, store), holder));
  }

  return {
    add: index,
    ofKnown(person) {
      let holder = known.get(person.id);
      if (holder === undefined) {
        holder = { known: person, at: null, door: person.addressId, fills: null };
        known.set(person.id, holder);
        index(holder, person.facts);
      }
      return holder;
    },
    withNumber: (number) => meant(byNumber.get(hash(number)), ({ idNumber }) => idNumber === number),
    withNameBirth: (wanted, birth) =>
      meant(
        byNameBirth.get(hash(birth, hash(wanted))),
        ({ name, birthDate }) => name === wanted && birthDate === birth,
      ),
    withNameDoor: (wanted, wantedDoor) =>
      meant(
        byNameDoor.get(hash(wantedDoor, hash(wanted))),
        ({ name }, { door }) => name === wanted && door === wantedDoor,
      ),
  };
}

const NOBODY: readonly Holder[] = [];
/** Namesakes behind one door, or with one birthday, that a row is held against: nobody has more in earnest. */
const COMPARED_MAX = 500;

/** Mostly one under a key: an array for each would cost more than the people. */
function groups() {
  const map = new Map<number, Holder | Holder[]>();
  return {
    add(key: number, holder: Holder) {
      const there = map.get(key);
      if (there === undefined) map.set(key, holder);
      else if (Array.isArray(there)) {
        if (there.length < COMPARED_MAX && !there.includes(holder)) there.push(holder);
      } else if (there !== holder) map.set(key, [there, holder]);
    },
    get(key: number): readonly Holder[] {
      const there = map.get(key);
      return there === undefined ? NOBODY : Array.isArray(there) ? there : [there];
    },
  };
}

/** FNV-1a over UTF-16 units, folded to 30 bits: a number of that size needs no room of its own. */
function hash(text: string, from = 0x811c9dc5): number {
  let value = from;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return ((value >>> 0) ^ (value >>> 30)) & 0x3fffffff;
}
