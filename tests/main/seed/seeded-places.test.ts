import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GRIDS_MAX } from '#shared/contract/population/addresses.ts';
import { addMonths, dayOf } from '#shared/kernel/calendar-day.ts';
import { readAddressText } from '#shared/ledgers/population/address-text.ts';
import {
  addressIssues,
  addressLine,
  cleanAddress,
  mayBeDoor,
  mayHold,
} from '#shared/ledgers/population/addresses.ts';
import { cleanDwelling, dwellingIssues } from '#shared/ledgers/population/dwellings.ts';
import { cleanGrid, gridIssues } from '#shared/ledgers/population/grids.ts';
import {
  cleanUnit,
  cleanUnitCheck,
  isOpenCheck,
  unitCheckIssues,
  unitIssues,
  unitWarnings,
} from '#shared/ledgers/population/units.ts';
import {
  addressesLedger,
  dwellingsLedger,
  gridsLedger,
  homeVisitsLedger,
  residentsLedger,
  unitChecksLedger,
  unitsLedger,
  type AddressRow,
} from '#main/ledgers/population/tables.ts';
import { placePlan, policeGridsOf } from '#main/seed/place/plan.ts';
import { seededRandom } from '#main/seed/random.ts';
import { communityName, compoundName, streetName, villageName } from '#main/seed/words/place-names.ts';
import { SURNAMES } from '#main/seed/words/surnames.ts';
import { TODAY } from '#tests/support/visits.ts';
import { countBy, madeUpTown, type MadeUpTown } from './made-up-town.ts';

const PEOPLE = 10_000;

let town: MadeUpTown;
let addresses: Map<string, AddressRow>;

beforeAll(async () => {
  town = await madeUpTown(PEOPLE, { keep: true });
  addresses = new Map(town.rowsOf(addressesLedger).map((row) => [row.id, row]));
});
afterAll(() => town.close());

describe('the places of a made-up town', () => {
  test('stand in the tree where the rules let them, each with its line and its county', () => {
    for (const row of addresses.values()) {
      const parent = addresses.get(row.parentId ?? '') ?? null;
      expect(row.parentId === null).toBe(row.kind === 'province');
      if (parent !== null) expect(mayHold(parent.kind, row.kind)).toBe(true);
      expect(row.line).toBe(addressLine(parent, row));
      expect(cleanAddress(row)).toEqual(row);
      expect(addressIssues(row)).toEqual([]);
      expect(row.division).toBe(row.kind === 'province' || row.kind === 'city' ? '' : '519901');
    }
    const kinds = countBy([...addresses.values()], ({ kind }) => kind);
    expect(kinds).toMatchObject({ province: 1, city: 1, county: 1, town: 1, community: 3, village: 1 });
    expect(Math.min(kinds['street'] ?? 0, kinds['compound'] ?? 0, kinds['group'] ?? 0)).toBeGreaterThan(3);
  });

  test('are named so that a written address leads back to the door', () => {
    for (const row of addresses.values()) {
      if (!mayBeDoor(row.kind) || row.kind === 'building' || row.kind === 'entrance') continue;
      const reading = readAddressText(row.line);
      expect(reading).toMatchObject({ prefix: [], rest: '' });
      const parts = [
        reading?.place,
        reading?.group,
        reading?.gate,
        reading?.building,
        reading?.entrance,
        reading?.room,
      ];
      expect(parts.join('')).toBe(row.line);
    }
  });

  test('have names that no other has, however large the town', () => {
    for (const nameOf of [streetName, compoundName, communityName, villageName]) {
      const names = Array.from({ length: 700 }, (_, at) => nameOf(at));
      expect(new Set(names).size).toBe(names.length);
    }
    expect(new Set(SURNAMES.map(([name]) => name)).size).toBe(SURNAMES.length);
    expect(SURNAMES.length).toBeGreaterThan(100);
  });

  test('belong to grids of some hundred households, each civil one within a police one', () => {
    const grids = town.rowsOf(gridsLedger);
    for (const grid of grids) {
      expect(cleanGrid(grid)).toEqual(grid);
      expect(gridIssues(grid)).toEqual([]);
    }
    const police = new Set(grids.filter(({ kind }) => kind === 'police').map(({ code }) => code));
    const civil = new Map(
      grids.filter(({ kind }) => kind === 'civil').map((grid) => [grid.code, grid.policeGrid]),
    );
    expect([9, 10, 11]).toContain(police.size);
    expect(civil.size).toBe(police.size * 2);
    for (const covered of civil.values()) expect(police).toContain(covered);
    const doors = [...addresses.values()].filter(({ kind }) => kind === 'room' || kind === 'gate');
    for (const { policeGrid, civilGrid } of doors) {
      expect(policeGrid).not.toBeNull();
      expect(civil.get(civilGrid ?? '')).toBe(policeGrid);
    }
  });

  test('are as many as a town of that size has, and never more grids than are listed', () => {
    const planned = (people: number) => placePlan(people, seededRandom(7));
    const of = (people: number) => countBy(planned(people).settlements, ({ kind }) => kind);
    expect(of(30_000)).toEqual({ community: 8, village: 4 });
    expect(of(200_000)).toEqual({ community: 48, village: 32 });
    for (const people of [1, 299, 300, 30_000, 200_000, 1_000_000]) {
      const plan = planned(people);
      expect(plan.settlements.reduce((sum, one) => sum + one.people, 0)).toBe(people);
      expect(new Set(plan.settlements.map(({ code }) => code)).size).toBe(plan.settlements.length);
      for (const { code } of plan.settlements) expect(code).toMatch(/^519901\d{9}$/);
      const police = plan.settlements.reduce((sum, one) => sum + policeGridsOf(one, plan), 0);
      expect(police * (1 + plan.civilPerPolice)).toBeLessThanOrEqual(GRIDS_MAX);
    }
  });
});

