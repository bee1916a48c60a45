import { describe, expect, test } from 'vitest';
import { isCalendarDay } from '#shared/kernel/calendar-day.ts';
import {
  DEED_NAMES,
  DEED_RULES,
  type DeedName,
  type DeedRule,
  type Standing,
} from '#shared/ledgers/disputes/deeds.ts';
import { forkOf } from '#shared/ledgers/disputes/questions.ts';
import { isOpen, isViolence, STAGE_RULES, STAGES } from '#shared/ledgers/disputes/stages.ts';
import { everyWay, keyOf, newMatters, stagesOf } from '#tests/support/dispute-ways.ts';

// Not samples: every standing that a matter can come to, and every step that leads there.
const all = everyWay({ from: newMatters() });

describe('every way a matter can go', () => {
  test('is walked: each stage is reached, and each deed done', () => {
    expect(stagesOf(all.standings)).toEqual([...STAGES]);
    expect(new Set(all.steps.map(({ deed }) => deed.name))).toEqual(new Set(DEED_NAMES));
  });

  test('keeps to the table, and the table promises nothing that does not happen', () => {
    for (const name of DEED_NAMES) {
      const { from, to }: DeedRule = DEED_RULES[name];
      const steps = all.steps.filter(({ deed }) => deed.name === name);
      expect({ name, from: stagesOf(steps.map((step) => step.from)) }).toEqual({ name, from: inOrder(from) });
      expect({ name, to: stagesOf(steps.map((step) => step.to)) }).toEqual({ name, to: inOrder(to) });
    }
  });

  test('has at every open stage one kind of owner, a next step and a day; at an end none of them', () => {
    for (const { to, deed } of all.steps) {
      const { ownedBy, next } = STAGE_RULES[to.stage];
      const seen = { deed: deed.name, stage: to.stage, owner: ownedBy !== null, next: next !== null };
      const open = isOpen(to.stage);
      expect(seen).toEqual({ ...seen, owner: open, next: open });
      expect({ ...seen, due: to.dueOn !== null && isCalendarDay(to.dueOn) }).toEqual({ ...seen, due: open });
    }
  });

  test('has a way out: from every standing the matter can still come to an end', () => {
    const ends = all.standings.filter(({ stage }) => !isOpen(stage)).map(keyOf);
    const reaching = new Set(ends);
    for (let grown = -1; grown !== reaching.size;) {
      grown = reaching.size;
      for (const { from, to } of all.steps) if (reaching.has(keyOf(to))) reaching.add(keyOf(from));
    }
    expect(all.standings.filter((standing) => !reaching.has(keyOf(standing)))).toEqual([]);
  });
});

describe('feedback cannot be skipped', () => {
  test('nothing is archived, or counts as fed back, that nobody was told of', () => {
    const untold = everyWay({ from: newMatters(), without: ['tell'] });
    expect(stagesOf(untold.standings).filter((stage) => STAGE_RULES[stage].step === 'fed-back')).toEqual([]);
    expect(stagesOf(untold.standings)).not.toContain('archived');
    // All the rest is there: it is this deed that is missing, and nothing else.
    expect(stagesOf(untold.standings)).toEqual(
      STAGES.filter((stage) => stage !== 'fed-back' && stage !== 'archived'),
    );
  });

  test('and not what was opened again either', () => {
    const reopened = all.steps.filter(({ deed }) => deed.name === 'reopen').map(({ to }) => to);
    expect(reopened.length).toBeGreaterThan(0);
    const untold = everyWay({ from: reopened, without: ['tell'] });
    expect(stagesOf(untold.standings)).not.toContain('archived');
  });

  test('the archive takes what has a result, and owes no visit', () => {
    for (const { from } of stepsOf('archive'))
      expect({ result: from.result !== null, owed: from.followUpsOwed }).toEqual({ result: true, owed: 0 });
  });
});

