/** Synthetic visits of the last weeks, in the shares a front desk sees. */
import { addDays, dayOf, startOfDay, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import {
  cleanVisit,
  matterOf,
  visitState,
  type MatterCode,
  type ResultCode,
  type VisitInput,
} from '#shared/ledgers/visitors.ts';
import type { NewRow } from '#main/db/ledger-table.ts';
import { newVisit } from '#main/ledgers/visitors/service.ts';
import type { visitors } from '#main/ledgers/visitors/table.ts';
import { syntheticMobile } from './people/phones.ts';
import { visitorName } from './people/visitors.ts';
import type { Random } from './random.ts';

const MATTERS: readonly (readonly [MatterCode, number])[] = [
  ['household-papers', 28],
  ['residence', 20],
  ['help', 12],
  ['dispute', 10],
  ['hazard', 6],
  ['emergency', 3],
  ['fraud', 7],
  ['feedback', 3],
  ['tip', 1],
  ['other', 5],
  ['exit-entry', 2],
  ['traffic', 3],
];

const RESULTS: readonly (readonly [ResultCode | null, number])[] = [
  ['settled', 62],
  ['appointment', 8],
  ['to-station', 8],
  ['to-department', 8],
  ['to-dispute', 5],
  ['to-hazard', 3],
  ['not-police', 3],
  [null, 3],
];

const SUMMARIES: Partial<Record<MatterCode, readonly string[]>> = {
  'household-papers': ['补办户口簿要带什么', '孩子落户', '身份证到期换领'],
  residence: ['居住登记，租住三个月', '暂住地变更'],
  help: ['手机遗失，调看去向', '老人走失，已在菜市场找到', '忘带钥匙'],
  dispute: ['楼上装修噪声', '停车位争执', '押金不退'],
  hazard: ['楼道堆放电动车', '巷口路灯不亮'],
  fraud: ['收到自称客服的电话', '询问刷单是否可信'],
  traffic: ['非机动车道被占'],
  other: ['复印材料', '问路'],
};

const DAY_OPENS_MINUTES = 8 * 60 + 30;
const DAY_MINUTES = 9 * 60;

/** Visits until `now`; the last few are still in the room. */
export function syntheticVisits(
  random: Random,
  count: number,
  now: string,
  officeCode: string,
  receivers: readonly Caller[],
): NewRow<typeof visitors>[] {
  const today = dayOf(now);
  const minutesToday = Math.max(1, Math.floor((Date.parse(now) - Date.parse(startOfDay(today))) / 60_000));
  const days = Math.max(1, Math.ceil(count / 12));
  const visits = Array.from({ length: count }, (_, i) => {
    const day = addDays(today, -Math.floor(((count - 1 - i) / count) * days));
    const latest =
      day === today
        ? Math.min(minutesToday, DAY_OPENS_MINUTES + DAY_MINUTES)
        : DAY_OPENS_MINUTES + DAY_MINUTES;
    const earliest = Math.min(DAY_OPENS_MINUTES, Math.max(0, latest - 90));
    const minute = earliest + random.below(Math.max(1, latest - earliest));
    return { day, minute };
  }).sort((a, b) => (a.day === b.day ? a.minute - b.minute : a.day < b.day ? -1 : 1));

  return visits.map(({ day, minute }, i) => {
    const arrivedAt = new Date(Date.parse(startOfDay(day)) + minute * 60_000).toISOString();
    const visit = syntheticVisit(random, day);
    const inRoom = i >= count - 2;
    const leftAt = inRoom
      ? null
      : new Date(
          Math.min(Date.parse(now), Date.parse(arrivedAt) + (5 + random.below(40)) * 60_000),
        ).toISOString();
    const row = newVisit(visit, random.pick(receivers), arrivedAt, officeCode);
    const due = visit.promisedOn;
    const repliedOn = due !== null && due < today && random.chance(0.85) ? due : null;
    const ended = {
      ...row,
      promisedOn: due,
      result: inRoom ? null : visit.result,
      referredTo: inRoom ? null : visit.referredTo,
      leftAt,
      repliedOn,
      source: 'seed' as const,
    };
    return {
      ...ended,
      state: visitState(ended),
      satisfied: repliedOn !== null && random.chance(0.6) ? 'yes' : 'not-asked',
    };
  });
}

function syntheticVisit(random: Random, day: CalendarDay): VisitInput {
  const matter = random.weighted(MATTERS);
  const result = random.weighted(RESULTS);
  const anonymous = random.chance(0.22);
  const promised = result === 'appointment' || (result !== 'settled' && random.chance(0.3));
  return cleanVisit({
    name: anonymous ? null : visitorName(random),
    phone: !anonymous && promised ? syntheticMobile(random) : null,
    people: random.chance(0.85) ? 1 : 2 + random.below(3),
    matter,
    summary: random.chance(0.7) ? random.pick(SUMMARIES[matter] ?? ['']) : null,
    papersChecked: matterOf(matter).papersMayBeChecked && random.chance(0.5),
    result,
    referredTo:
      result === 'to-department' || result === 'not-police'
        ? random.pick(['town', 'property-company', 'urban-management'])
        : null,
    promisedOn: promised ? addDays(day, 1 + random.below(10)) : null,
  });
}