describe('the dwellings of a made-up town', () => {
  test('are one a door, some empty, some let by a landlord who signed', () => {
    const dwellings = town.rowsOf(dwellingsLedger);
    expect(new Set(dwellings.map(({ addressId }) => addressId)).size).toBe(dwellings.length);
    for (const dwelling of dwellings) {
      expect(cleanDwelling(dwelling)).toEqual(dwelling);
      expect(dwellingIssues(dwelling)).toEqual([]);
    }
    const part = (use: string) =>
      (dwellings.filter((one) => one.use === use).length / dwellings.length) * 100;
    expect(Math.abs(part('empty') - 8.2)).toBeLessThan(1.5);
    expect(Math.abs(part('let') - 6)).toBeLessThan(1.2);
    const let_ = dwellings.filter(({ use }) => use === 'let');
    expect(let_.filter(({ pledgeOn }) => pledgeOn === null).length).toBeGreaterThan(10);
    const lived = new Set(town.rowsOf(residentsLedger).map(({ addressId }) => addressId));
    for (const { use, addressId } of dwellings)
      expect(lived.has(addressId)).toBe(use !== 'empty' && use !== 'business');
    expect(lived.size).toBe(dwellings.filter(({ use }) => use !== 'empty' && use !== 'business').length);
  });

  test('were visited, and the visit that verified one stands on the day it was verified', () => {
    const visits = Map.groupBy(town.rowsOf(homeVisitsLedger), ({ addressId }) => addressId);
    const oldest = addMonths(TODAY, -36);
    let checked = 0;
    for (const { addressId, verifiedOn, use } of town.rowsOf(dwellingsLedger)) {
      const own = visits.get(addressId) ?? [];
      for (const { visitedAt, retainUntil, nextDueOn, result } of own) {
        expect(dayOf(visitedAt) > oldest && dayOf(visitedAt) < TODAY).toBe(true);
        expect(retainUntil > TODAY).toBe(true);
        if (nextDueOn !== null) expect(['nobody', 'refused']).toContain(result);
      }
      const verifying = own.filter(({ purpose, result }) => purpose === 'verify' && result === 'met');
      const days = verifying.map(({ visitedAt }) => dayOf(visitedAt)).sort();
      if (verifiedOn === null) expect(days).toEqual([]);
      else if (verifiedOn > addMonths(TODAY, -35) && use === 'own') {
        expect(days.at(-1)).toBe(verifiedOn);
        checked += 1;
      }
    }
    expect(checked).toBeGreaterThan(2000);
  });
});

describe('the units of a made-up town', () => {
  test('could each have been entered at the desk, with the small and the key ones there are', () => {
    const units = town.rowsOf(unitsLedger);
    for (const unit of units) {
      expect(cleanUnit(unit)).toEqual(unit);
      expect(unitIssues(unit, TODAY)).toEqual([]);
      expect(unitWarnings(unit)).toEqual([]);
      expect(mayBeDoor(addresses.get(unit.addressId)?.kind ?? 'city')).toBe(true);
    }
    expect(Math.abs(units.length - 300)).toBeLessThan(10);
    expect(Math.abs(units.filter(({ keySince }) => keySince !== null).length - 5)).toBeLessThanOrEqual(3);
    expect(Math.abs(units.filter(({ smallPlace }) => smallPlace !== null).length - 140)).toBeLessThan(8);
    const codes = units.flatMap(({ creditCode }) => (creditCode === null ? [] : [creditCode]));
    expect(new Set(codes).size).toBe(codes.length);
  });

  test('were checked, and a hazard stands open here and there', () => {
    const checks = town.rowsOf(unitChecksLedger);
    for (const check of checks) {
      expect(cleanUnitCheck(check)).toEqual(check);
      expect(unitCheckIssues(check, TODAY)).toEqual([]);
      expect(check.retainUntil > TODAY).toBe(true);
      expect(check.officer).toBe(town.officer.staff);
    }
    expect(checks.length).toBeGreaterThan(400);
    expect(checks.some(isOpenCheck)).toBe(true);
    expect(checks.some(({ recheckResult }) => recheckResult === 'put-right')).toBe(true);
  });
});