describe('domestic violence is never a dispute', () => {
  const taken = all.standings.filter(({ stage }) => isViolence(stage));

  test('once it was said, the matter is handed over and the victim told her rights, and nothing else', () => {
    expect(taken.length).toBeGreaterThan(0);
    const onwards = everyWay({ from: taken });
    expect(stagesOf(onwards.standings)).toEqual(['violence', 'violence-handed', 'violence-ended']);
    for (const { route, result, answers } of onwards.standings)
      expect({ route, result, violence: answers.violence }).toEqual({
        route: 'domestic-violence',
        result: null,
        violence: true,
      });
  });

  test('it can be said at every stage until the archive, by whoever hears it', () => {
    const open = all.standings.filter(({ stage }) => isOpen(stage) && !isViolence(stage));
    for (const role of ['auxiliary', 'officer'] as const) {
      const { steps } = everyWay({ from: open, roles: [role] });
      const said = new Set(
        steps.filter(({ deed }) => deed.name === 'reportViolence').map(({ from }) => keyOf(from)),
      );
      expect(open.filter((standing) => !said.has(keyOf(standing)))).toEqual([]);
    }
  });

  test('no matter that is handled as a dispute was answered with violence', () => {
    for (const { stage, answers } of all.standings)
      expect({ stage, violence: answers.violence }).toEqual({ stage, violence: isViolence(stage) });
  });
});

describe('what an auxiliary does alone', () => {
  const alone = everyWay({ from: newMatters(), roles: ['auxiliary'] });

  test('comes to no mediation, no recognition, no archive and no end of violence', () => {
    expect(stagesOf(alone.standings)).toEqual([
      'received',
      'referred',
      'at-station',
      'telling',
      'fed-back',
      'violence',
    ]);
  });

  test('ends nothing that an officer has begun, at whatever stage', () => {
    const officers = all.standings.filter(({ stage }) => STAGE_RULES[stage].ownedBy === 'officer');
    const { steps } = everyWay({ from: officers, roles: ['auxiliary'] });
    const done = steps.filter(({ from }) => STAGE_RULES[from.stage].ownedBy === 'officer');
    expect(new Set(done.map(({ deed }) => deed.name))).toEqual(new Set(['reportViolence']));
  });

  test('administrators and auditors do nothing at all', () => {
    expect(everyWay({ from: all.standings, roles: ['administrator', 'auditor'] }).steps).toEqual([]);
  });
});

describe('the fork is kept to the end', () => {
  test('the police mediate, confirm and recognise only cases of public order', () => {
    const police = ['police-mediation', 'second-mediation', 'performing', 'recognition'];
    for (const { stage, answers } of all.standings)
      if (police.includes(stage))
        expect({ stage, reason: forkOf(answers).reason }).toEqual({ stage, reason: 'public-order' });
  });

  test('a case of public order is not withdrawn, not settled among themselves and not sent to court or a body', () => {
    const ofQuarrels = new Set([
      'withdrawn',
      'settled-themselves',
      'settled-by-body',
      'not-settled',
      'court',
    ]);
    for (const standing of all.standings)
      if (standing.result !== null && ofQuarrels.has(standing.result))
        expect({ standing, reason: forkOf(standing.answers).reason }).toEqual({ standing, reason: 'civil' });
  });

  test('what was recognised had been performed', () => {
    for (const { deed, to } of stepsOf('decideRecognition'))
      if (deed.name === 'decideRecognition' && to.result === 'recognised')
        expect(deed.performedOn).not.toBeNull();
  });

  test('what the station took over says why: failed, not performed, or handed over as it was', () => {
    const results = new Set(
      all.standings.filter(({ stage }) => stage === 'at-station').map(({ result }) => result),
    );
    expect(results).toEqual(new Set(['mediation-failed', 'not-performed', 'to-station']));
  });

  test('and keeps saying why once the station has it', () => {
    for (const { from, to } of stepsOf('noteReceipt')) expect(to.result).toBe(from.result);
  });

  test('what is opened again begins anew, with what was answered and no way chosen', () => {
    for (const { to } of stepsOf('reopen'))
      expect(to).toMatchObject({ stage: 'received', route: null, result: null, followUpsOwed: 0 });
  });
});

describe('where there is no going round', () => {
  test('whoever has been before the police once comes to a second mediation and to no third', () => {
    const held = all.standings.filter(({ firstMediationOn }) => firstMediationOn !== null);
    const onwards = everyWay({ from: held.filter(({ stage }) => stage !== 'second-mediation') });
    expect(onwards.steps.filter(({ deed }) => deed.name === 'holdSession')).toEqual([]);
  });

  test('a second mediation leads to an agreement or to the station, never to another', () => {
    const second = stepsOf('holdSession').filter(({ from }) => from.stage === 'second-mediation');
    expect(stagesOf(second.map(({ to }) => to))).toEqual(['performing', 'at-station']);
  });
});

function stepsOf(name: DeedName) {
  return all.steps.filter(({ deed }) => deed.name === name);
}

function inOrder(stages: DeedRule['from']): readonly Standing['stage'][] {
  return STAGES.filter((stage) => stages.includes(stage));
}
