/** A made-up document about somebody who lives here: any of the eight kinds, in force today, and nobody a minor. */
import { addDays, addMonths, daysBetween } from '#shared/kernel/calendar-day.ts';
import { CATEGORIES, type CategoryCode, type DecidingBody } from '#shared/ledgers/statutory/categories.ts';
import { AGREEMENT_DAYS } from '#shared/ledgers/statutory/duties.ts';
import { cleanEntry, type Entry } from '#shared/ledgers/statutory/entry.ts';
import { latestEnd } from '#shared/ledgers/statutory/term.ts';
import type { Dweller } from '#main/seed/people/dwellers.ts';
import { syntheticMobile } from '#main/seed/people/phones.ts';
import { visitorName } from '#main/seed/people/visitors.ts';
import type { Weighted } from '#main/seed/random.ts';
import type { World } from '#main/seed/world.ts';

const KINDS: readonly Weighted<CategoryCode>[] = [
  ['SM01', 40],
  ['SM05', 14],
  ['SM06', 12],
  ['SM03', 10],
  ['SM04', 8],
  ['SM07', 8],
  ['SM02', 4],
  ['SM08', 4],
];
const ISSUERS: Readonly<Record<DecidingBody, string>> = {
  court: '示例市演示区人民法院',
  procuratorate: '示例市演示区人民检察院',
  police: '示例市公安局演示分局',
  'prison-authority': '示例监狱',
  'corrections-body': '青禾镇社区矫正机构',
};
const LEADS = ['青禾镇人民政府', '青禾镇司法所', '青禾镇派出所'] as const;

/** Days before the end of a document that is about to end. */
const ENDING_DAYS = 15;
const OLDEST_DAYS = 300;

/** @param serial gives each document a number of its own */
export function drawDocument(
  { random, today }: World,
  dweller: Dweller,
  serial: number,
  isEnding: boolean,
): Entry {
  const category = random.weighted(KINDS);
  const { decidedBy, protects, cap } = CATEGORIES[category];
  const most = daysBetween(today, latestEnd(category, today));
  const left = isEnding ? random.between(1, ENDING_DAYS) : random.between(ENDING_DAYS + 1, most - 1);
  const age = random.between(1, Math.min(most - left, OLDEST_DAYS));
  const endsOn = addDays(today, left);
  const startsOn = cap.exactly ? addMonths(endsOn, -cap.count * 12) : addDays(today, -age);
  const issuerKind = random.pick(decidedBy);
  return cleanEntry({
    category,
    residentId: dweller.residentId,
    name: dweller.name,
    birthDate: dweller.birthDate,
    issuerKind,
    issuer: ISSUERS[issuerKind],
    documentNumber: `演示字〔${startsOn.slice(0, 4)}〕${serial}号`,
    documentDate: startsOn,
    startsOn,
    endsOn,
    everyDays: AGREEMENT_DAYS.usual,
    leadBody: random.pick(LEADS),
    leadContact: visitorName(random),
    leadPhone: syntheticMobile(random),
    protectedName: protects ? visitorName(random) : '',
    protectedPhone: protects ? syntheticMobile(random) : '',
    renews: null,
  });
}
