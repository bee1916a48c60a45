/** 关爱服务 of a made-up town: one consent to a hundred people, most of them of older people, a few waiting to be looked at. */
import { addDays, daysBetween } from '#shared/kernel/calendar-day.ts';
import { ageOn } from '#shared/kernel/citizen-number.ts';
import { careEndsOn, HELP_OF, type CareCode } from '#shared/ledgers/care/care.ts';
import { careConsentsLedger } from '#main/ledgers/care/table.ts';
import { syntheticMobile } from '#main/seed/people/phones.ts';
import { visitorName } from '#main/seed/people/visitors.ts';
import type { Weighted } from '#main/seed/random.ts';
import { SEEDED, type World } from '#main/seed/world.ts';

const PEOPLE_A_CONSENT = 100;
const OLD = 65;
/** Of children the committee keeps the file; after a release an administrator decides first: neither is made up. */
const OF_OLD: readonly Weighted<CareCode>[] = [
  ['CA01', 70],
  ['CA02', 18],
  ['CA03', 12],
];
const OF_OTHERS: readonly Weighted<CareCode>[] = [
  ['CA03', 75],
  ['CA05', 25],
];
/** A paper is looked at within these days; one in ten came in since. */
const WAITING_DAYS = 5;
const ONE_IN = 10;
/** The newest was signed today, the oldest ends tomorrow. */
const OLDEST_DAYS = 364;

/** @returns how many consents there are */
export function putCare(
  { desk, random, today, officer, auxiliaries, dwellers }: World,
  people: number,
): number {
  const wanted = Math.min(dwellers.all.length, Math.round(people / PEOPLE_A_CONSENT));
  // Older people first, so that those who live alone are among them.
  const old = dwellers.all.filter(({ birthDate }) => ageOn(birthDate, today) >= OLD);
  const others = dwellers.all.filter(({ birthDate }) => ageOn(birthDate, today) < OLD);
  const chosen = [...old.slice(0, Math.round(wanted * 0.8)), ...others].slice(0, wanted);
  for (const [at, { residentId, birthDate }] of chosen.entries()) {
    const isOld = ageOn(birthDate, today) >= OLD;
    const category = random.weighted(isOld ? OF_OLD : OF_OTHERS);
    const signedOn = addDays(today, -random.below(at % ONE_IN === 0 ? WAITING_DAYS : OLDEST_DAYS));
    const isApproved = daysBetween(signedOn, today) > WAITING_DAYS;
    desk.put(careConsentsLedger, {
      category,
      residentId,
      consentBy: 'self',
      guardianName: '',
      signedOn,
      endsOn: careEndsOn(signedOn),
      help: random.pick(HELP_OF[category]),
      contact: random.chance(0.8) ? 'family' : 'neighbour',
      contactName: visitorName(random),
      contactPhone: syntheticMobile(random),
      deskLine: random.chance(0.7),
      state: isApproved ? 'approved' : 'waiting',
      enteredBy: random.pick(auxiliaries),
      approvedBy: isApproved ? officer : null,
      withdrawnOn: null,
      ...SEEDED,
    });
  }
  return chosen.length;
}
