/** What the rows say of people, packed; taken out one by one as it is needed. */
import type { PersonFacts } from './facts.ts';
import { packedLines } from './packed-lines.ts';

export interface FactStore {
  put(place: number, facts: PersonFacts): void;
  at(place: number): PersonFacts;
}

export function factStore(): FactStore {
  const lines = packedLines();
  return {
    put: (place, facts) => lines.put(place, partsOf(facts)),
    at: (place) => factsOf(lines.at(place)),
  };
}

/** An empty part stands for nothing: no field but the name and the household's number is ever ''. */
function partsOf(facts: PersonFacts): string[] {
  return [
    facts.name,
    facts.otherName ?? '',
    facts.idType,
    facts.idNumber ?? '',
    facts.sex,
    facts.birthDate ?? '',
    facts.phone ?? '',
    facts.phone2 ?? '',
    facts.phone3 ?? '',
    facts.registerAddress ?? '',
    facts.residenceType,
    facts.housing ?? '',
    facts.relation ?? '',
    facts.householdNumber,
    facts.stayFrom ?? '',
    facts.stayUntil ?? '',
    facts.outState ?? '',
    facts.outOn ?? '',
  ];
}

function factsOf(parts: readonly string[]): PersonFacts {
  const part = (at: number) => parts[at] ?? '';
  const filled = (at: number) => parts[at] || null;
  return {
    name: part(0),
    otherName: filled(1),
    idType: part(2) as PersonFacts['idType'],
    idNumber: filled(3),
    sex: part(4) as PersonFacts['sex'],
    birthDate: filled(5),
    phone: filled(6),
    phone2: filled(7),
    phone3: filled(8),
    registerAddress: filled(9),
    residenceType: part(10) as PersonFacts['residenceType'],
    housing: filled(11) as PersonFacts['housing'],
    relation: filled(12) as PersonFacts['relation'],
    householdNumber: part(13),
    stayFrom: filled(14),
    stayUntil: filled(15),
    outState: filled(16) as PersonFacts['outState'],
    outOn: filled(17),
  };
}
