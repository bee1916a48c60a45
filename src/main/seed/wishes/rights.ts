/** 权利请求 of a made-up town: twelve to thirty thousand people in a year, most of them answered, a few late. */
import { addDays, addMonths, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import {
  answerDueOn,
  REQUEST_RETENTION_MONTHS,
  type RequestKind,
  type RightsAnswer,
} from '#shared/ledgers/rights/requests.ts';
import { rightsRequestsLedger } from '#main/ledgers/rights/table.ts';
import { syntheticMobile } from '#main/seed/people/phones.ts';
import type { Weighted } from '#main/seed/random.ts';
import { SEEDED, type World } from '#main/seed/world.ts';

const REQUESTS_OF_30000_PEOPLE = 12;
const KINDS: readonly Weighted<RequestKind>[] = [
  ['access', 40],
  ['correct', 30],
  ['copy', 12],
  ['delete', 12],
  ['explain', 6],
];
const ASKS: Readonly<Record<RequestKind, string>> = {
  access: '查阅警务室登记的本人信息',
  copy: '复制一份本人的登记信息',
  correct: '联系电话登记错了，请更正',
  delete: '已经搬走，请删除登记信息',
  object: '不同意继续联系',
  explain: '请说明为什么登记这些信息',
};

/** Of six: one late, one still in time, four answered. */
const ROUND = 6;
const LATE_AFTER_DAYS = 45;
const IN_TIME_DAYS = 4;
const ANSWERED_AFTER_DAYS = 60;

/** @returns how many requests there are */
export function putRights(
  { desk, random, today, officer, auxiliaries, dwellers }: World,
  people: number,
): number {
  const wanted = Math.round((people * REQUESTS_OF_30000_PEOPLE) / 30_000);
  const count = dwellers.all.length === 0 ? 0 : wanted;
  for (let at = 0; at < count; at += 1) {
    const { residentId, name, phone } = random.pick(dwellers.all);
    const kind = random.weighted(KINDS);
    const turn = at % ROUND;
    const age = [LATE_AFTER_DAYS, IN_TIME_DAYS].at(turn) ?? ANSWERED_AFTER_DAYS + random.below(300);
    const receivedOn = addDays(today, -age);
    const isAnswered = turn > 1;
    const answeredOn = isAnswered ? addDays(receivedOn, 2 + random.below(16)) : null;
    desk.put(rightsRequestsLedger, {
      kind,
      residentId,
      requester: 'self',
      name,
      phone: phone ?? syntheticMobile(random),
      receivedOn,
      dueOn: answerDueOn(receivedOn),
      asks: ASKS[kind],
      registeredBy: random.pick(auxiliaries),
      ...answered(kind, answeredOn, officer),
      ...SEEDED,
    });
  }
  return count;
}

function answered(kind: RequestKind, answeredOn: CalendarDay | null, officer: string) {
  const nothing = { identity: null, outcome: null, ground: null, answer: '' } as const;
  if (answeredOn === null) return { ...nothing, answeredOn, answeredBy: null, retainUntil: null };
  const retainUntil = addMonths(answeredOn, REQUEST_RETENTION_MONTHS);
  return { ...answerTo(kind), answeredOn, answeredBy: officer, retainUntil };
}

function answerTo(kind: RequestKind): RightsAnswer {
  if (kind === 'delete')
    return {
      identity: 'id-card',
      outcome: 'refused',
      ground: 'term-not-over',
      answer: '法定保存期限未满，期满后自动删除',
    };
  return { identity: 'id-card', outcome: 'granted', ground: null, answer: '已当面办理' };
}
