/** Police grids and civil grids: what carries them, what a new code changes, how fresh their people are. */
import { describe, expect, test } from 'vitest';
import type { GridInput } from '#shared/ledgers/population/grids.ts';
import { now } from '#tests/support/answers.ts';
import { failureOfWork } from '#tests/support/failures.ts';
import { CONTEXT } from '#tests/support/people.ts';
import { openPlacesDesk, putCompound } from '#tests/support/places.ts';
import { newDraft } from '#tests/support/visits.ts';

const POLICE: GridInput = { kind: 'police', code: '03', name: '03警格', policeGrid: null, keeper: '李建国' };
const CIVIL: GridInput = {
  kind: 'civil',
  code: '胜利01',
  name: '胜利第一网格',
  policeGrid: '03',
  keeper: '张网格',
};

/** The two grids of 胜利社区, which its addresses carry. */
function openGrids() {
  const desk = openPlacesDesk();
  const { places, officer } = desk;
  const addGrid = (grid: GridInput, draft = newDraft()) =>
    now(places.grids.add({ grid, draft }, officer, CONTEXT));
  const police = addGrid(POLICE);
  const civil = addGrid(CIVIL);
  const amendGrid = (id: string, revision: number, grid: GridInput) =>
    places.grids.amend({ id, revision, grid }, officer, CONTEXT);
  const retire = (id: string, revision = 1) =>
    now(places.grids.retire({ id, revision, reason: '调整' }, officer, CONTEXT));
  const list = () => now(places.grids.list({}, officer, CONTEXT));
  return { ...desk, addGrid, police, civil, amendGrid, retire, list };
}

const issuesOf = (work: () => unknown) => {
  const failure = failureOfWork(work);
  if (failure.code !== 'invalid') throw new Error(failure.code);
  return failure.issues;
};

describe('the list', () => {
  test('has police grids first, each by code, with the doors that carry it', () => {
    const { add, community, addGrid, list } = openGrids();
    addGrid({ ...POLICE, code: '01', name: '01警格' });
    const building = add(add(community, 'compound', '青禾苑'), 'building', '3栋');
    add(building, 'room', '501');
    add(building, 'room', '502', { policeGrid: '01' });
    add(add(community, 'street', '胜利路'), 'gate', '12号');
    expect(list().map(({ kind, code, doors }) => [kind, code, doors])).toEqual([
      ['police', '01', 1],
      ['police', '03', 2],
      ['civil', '胜利01', 3],
    ]);
  });
});

describe('a grid', () => {
  test('has a code of its own within its kind, a name, and a cover that exists', () => {
    const { addGrid } = openGrids();
    expect(issuesOf(() => addGrid({ ...POLICE, code: ' 03 ' }))).toEqual([{ field: 'code', rule: 'exists' }]);
    expect(issuesOf(() => addGrid({ ...CIVIL, code: '胜利02', policeGrid: '99' }))).toEqual([
      { field: 'policeGrid', rule: 'missing' },
    ]);
    expect(issuesOf(() => addGrid({ ...POLICE, code: '', name: '' }))).toEqual([
      { field: 'code', rule: 'required' },
      { field: 'name', rule: 'required' },
    ]);
    // The same code names another thing in the other kind, and a police grid has no cover.
    expect(addGrid({ ...POLICE, code: '胜利01', policeGrid: '03' })).toMatchObject({ policeGrid: null });
  });

  test('is made once from one draft', () => {
    const { addGrid, list } = openGrids();
    const draft = newDraft();
    expect(addGrid({ ...POLICE, code: '04' }, draft).id).toBe(addGrid({ ...POLICE, code: '04' }, draft).id);
    expect(list()).toHaveLength(3);
  });

  test('takes whatever carries it along to a new code, and back again', () => {
    const { clock, amendGrid, police, community, storedAddress, list, undo } = openGrids();
    clock.forward({ minutes: 2 });
    expect(now(amendGrid(police.id, 1, { ...POLICE, code: '13' }))).toMatchObject({
      code: '13',
      revision: 2,
    });
    expect(storedAddress(community.id).policeGrid).toBe('13');
    expect(list().map(({ code, policeGrid }) => [code, policeGrid])).toEqual([
      ['13', null],
      ['胜利01', '13'],
    ]);
    undo('grids', { id: police.id, revision: 2 });
    expect(storedAddress(community.id).policeGrid).toBe('03');
    expect(list().map(({ code, policeGrid }) => [code, policeGrid])).toEqual([
      ['03', null],
      ['胜利01', '03'],
    ]);
  });

  test('of thousands of doors gets its new code in steps', async () => {
    const { journal, officer, storedAddress, community, amendGrid, police, list } = openGrids();
    const parent = storedAddress(community.id);
    journal.write(officer, (write) => putCompound(write, parent, '青禾苑', 2100));
    const work = amendGrid(police.id, 1, { ...POLICE, code: '13' });
    expect(work).toBeInstanceOf(Promise);
    expect((await work).doors).toBe(2100);
    expect(list()[0]).toMatchObject({ code: '13', doors: 2100 });
  });

  test('that is carried is neither retired nor turned into the other kind', () => {
    const { retire, police, civil, amendGrid, community, amend, undo } = openGrids();
    expect(issuesOf(() => retire(police.id))).toEqual([{ field: 'id', rule: 'in-use' }]);
    expect(issuesOf(() => amendGrid(civil.id, 1, { ...POLICE, code: '胜利01' }))).toEqual([
      { field: 'kind', rule: 'in-use' },
    ]);
    expect(failureOfWork(() => undo('grids', civil))).toEqual({ code: 'too-late' });
    amend(community.id, { policeGrid: null, civilGrid: null });
    // The civil grid still names the police grid that covers it.
    expect(issuesOf(() => retire(police.id))).toEqual([{ field: 'id', rule: 'in-use' }]);
    expect(retire(civil.id)).toEqual({});
    expect(retire(police.id)).toEqual({});
    expect(failureOfWork(() => retire(police.id))).toEqual({ code: 'missing' });
  });
});

describe('freshness', () => {
  test('counts who is here, grid by grid', () => {
    const { add, community, person, places, officer } = openGrids();
    const street = add(community, 'street', '胜利路');
    const [here, there] = [add(street, 'gate', '1号'), add(street, 'gate', '2号', { policeGrid: '04' })];
    const on = (verifiedOn: string | null) => ({ verifiedOn });
    for (const day of [null, '2026-11-23', '2026-08-24', '2026-08-23', '2023-11-24', '2023-11-23'])
      person(here.id, on(day));
    person(here.id, { outState: 'moved', outOn: '2026-10-01' });
    person(there.id, on('2020-01-01'));
    expect(places.grids.freshness({}, officer, CONTEXT)).toEqual([
      { policeGrid: '03', people: 6, fresh: 2, due: 2, stale: 1, never: 1 },
      { policeGrid: '04', people: 1, fresh: 0, due: 0, stale: 1, never: 0 },
    ]);
  });
});
