/** 实有单位 along the streets, and the checks of those that are checked. */
import { addDays, addMonths, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { creditCheck } from '#shared/kernel/credit-code.ts';
import type { CheckItem, CheckMark } from '#shared/ledgers/population/units.ts';
import type { NewRow } from '#main/db/ledger-table.ts';
import { unitChecksLedger, unitsLedger, type unitChecks } from '#main/ledgers/population/tables.ts';
import { givenName } from '#main/seed/people/names.ts';
import { HOME_DIVISION } from '#main/seed/people/numbers.ts';
import { syntheticLandline, syntheticMobile } from '#main/seed/people/phones.ts';
import type { Door } from '#main/seed/place/elements.ts';
import { drawSurname } from '#main/seed/words/surnames.ts';
import {
  KEY_UNITS,
  OTHER_UNITS,
  SMALL_PLACES_SEEN,
  unitStem,
  type UnitWords,
} from '#main/seed/words/unit-names.ts';
import { SEEDED, type World } from '#main/seed/world.ts';

export type UnitClass = 'key' | 'small' | 'other';

const CHECK_RETENTION_MONTHS = 36;
/** Visits are kept for three years; a check that old would be deleted on the first day. */
const OLDEST_MONTHS = 34;
const FAULTS = [
  '后门被货物堵住',
  '灭火器压力不足',
  '电线私拉乱接',
  '燃气软管老化',
  '值班记录不全',
  '疏散指示灯不亮',
] as const;
const FAULTY = 0.07;

export function putUnit(
  world: World,
  settlement: string,
  door: Door,
  which: UnitClass,
  serial: number,
): void {
  const { desk, random, today } = world;
  const words = random.weighted(
    which === 'key' ? KEY_UNITS : which === 'small' ? SMALL_PLACES_SEEN : OTHER_UNITS,
  );
  const isKey = which === 'key';
  const keySince = isKey ? addMonths(today, -random.between(3, 70)) : null;
  const hasKeeper = random.chance(0.95);
  const unit = desk.put(unitsLedger, {
    name: `${unitStem(settlement, serial)}${random.pick(words.names)}`,
    creditCode: random.chance(0.8) ? creditCode(words, serial) : null,
    type: words.type,
    addressId: door.id,
    keeperName: hasKeeper ? personName(world) : null,
    keeperPhone: hasKeeper ? syntheticMobile(random) : null,
    securityName: isKey ? personName(world) : null,
    securityPhone: isKey ? syntheticLandline(random) : null,
    hours: random.pick(words.hours),
    staffBand: isKey
      ? random.pick(['10-50', 'over-50'] as const)
      : random.chance(0.85)
        ? 'under-10'
        : '10-50',
    smallPlace: which === 'small' ? words.smallPlace : null,
    keySince,
    keyDecision: keySince === null ? null : `演示政发〔${keySince.slice(0, 4)}〕${random.between(1, 40)}号`,
    ...SEEDED,
  });
  for (const checkedOn of checkDays(world, which)) putCheck(world, unit.id, words, checkedOn);
}

/** Key units twice a year, small places about once, the others now and then. */
function checkDays({ random, today }: World, which: UnitClass): CalendarDay[] {
  const every = which === 'key' ? 6 : which === 'small' ? 12 : 30;
  const days: CalendarDay[] = [];
  for (let back = random.between(0, every); back <= OLDEST_MONTHS; back += every)
    days.push(addDays(addMonths(today, -back), -random.between(1, 25)));
  return days.reverse();
}

function putCheck(world: World, unitId: string, words: UnitWords, checkedOn: CalendarDay): void {
  const { desk, random, officer, auxiliaries } = world;
  const marks = marksOf(world, words);
  const isFaulty = Object.values(marks).includes('fault');
  const fixedOnSite = isFaulty && random.chance(0.55);
  const notice = isFaulty && !fixedOnSite;
  desk.put(unitChecksLedger, {
    unitId,
    checkedOn,
    officer,
    companion: random.chance(0.7) ? random.pick(auxiliaries) : null,
    ...marks,
    finding: isFaulty ? random.pick(FAULTS) : '',
    fixedOnSite,
    ...(notice ? putRight(world, checkedOn) : {}),
    retainUntil: addMonths(checkedOn, CHECK_RETENTION_MONTHS),
    ...SEEDED,
  });
}

type Notice = Pick<NewRow<typeof unitChecks>, 'noticeNo' | 'deadline' | 'recheckedOn' | 'recheckResult'>;

function putRight({ random, today }: World, checkedOn: CalendarDay): Notice {
  const deadline = addDays(checkedOn, random.pick([7, 15, 30]));
  const noticeNo = `整改${checkedOn.slice(0, 7)}-${random.between(1, 99)}`;
  const recheckedOn = addDays(deadline, random.between(0, 10));
  // Of the last ones some still stand open.
  if (recheckedOn >= today || (deadline > addMonths(today, -2) && random.chance(0.5)))
    return { noticeNo, deadline };
  return { noticeNo, deadline, recheckedOn, recheckResult: random.chance(0.9) ? 'put-right' : 'partly' };
}

function marksOf({ random }: World, { type, smallPlace }: UnitWords): Record<CheckItem, CheckMark> {
  const isHotel = type === 'hotel' || smallPlace === 'hotel';
  const isKitchen = smallPlace === 'restaurant' || isHotel || type === 'school';
  const mark = (applies: boolean): CheckMark =>
    !applies ? 'not-applicable' : random.chance(FAULTY) ? 'fault' : 'fine';
  const isLarge = type === 'bank' || type === 'school' || type === 'hospital';
  return {
    guardDuty: mark(isLarge),
    keyPositions: mark(isLarge),
    fireExits: mark(true),
    extinguishers: mark(true),
    wiring: mark(true),
    gas: mark(isKitchen),
    hotelBook: mark(isHotel),
  };
}

/** GB 32100: registering body and kind, a division that never was, nine characters of the body, a check. */
function creditCode({ body }: UnitWords, serial: number): string {
  const first17 = `${body}${HOME_DIVISION}MA${String(serial).padStart(7, '0')}`;
  return first17 + creditCheck(first17);
}

function personName({ random }: World): string {
  return drawSurname(random) + givenName(random, random.chance(0.6) ? '1' : '2', random.between(1962, 1996));
}
