/** A household and its people as records: names, numbers, phones, register, and who looks after the children. */
import { addDays } from '#shared/kernel/calendar-day.ts';
import { CHILD_AGE, retainResidentUntil, type OutState } from '#shared/ledgers/population/residents.ts';
import type { NewRow } from '#main/db/ledger-table.ts';
import { householdsLedger, residentsLedger, type residents } from '#main/ledgers/population/tables.ts';
import { ageAt, dayText } from '#main/seed/people/days.ts';
import type { Kin } from '#main/seed/people/kin.ts';
import { givenName } from '#main/seed/people/names.ts';
import { syntheticLandline, syntheticMobile } from '#main/seed/people/phones.ts';
import { birthDivision } from '#main/seed/people/registers.ts';
import type { Door } from '#main/seed/place/elements.ts';
import { drawSurname } from '#main/seed/words/surnames.ts';
import type { Weighted } from '#main/seed/random.ts';
import { SEEDED, type World } from '#main/seed/world.ts';
import { UNCHECKED, type Checked } from './checked.ts';
import type { Owner } from './dwellings.ts';
import type { Stay } from './stays.ts';

type Person = NewRow<typeof residents>;
type Contact = Pick<Person, 'phone' | 'phone2'>;

const WITHOUT_PHONE = 0.12;
const TWO_PHONES = 0.04;
const LANDLINE = 0.04;
const PHONE_AGE = 12;
const OLD_AGE = 70;
/** Of a household that was verified, those nobody saw. */
const UNSEEN = 0.04;
const GONE = 0.015;
const REGISTERED_ONLY = 0.008;

const GONE_OLD: readonly Weighted<OutState>[] = [
  ['dead', 70],
  ['moved', 30],
];
const GONE_YOUNG: readonly Weighted<OutState>[] = [
  ['moved', 62],
  ['left', 33],
  ['dead', 4],
  ['missing', 1],
];

export function putHousehold(
  world: World,
  door: Door,
  kin: readonly Kin[],
  stay: Stay,
  checked: Checked,
): Owner {
  const { desk, random } = world;
  const number =
    stay.residenceType === 'registered'
      ? `519901${String(random.below(1_000_000_000)).padStart(9, '0')}`
      : '';
  const household = desk.put(householdsLedger, { addressId: door.id, kind: stay.kind, number, ...SEEDED });
  const surnames = { family: drawSurname(random), wife: drawSurname(random) };
  const taken = new Set<string>();
  const shared: Base = { household: household.id, door, stay, checked };
  let guardian: string | null = null;
  let owner: Owner = { name: null, phone: null };
  // Whoever may be a guardian first, but the head before everybody.
  for (const [at, one] of [...kin].sort((a, b) => Number(isChild(a)) - Number(isChild(b))).entries()) {
    const surname = one.surname === 'own' ? drawSurname(random) : surnames[one.surname];
    const name = freshName(world, surname, one, taken);
    const person = personOf(world, shared, one, name, guardian, kin.length);
    const { id } = desk.put(residentsLedger, person);
    guardian ??= isChild(one) ? null : id;
    if (at === 0) {
      owner = { name, phone: person.phone ?? null };
      noteDweller(world, door, id, person);
    }
  }
  return owner;
}

function noteDweller({ dwellers }: World, door: Door, residentId: string, person: Person): void {
  const { name, sex, birthDate = null, phone = null, outState = null } = person;
  if (birthDate === null || outState !== null) return;
  const { id: addressId, line, policeGrid } = door;
  dwellers.note({ residentId, name, sex, birthDate, phone, addressId, line, policeGrid });
}

interface Base {
  readonly household: string;
  readonly door: Door;
  readonly stay: Stay;
  readonly checked: Checked;
}

function personOf(
  world: World,
  { household, door, stay, checked }: Base,
  kin: Kin,
  name: string,
  guardian: string | null,
  members: number,
): Person {
  const { random, numbers } = world;
  const seen = random.chance(UNSEEN) ? UNCHECKED : checked;
  const age = ageAt(kin.born);
  const isHead = kin.relation === '02' || kin.relation === '01';
  const hasNumber = age > 0 ? !random.chance(0.003) : random.chance(0.6);
  const isAway =
    !isHead && age >= 18 && stay.residenceType === 'registered' && random.chance(REGISTERED_ONLY);
  return {
    name,
    idType: hasNumber ? '111' : 'none',
    idNumber: hasNumber ? numbers.next(birthDivision(random, stay.register), kin.born, kin.sex) : null,
    sex: kin.sex,
    birthDate: dayText(kin.born),
    ...contact(world, age),
    addressId: door.id,
    registerAddress: stay.register.address,
    registerDivision: stay.register.division,
    residenceType: isAway ? 'empty' : stay.residenceType,
    housing: isAway ? null : stay.housing,
    householdId: household,
    relation: kin.relation,
    stayFrom: stay.from,
    stayUntil: stay.until,
    guardianId: isChild(kin) ? guardian : null,
    ...emergency(world, age, members),
    noticeGivenOn: seen.verifiedHow === 'sheet' ? null : seen.verifiedOn,
    ...gone(world, age, isHead && members > 1),
    ...seen,
    ...SEEDED,
  };
}

function contact({ random }: World, age: number): Contact {
  if (age < PHONE_AGE || random.chance(WITHOUT_PHONE)) return {};
  const phone =
    age > OLD_AGE && random.chance(LANDLINE * 3) ? syntheticLandline(random) : syntheticMobile(random);
  return random.chance(TWO_PHONES) ? { phone, phone2: syntheticMobile(random) } : { phone };
}

/** Kept for old people by themselves who agreed to it. */
function emergency(
  { random }: World,
  age: number,
  members: number,
): Pick<Person, 'emergencyContact' | 'emergencyConsent'> {
  if (age < OLD_AGE || members > 2 || !random.chance(0.3)) return { emergencyConsent: false };
  const who = random.pick(['女儿', '儿子', '侄女', '邻居']);
  return { emergencyContact: `${who} ${syntheticMobile(random)}`, emergencyConsent: true };
}

function gone(
  { random, today }: World,
  age: number,
  stays: boolean,
): Pick<Person, 'outState' | 'outOn' | 'retainUntil'> {
  if (stays || age < 18 || !random.chance(GONE * 1.5)) return {};
  const outOn = addDays(today, -random.between(3, 330));
  const outState = random.weighted(age >= OLD_AGE ? GONE_OLD : GONE_YOUNG);
  return { outState, outOn, retainUntil: retainResidentUntil(outOn) };
}

/** Nobody in one household has another's whole name. */
function freshName({ random }: World, surname: string, { sex, born }: Kin, taken: Set<string>): string {
  const year = Number(dayText(born).slice(0, 4));
  for (let tries = 0; ; tries += 1) {
    const name = surname + givenName(random, sex, year);
    if (taken.has(name) && tries < 20) continue;
    taken.add(name);
    return name;
  }
}

/** On the generator's day; on the office's, later one, fewer are. */
function isChild({ born }: Kin): boolean {
  return ageAt(born) < CHILD_AGE;
}
