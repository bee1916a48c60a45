import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, isCalendarDay, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { ROLES, type Role } from '#shared/kernel/role.ts';
import { isSettled } from '#shared/ledgers/disputes/codes.ts';
import {
  DEED_NAMES,
  DEED_RULES,
  type Deed,
  type DeedName,
  type DeedRule,
  type Standing,
} from '#shared/ledgers/disputes/deeds.ts';
import { begin, deedFlaw, FOLLOW_UP_DAYS } from '#shared/ledgers/disputes/machine.ts';
import { isOpen, isViolence, STAGE_RULES, STAGES } from '#shared/ledgers/disputes/stages.ts';
import {
  after,
  CIVIL,
  deedsNamed,
  EVERY_ANSWER,
  PUBLIC_ORDER,
  stagesOf,
  standingOf,
} from '#tests/support/dispute-ways.ts';
import { TODAY } from '#tests/support/visits.ts';

/**
 * One day at the office: days go by, and somebody tries something, with days that may be right or wrong. Mostly what the
 * stage suggests, now and then anything at all.
 */
const tries = fc.record({
  waits: fc.oneof({ weight: 3, arbitrary: fc.nat(3) }, fc.nat(40)),
  role: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom<Role>('auxiliary', 'officer', 'officer') },
    fc.constantFrom(...ROLES),
  ),
  name: fc.oneof({ weight: 7, arbitrary: fc.constant(null) }, fc.constantFrom(...DEED_NAMES)),
  offsets: fc.array(fc.integer({ min: -20, max: 100 }), { maxLength: 2 }),
  which: fc.nat(9_999),
});
const walks = fc.record({
  answers: fc.oneof(fc.constantFrom(...EVERY_ANSWER), fc.constantFrom(CIVIL, PUBLIC_ORDER)),
  begun: fc.nat(700).map((days) => addDays(TODAY, -days)),
  tries: fc.array(tries, { minLength: 20, maxLength: 60 }),
});
type Walk = typeof walks extends fc.Arbitrary<infer Steps> ? Steps : never;

interface Done {
  readonly from: Standing;
  readonly deed: Deed;
  readonly role: Role;
  readonly to: ReturnType<typeof after>;
  readonly today: CalendarDay;
}

function walk({ answers, begun, tries: steps }: Walk): Done[] {
  let standing: Standing = standingOf(begin(answers, begun), answers);
  let today = begun;
  const done: Done[] = [];
  for (const { waits, role, name, offsets, which } of steps) {
    today = addDays(today, waits);
    const deed = tried(standing, name, [today, ...offsets.map((days) => addDays(today, days))], which);
    if (deed === undefined || deedFlaw(standing, deed, role, today) !== null) continue;
    const to = after(standing, deed, today);
    done.push({ from: standing, deed, role, to, today });
    standing = to;
  }
  return done;
}

/** Violence is tried when anything is: else every walk would end there. */
function tried(
  { stage }: Standing,
  name: DeedName | null,
  days: readonly CalendarDay[],
  which: number,
): Deed | undefined {
  const names = DEED_NAMES.filter((one) => {
    const { from }: DeedRule = DEED_RULES[one];
    return from.includes(stage) && one !== 'reportViolence';
  });
  const chosen = name ?? names[which % names.length];
  const deeds = chosen === undefined ? [] : deedsNamed(chosen, days);
  return deeds[Math.floor(which / 7) % deeds.length];
}

const RUNS = { numRuns: 300 };

describe('a matter that everybody tries everything on', () => {
  test('is archived only after its parties were told since it was last opened', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        let told = false;
        for (const { deed, to } of walk(steps)) {
          if (deed.name === 'tell') told = true;
          if (deed.name === 'reopen') told = false;
          if (to.stage === 'archived' || to.stage === 'fed-back') expect(told).toBe(true);
        }
      }),
      RUNS,
    );
  });

  test('once it was violence is never a dispute again', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        let violent = steps.answers.violence;
        for (const { to } of walk(steps)) {
          if (isViolence(to.stage)) violent = true;
          expect(isViolence(to.stage)).toBe(violent);
          if (violent) expect(to.result).toBeNull();
        }
      }),
      RUNS,
    );
  });

  test('is mediated and recognised by officers, and moved by nobody whom the table does not name', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        for (const { from, deed, role, to } of walk(steps)) {
          const rule: DeedRule = DEED_RULES[deed.name];
          expect(rule.roles).toContain(role);
          expect(rule.to).toContain(to.stage);
          const officers = STAGE_RULES[from.stage].ownedBy === 'officer';
          if (officers && deed.name !== 'reportViolence') expect(role).toBe('officer');
        }
      }),
      RUNS,
    );
  });

  test('has a day for its next step as long as it is open, never before that day came, and none after', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        for (const { deed, to, today } of walk(steps)) {
          expect(to.dueOn === null).toBe(!isOpen(to.stage));
          if (to.dueOn === null) continue;
          expect(isCalendarDay(to.dueOn)).toBe(true);
          // Written down after the day it happened, a term may be over when it begins; so may a visit that was planned.
          const running = deed.name === 'holdSession' || deed.name === 'followUp';
          if (!running) expect(to.dueOn >= today).toBe(true);
        }
      }),
      RUNS,
    );
  });

  test('is mediated at most twice, the second time in the term', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        const held = walk(steps).flatMap(({ deed, from }) =>
          deed.name === 'holdSession' ? [{ on: deed.heldOn, stage: from.stage }] : [],
        );
        expect(held.map(({ stage }) => stage)).toEqual(
          ['police-mediation', 'second-mediation'].slice(0, held.length),
        );
        const [first, second] = held;
        if (first !== undefined && second !== undefined) expect(second.on >= first.on).toBe(true);
      }),
      RUNS,
    );
  });

  test('when it was settled is asked after as often as is planned, before it is archived', () => {
    fc.assert(
      fc.property(walks, (steps) => {
        let visits = 0;
        for (const { from, deed } of walk(steps)) {
          if (deed.name === 'tell') visits = 0;
          if (deed.name === 'followUp') visits += 1;
          if (deed.name === 'archive')
            expect(visits).toBe(isSettled(from.result) ? FOLLOW_UP_DAYS.length : 0);
        }
      }),
      RUNS,
    );
  });
});

test('the walks go far enough to prove something: they come to every stage and do every deed', () => {
  const seen = fc.sample(walks, { numRuns: 1000, seed: 7 }).flatMap(walk);
  expect(new Set(seen.map(({ deed }) => deed.name))).toEqual(new Set(DEED_NAMES));
  expect(stagesOf(seen.map(({ to }) => to))).toEqual([...STAGES]);
});
