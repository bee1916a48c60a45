/** A made-up matter as it came in: kinds in the shares that practice counts, answers that fit them, and two who live here. */
import { addDays, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { ageOn } from '#shared/kernel/citizen-number.ts';
import type { DisputeSource, DisputeType, Level } from '#shared/ledgers/disputes/codes.ts';
import { needsGridWorker, needsOfficer } from '#shared/ledgers/disputes/intake.ts';
import { FULL_AGE, type Party, type Side } from '#shared/ledgers/disputes/parties.ts';
import type { Answers } from '#shared/ledgers/disputes/questions.ts';
import type { CheckedIntake } from '#main/ledgers/disputes/intake.ts';
import type { Dweller } from '#main/seed/people/dwellers.ts';
import { visitorName } from '#main/seed/people/visitors.ts';
import { syntheticMobile } from '#main/seed/people/phones.ts';
import type { Random, Weighted } from '#main/seed/random.ts';
import type { World } from '#main/seed/world.ts';
import { DEMANDS, GRID_WORKERS, OUTDOOR_PLACES, SUMMARIES } from './words.ts';

/** The mean of a city (869 matters of August 2016) and of a rural county (5,935 of three quarters), in tenths of a per cent. */
const TYPES: readonly Weighted<DisputeType>[] = [
  ['neighbour', 300],
  ['family', 147],
  ['forest-land', 129],
  ['other', 104],
  ['damages', 81],
  ['housing-land', 58],
  ['expropriation', 42],
  ['contract', 36],
  ['medical', 34],
  ['traffic', 23],
  ['business', 18],
  ['labour', 11],
  ['village-affairs', 8],
  ['consumer', 4],
  ['environment', 4],
  ['property-services', 1],
];
const SOURCES: readonly Weighted<DisputeSource>[] = [
  ['party', 55],
  ['found', 20],
  ['visit', 10],
  ['call', 10],
  ['handed-over', 5],
];
const LEVELS: readonly Weighted<Level>[] = [
  ['grid', 25],
  ['community', 60],
  ['town', 10],
  ['station', 5],
];
/** How many of a kind are cases of public order. */
const PUBLIC_ORDER: Partial<Record<DisputeType, number>> = {
  damages: 0.4,
  traffic: 0.15,
  neighbour: 0.08,
  other: 0.08,
  business: 0.08,
};
const SLIGHT_INJURY = 0.3;
const WEAPON = 0.02;
const DANGER = 0.01;
/** Of what is said to be a family quarrel. */
const VIOLENCE = 0.08;
const MINOR = 0.03;
const AT_A_DOOR = 0.85;
/** Of the parties, those who are picked from the ledger. */
const PICKED = 0.8;
const MONEY: ReadonlySet<DisputeType> = new Set([
  'damages',
  'contract',
  'labour',
  'traffic',
  'consumer',
  'medical',
]);

export interface Drawn {
  readonly intake: CheckedIntake;
  readonly parties: readonly Party[];
}

/** @param mayBeViolent false where its term would be over by now */
export function drawMatter(world: World, receivedOn: CalendarDay, mayBeViolent: boolean): Drawn {
  const { random, officer, dwellers } = world;
  const type = random.weighted(TYPES);
  const answers = drawAnswers(random, type, mayBeViolent);
  const at = random.below(dwellers.all.length);
  const [here, beside] = [dwellers.all[at], dwellers.all[(at + 1) % dwellers.all.length]];
  const door = here !== undefined && random.chance(AT_A_DOOR) ? here : null;
  const gridWorker = needsGridWorker(type) && !answers.violence ? random.pick(GRID_WORKERS) : '';
  const intake: CheckedIntake = {
    type,
    raisedBy: random.weighted(SOURCES),
    addressId: door?.addressId ?? null,
    place: door?.line ?? random.pick(OUTDOOR_PLACES),
    policeGrid: door?.policeGrid ?? null,
    happenedOn: random.chance(0.7) ? addDays(receivedOn, -random.below(6)) : null,
    summary: random.pick(SUMMARIES[type]),
    demands: random.chance(0.6) ? random.pick(DEMANDS) : '',
    amount: MONEY.has(type) && random.chance(0.7) ? 100 * random.between(2, 300) : null,
    level: random.weighted(LEVELS),
    officer: needsOfficer({ type, answers }) ? officer : null,
    gridWorker,
    answers,
  };
  const parties = [drawParty(random, 'a', here, receivedOn), drawParty(random, 'b', beside, receivedOn)];
  return { intake, parties: answers.minor ? parties.with(1, childOf(random, parties[1])) : parties };
}

function drawAnswers(random: Random, type: DisputeType, mayBeViolent: boolean): Answers {
  // Drawn whether it counts or not, so that what follows is the same on every day.
  const isViolent = random.chance(VIOLENCE);
  const violence = type === 'family' && isViolent && mayBeViolent;
  const isPublic = random.chance(PUBLIC_ORDER[type] ?? 0);
  const isHurt = random.chance(SLIGHT_INJURY);
  const isArmed = random.chance(WEAPON);
  const isDangerous = random.chance(DANGER);
  const isYoung = random.chance(MINOR);
  return {
    danger: isDangerous,
    injury: isPublic && isHurt ? 'slight' : 'none',
    weapon: isPublic && isArmed,
    violence,
    minor: isYoung && !violence,
    nature: isPublic ? 'public-order' : 'civil',
  };
}

function drawParty(random: Random, side: Side, dweller: Dweller | undefined, on: CalendarDay): Party {
  const alone = { representative: null, representativeName: null, representativePhone: null };
  const isPicked = random.chance(PICKED);
  const stranger = { name: visitorName(random), phone: random.chance(0.7) ? syntheticMobile(random) : null };
  const age = dweller === undefined ? 0 : ageOn(dweller.birthDate, on);
  if (!isPicked || dweller === undefined || age < FULL_AGE)
    return { side, residentId: null, sex: '0', age: null, minor: false, address: '', ...stranger, ...alone };
  const { residentId, name, sex, phone, line } = dweller;
  return { side, residentId, name, sex, age, minor: false, phone, address: line, ...alone };
}

/** A pupil, with the guardian who came along. */
function childOf(random: Random, party: Party | undefined): Party {
  const guardian = party?.name ?? visitorName(random);
  return {
    side: 'b',
    residentId: null,
    name: visitorName(random),
    sex: '0',
    age: random.between(12, 17),
    minor: true,
    phone: null,
    address: party?.address ?? '',
    representative: 'guardian',
    representativeName: guardian,
    representativePhone: party?.phone ?? null,
  };
}
