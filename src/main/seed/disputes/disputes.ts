/** 矛盾纠纷 of three years in a made-up town: four to a hundred people, most of them long ended. */
import { addDays, startOfDay } from '#shared/kernel/calendar-day.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import type { Role } from '#shared/kernel/role.ts';
import type { Steps } from '#main/db/steps.ts';
import { takeIn } from '#main/ledgers/disputes/intake.ts';
import { SEEDED, type World } from '#main/seed/world.ts';
import { drawMatter } from './draw.ts';
import { walk } from './walk.ts';

const MATTERS_OF_100_PEOPLE = 4;
/** A matter older than this could be forgotten on the first day. */
const OLDEST_DAYS = 1080;
/** Domestic violence is kept for a year after it ended. */
const VIOLENCE_DAYS = 330;
/** Whole days would make the newest matters of a clock before noon come in later than now. */
const MORNING_MINUTES = 9 * 60;

/** @returns how many matters there are */
export function* putDisputes(world: World, people: number): Steps<number> {
  const { desk, random, today, officer, auxiliaries, dwellers } = world;
  const count = dwellers.all.length < 2 ? 0 : Math.round((people * MATTERS_OF_100_PEOPLE) / 100);
  const byOfficer: Caller = { staff: officer, role: 'officer', door: 'import' };
  const roleOf = (staff: string): Role | null =>
    staff === officer ? 'officer' : auxiliaries.includes(staff) ? 'auxiliary' : null;
  for (let at = 0; at < count; at += 1) {
    // Oldest first, evenly over the days; the last came in yesterday.
    const age = 1 + Math.floor(((count - 1 - at) / count) * OLDEST_DAYS);
    const receivedOn = addDays(today, -age);
    const minute = MORNING_MINUTES + random.below(9 * 60);
    const receivedAt = new Date(Date.parse(startOfDay(receivedOn)) + minute * 60_000).toISOString();
    const byDesk: Caller = { staff: random.pick(auxiliaries), role: 'auxiliary', door: 'import' };
    const caller = random.chance(0.3) ? byOfficer : byDesk;
    const { intake, parties } = drawMatter(world, receivedOn, age < VIOLENCE_DAYS);
    const mine = caller === byOfficer ? { ...intake, officer } : intake;
    const matter = takeIn({ desk, caller, today: receivedOn, roleOf }, mine, parties, receivedAt, SEEDED);
    walk(world, matter, receivedOn, { desk: caller, officer: byOfficer }, { desk, roleOf });
    yield { done: at + 1, total: count };
  }
  return count;
}
