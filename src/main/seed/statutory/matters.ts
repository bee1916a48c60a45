/** 依法登记事项 of a made-up town: few, all the officer's, most of their duties done, a few owed, an eighth about to end. */
import { addDays, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { CATEGORIES } from '#shared/ledgers/statutory/categories.ts';
import type { DutyResult } from '#shared/ledgers/statutory/duties.ts';
import { entryIssues } from '#shared/ledgers/statutory/entry.ts';
import { wasMinor } from '#shared/ledgers/statutory/term.ts';
import { answerDuty, putFirstDuties } from '#main/ledgers/statutory/duties.ts';
import { putEntry, type PutDown } from '#main/ledgers/statutory/entering.ts';
import { statutoryMattersLedger } from '#main/ledgers/statutory/tables.ts';
import type { Weighted } from '#main/seed/random.ts';
import { SEEDED, type World } from '#main/seed/world.ts';
import { drawDocument } from './draw.ts';

const PEOPLE_TO_A_MATTER = 750;
const EVERY_ENDING = 8;
/** Of so many one waits for the station's answer. */
const EVERY_WAITING = 20;
/** The last days of a duty may be owed yet. */
const OWED_DAYS = 10;
const REVIEWERS = ['郑示例', '冯示例'] as const;
const RESULTS: readonly Weighted<DutyResult>[] = [
  ['done', 90],
  ['not-met', 6],
  ['reported', 4],
];

/** @returns how many entries there are */
export function putStatutory(world: World, people: number): number {
  const { desk, random, today, officer, dwellers } = world;
  const adults = dwellers.all.filter(({ birthDate }) => !wasMinor(birthDate, addDays(today, -4 * 366)));
  const count = Math.min(adults.length, Math.round(people / PEOPLE_TO_A_MATTER));
  const gap = count === 0 ? 0 : Math.floor(adults.length / count);
  for (let at = 0; at < count; at += 1) {
    const dweller = adults[at * gap];
    if (dweller === undefined) break;
    const entry = drawDocument(world, dweller, at + 1, at % EVERY_ENDING === 0);
    const { approval } = CATEGORIES[entry.category];
    const isWaiting = at % EVERY_WAITING === EVERY_WAITING - 1 && approval !== 'notice';
    const days = random.between(0, 2);
    const enteredOn = isWaiting ? addDays(today, -days) : earlier(addDays(entry.startsOn, days), today);
    const [flaw] = entryIssues(entry, enteredOn);
    if (flaw !== undefined) throw new Error(`seeded entry: ${flaw.field} ${flaw.rule}`);
    const put = putEntry(desk, entry, officer, enteredOn, SEEDED);
    if (!isWaiting) walkDuties(world, takenUp(world, put, enteredOn));
  }
  return count;
}

/** As the station answers: on the day it was asked. Of a court order the duties stand already. */
function takenUp({ desk }: World, put: PutDown, day: CalendarDay): PutDown {
  const { entry, duties } = put;
  if (entry.state === 'approved') return put;
  const [reviewer, second] = REVIEWERS;
  const approved = desk.patch(statutoryMattersLedger, entry.id, entry.revision, {
    state: 'approved',
    decidedOn: day,
    reviewer,
    secondReviewer: CATEGORIES[entry.category].approval === 'two-reviewers' ? second : '',
  });
  return { entry: approved, duties: [...duties, ...putFirstDuties(desk, approved, day)] };
}

/** Each duty on its day, until today is reached; of the last days one is owed now and then. */
function walkDuties({ desk, random, today, officer }: World, { entry, duties }: PutDown): void {
  const caller: Caller = { staff: officer, role: 'officer', door: 'import' };
  const open = [...duties];
  for (let duty = open.shift(); duty !== undefined; duty = open.shift()) {
    const isRecent = duty.dueOn >= addDays(today, -OWED_DAYS);
    if (duty.dueOn >= today || (isRecent && random.chance(0.3))) continue;
    const done = { doneOn: duty.dueOn, result: random.weighted(RESULTS), recordNumber: '' };
    const { next } = answerDuty(desk, entry, duty, done, caller);
    if (next !== null) open.push(next);
  }
}

function earlier(a: CalendarDay, b: CalendarDay): CalendarDay {
  return a < b ? a : b;
}
