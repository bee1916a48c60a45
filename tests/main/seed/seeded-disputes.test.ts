/** The disputes of a made-up town: in the shares of practice, each with a past that could have come about. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, dayOf } from '#shared/kernel/calendar-day.ts';
import { isOpen, isViolence, STAGE_RULES } from '#shared/ledgers/disputes/stages.ts';
import { disputePartiesLedger, disputesLedger } from '#main/ledgers/disputes/ledgers.ts';
import { matterOf } from '#main/ledgers/disputes/matter.ts';
import type { DisputeEntry } from '#main/ledgers/disputes/tables.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { residentsLedger } from '#main/ledgers/population/tables.ts';
import { dueCounts } from '#main/retention/retained.ts';
import { verifyStore } from '#main/db/verify.ts';
import { OFFICE_CODE } from '#tests/support/store.ts';
import { TODAY } from '#tests/support/visits.ts';
import { countBy, madeUpTown, type MadeUpTown } from './made-up-town.ts';

const PEOPLE = 10_000;

let town: MadeUpTown;
let disputes: DisputeEntry[];
beforeAll(async () => {
  town = await madeUpTown(PEOPLE, { keep: true });
  disputes = town.rowsOf(disputesLedger);
});
afterAll(() => town.close());

const share = (is: (row: DisputeEntry) => boolean) => (disputes.filter(is).length / disputes.length) * 100;

describe('the disputes of a made-up town', () => {
  test('are four to a hundred people, most of them about neighbours, and most of them ended', () => {
    expect(disputes).toHaveLength(PEOPLE / 25);
    const types = countBy(disputes, ({ type }) => type);
    const most = Object.entries(types).sort(([, a], [, b]) => b - a);
    expect(most[0]?.[0]).toBe('neighbour');
    expect(share(({ type }) => type === 'neighbour')).toBeGreaterThan(24);
    expect(share(({ type }) => type === 'family')).toBeGreaterThan(9);
    expect(share(({ stage }) => stage === 'archived')).toBeGreaterThan(70);
    expect(share(({ stage }) => isOpen(stage))).toBeGreaterThan(5);
  });

  test('stand at several stages, and every way the law knows was gone', () => {
    const stages = countBy(disputes, ({ stage }) => stage);
    for (const stage of ['referred', 'fed-back', 'archived']) expect(stages[stage], stage).toBeGreaterThan(0);
    const routes = Object.keys(countBy(disputes, ({ route }) => route)).sort();
    expect(routes).toEqual([
      '-',
      'court',
      'domestic-violence',
      'other-body',
      'people-mediation',
      'police-mediation',
      'recognition',
      'transfer',
    ]);
  });

  test('have an owner whom the stage allows, a day while they are open, and feedback before the archive', () => {
    const { officer, auxiliary } = town;
    for (const { id, stage, owner, dueOn, toldOn, archivedOn, result, receivedAt, retainUntil } of disputes) {
      const { ownedBy } = STAGE_RULES[stage];
      const may = ownedBy === 'officer' ? [officer.staff] : [officer.staff, auxiliary.staff];
      expect(may, id).toContain(owner);
      expect(dueOn !== null, id).toBe(isOpen(stage));
      expect(receivedAt <= town.clock.now(), id).toBe(true);
      expect(archivedOn !== null && toldOn !== null && toldOn <= archivedOn, id).toBe(!isOpen(stage));
      expect(retainUntil !== null, id).toBe(!isOpen(stage));
      if (stage === 'archived') expect(result, id).not.toBeNull();
    }
  });

  test('have what their stage tells of, in the order of days', () => {
    for (const dispute of disputes) {
      const { sessions, agreements, referrals, followUps, levels } = matterOf(town.store.read, dispute);
      const { id, route, stage, receivedAt } = dispute;
      if (stage === 'performing') expect(agreements.length, id).toBeGreaterThan(0);
      if (stage === 'archived') for (const { doneOn } of followUps) expect(doneOn, id).not.toBeNull();
      if (stage === 'second-mediation') expect(sessions, id).toHaveLength(1);
      if (route === 'people-mediation' && !isViolence(stage))
        expect(referrals.some(({ body }) => body === 'mediation-committee')).toBe(true);
      const days = [
        dayOf(receivedAt),
        ...[...sessions].map(({ heldOn }) => heldOn),
        dispute.toldOn ?? dayOf(receivedAt),
      ];
      expect(days, id).toEqual([...days].sort());
      expect(levels[0]?.since, id).toBe(dayOf(receivedAt));
      for (const { sentOn, answeredOn } of referrals) expect(sentOn <= (answeredOn ?? TODAY), id).toBe(true);
    }
  });

  test('are between people of the town, where they were picked from it', () => {
    const residents = new Map(town.rowsOf(residentsLedger).map((one) => [one.id, one]));
    const picked = town.rowsOf(disputePartiesLedger).filter(({ residentId }) => residentId !== null);
    expect(picked.length / disputes.length).toBeGreaterThan(1.2);
    for (const { residentId, name, sex } of picked)
      expect(residents.get(residentId ?? '')).toMatchObject({ name, sex });
  });

  test('are kept as long as they have to be and not longer, and verify', () => {
    expect(dueCounts(town.store.raw, TODAY).filter(({ due }) => due > 0)).toEqual([]);
    expect(
      dueCounts(town.store.raw, addDays(TODAY, 1200)).find(({ ledger }) => ledger === 'disputes')?.due,
    ).toBeGreaterThan(300);
    verifyStore(town.store.raw, OFFICE_CODE, LEDGER_TABLES);
  });
});
