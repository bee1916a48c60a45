/** When a door was last found true, and the visits that led there, spread over three years. */
import {
  addDays,
  addMonths,
  daysBetween,
  startOfDay,
  type CalendarDay,
} from '#shared/kernel/calendar-day.ts';
import {
  HOME_VISIT_RETENTION_MONTHS,
  type VisitPurpose,
  type VisitResult,
} from '#shared/ledgers/population/home-visits.ts';
import {
  ASK_AGAIN_MONTHS,
  STALE_MONTHS,
  type Freshness,
  type VerifiedHow,
} from '#shared/ledgers/population/verified.ts';
import { homeVisitsLedger } from '#main/ledgers/population/tables.ts';
import type { Weighted } from '#main/seed/random.ts';
import { SEEDED, type World } from '#main/seed/world.ts';

export interface Checked {
  readonly verifiedOn: CalendarDay | null;
  readonly verifiedBy: string | null;
  readonly verifiedHow: VerifiedHow | null;
}

export const UNCHECKED: Checked = { verifiedOn: null, verifiedBy: null, verifiedHow: null };

/** Shares of the doors, per cent. */
const STATES: readonly Weighted<Freshness>[] = [
  ['fresh', 34],
  ['due', 56],
  ['stale', 4],
  ['never', 6],
];
const HOWS: readonly Weighted<VerifiedHow>[] = [
  ['visit', 70],
  ['counter', 20],
  ['sheet', 10],
];

/** Visits to a door beside the one that verified it. */
const OTHERS: readonly Weighted<number>[] = [
  [0, 22],
  [1, 32],
  [2, 26],
  [3, 14],
  [4, 6],
];
const RESULTS: readonly Weighted<VisitResult>[] = [
  ['met', 58],
  ['nobody', 35],
  ['refused', 4],
  ['moved-away', 2],
  ['no-such-address', 1],
];
const PURPOSES: readonly Weighted<VisitPurpose>[] = [
  ['publicity', 40],
  ['hazard', 25],
  ['follow-up', 20],
  ['verify', 15],
];
/** Beyond the oldest visit that is still kept a check has no visit. */
const VISITS_KEPT_MONTHS = HOME_VISIT_RETENTION_MONTHS - 1;
const COME_AGAIN_DAYS = 14;

export function drawChecked({ random, today, auxiliaries, officer }: World): Checked {
  const state = random.weighted(STATES);
  if (state === 'never') return UNCHECKED;
  const verifiedHow = random.weighted(HOWS);
  const verifiedBy = random.chance(0.25) ? officer : random.pick(auxiliaries);
  return { verifiedOn: dayIn(state), verifiedBy, verifiedHow };

  function dayIn(of: Exclude<Freshness, 'never'>): CalendarDay {
    const asked = daysBetween(addMonths(today, -ASK_AGAIN_MONTHS), today);
    const stale = daysBetween(addMonths(today, -STALE_MONTHS), today);
    if (of === 'fresh') return addDays(today, -random.between(1, asked - 1));
    if (of === 'stale') return addDays(today, -random.between(stale + 1, stale + 365));
    // More of them lately: squared.
    const part = random.next() ** 2;
    return addDays(today, -(asked + 1 + Math.floor(part * (stale - asked - 2))));
  }
}

/** The visit that verified the door, and others before and after. */
export function putVisits(world: World, addressId: string, checked: Checked, isLet: boolean): void {
  const { random, today } = world;
  const oldest = addMonths(today, -VISITS_KEPT_MONTHS);
  const span = daysBetween(oldest, today);
  const { verifiedOn, verifiedHow } = checked;
  if (verifiedOn !== null && verifiedHow !== null && verifiedOn > oldest)
    putVisit(world, addressId, verifiedOn, 'verify', 'met', verifiedHow);
  for (let left = random.weighted(OTHERS); left > 0; left -= 1) {
    const on = addDays(today, -random.between(1, span - 1));
    const drawn = random.weighted(PURPOSES);
    const purpose = isLet && random.chance(0.4) ? 'rental' : drawn;
    // Had somebody been met to verify after that day, it would be the day of verification.
    const later = verifiedOn === null || on > verifiedOn;
    const result = purpose === 'verify' && later ? 'nobody' : random.weighted(RESULTS);
    putVisit(world, addressId, on, purpose, result, 'visit');
  }
}

function putVisit(
  { desk, random, today, auxiliaries }: World,
  addressId: string,
  on: CalendarDay,
  purpose: VisitPurpose,
  result: VisitResult,
  how: VerifiedHow,
): void {
  const minute = random.between(9 * 60, 20 * 60);
  const inVain = result === 'nobody' || result === 'refused';
  const isRecent = daysBetween(on, today) < COME_AGAIN_DAYS;
  desk.put(homeVisitsLedger, {
    addressId,
    visitedAt: new Date(Date.parse(startOfDay(on)) + minute * 60_000).toISOString(),
    purpose,
    result,
    how,
    companion: how === 'visit' && random.chance(0.3) ? random.pick(auxiliaries) : null,
    nextDueOn: inVain && isRecent ? addDays(on, COME_AGAIN_DAYS) : null,
    retainUntil: addMonths(on, HOME_VISIT_RETENTION_MONTHS),
    ...SEEDED,
  });
}
