/** The tree of places: added to, renamed, moved, put out of use. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ELEMENT_KINDS, type ElementKind } from '#shared/ledgers/population/addresses.ts';
import { compareNames, elementKey } from '#main/ledgers/population/places/element-key.ts';
import { addressLineOf, below, shortLine } from '#main/ledgers/population/places/lines.ts';
import { linesBelow } from '#main/ledgers/population/places/rewrite-lines.ts';
import { verifyStore } from '#main/db/verify.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { now } from '#tests/support/answers.ts';
import { failureOfLater, failureOfWork } from '#tests/support/failures.ts';
import { CONTEXT } from '#tests/support/people.ts';
import { openPlacesDesk, putCompound } from '#tests/support/places.ts';
import { OFFICE_CODE } from '#tests/support/store.ts';
import { newDraft } from '#tests/support/visits.ts';

/** 青禾苑3栋2单元501 with everything above it. */
function openCompound() {
  const desk = openPlacesDesk();
  const compound = desk.add(desk.community, 'compound', '青禾苑');
  const building = desk.add(compound, 'building', '3栋');
  const entrance = desk.add(building, 'entrance', '2单元');
  const room = desk.add(entrance, 'room', '501', { floor: 5 });
  return { ...desk, compound, building, entrance, room };
}

const issueOf = (work: () => unknown) => {
  const failure = failureOfWork(work);
  if (failure.code !== 'invalid') throw new Error(failure.code);
  return failure.issues;
};

describe('adding', () => {
  test('a door gets its line, and the grids and the division of what it stands in', () => {
    const { room, compound, open } = openCompound();
    expect(room).toMatchObject({
      line: '青禾苑3栋2单元501',
      floor: 5,
      policeGrid: '03',
      civilGrid: '胜利01',
      division: '519901',
      people: 0,
      children: 0,
      mergedInto: null,
      synthetic: true,
    });
    expect(room.above.map(({ name }) => name)).toEqual(['青禾镇', '胜利社区', '青禾苑', '3栋', '2单元']);
    expect(open(compound.id)).toMatchObject({ line: '青禾苑', children: 1, elements: 3 });
  });

  test('a place counts what stands below it, whether or not it is all there is', () => {
    const { town, community, open, add, person, room } = openCompound();
    person(room.id);
    person(room.id, { outState: 'moved', outOn: '2026-10-01' });
    const counts = (id: string) => {
      const { elements, people } = open(id);
      return { elements, people };
    };
    expect(counts(town.id)).toEqual({ elements: 5, people: 1 });
    expect(counts(community.id)).toEqual({ elements: 4, people: 1 });
    const other = add(null, 'town', '白鹤镇');
    expect(counts(town.id)).toEqual({ elements: 5, people: 1 });
    expect(counts(other.id)).toEqual({ elements: 0, people: 0 });
  });

  test('a grid of its own stays its own', () => {
    const { add, building } = openCompound();
    expect(add(building, 'entrance', '3单元', { policeGrid: '04' })).toMatchObject({
      policeGrid: '04',
      civilGrid: '胜利01',
    });
  });

  test('one draft makes one element, until that is taken away', () => {
    const { add, building, places, officer } = openCompound();
    const draft = newDraft();
    const first = add(building, 'entrance', '3单元', {}, officer, draft);
    expect(add(building, 'entrance', '3单元', {}, officer, draft).id).toBe(first.id);
    now(places.addresses.retire({ id: first.id, revision: 1, reason: '错录' }, officer, CONTEXT));
    expect(add(building, 'entrance', '3单元', {}, officer, draft).id).not.toBe(first.id);
  });

  test.each([
    ['the same name', 'building', '3栋'],
    ['another spelling of it', 'building', '三幢'],
    ['yet another', 'building', ' ３号楼 '],
  ] as const)('%s is refused under one parent', (_what, kind, name) => {
    const { add, compound, auxiliary } = openCompound();
    expect(issueOf(() => add(compound, kind, name, {}, auxiliary))).toEqual([
      { field: 'name', rule: 'exists' },
    ]);
    expect(add(compound, kind, '4栋').line).toBe('青禾苑4栋');
  });

  test('what cannot stand there is refused at its field', () => {
    const { add, room, building } = openCompound();
    expect(issueOf(() => add(room, 'entrance', '1单元'))).toEqual([
      { field: 'parentId', rule: 'cannot-hold' },
    ]);
    expect(issueOf(() => add(building, 'building', '4栋'))).toEqual([
      { field: 'parentId', rule: 'cannot-hold' },
    ]);
    expect(issueOf(() => add({ id: '07-999999' }, 'gate', '1号'))).toEqual([
      { field: 'parentId', rule: 'required' },
    ]);
    expect(issueOf(() => add(null, 'street', '胜利路'))).toEqual([{ field: 'parentId', rule: 'required' }]);
    expect(issueOf(() => add(building, 'entrance', '　'))).toEqual([{ field: 'name', rule: 'required' }]);
  });

  test('the country has its own line, and a house may stand beside a house', () => {
    const { add, town } = openCompound();
    const village = add(town, 'village', '青龙村');
    const gate = add(add(village, 'group', '2组'), 'gate', '15号');
    expect(add(gate, 'gate', '附1号').line).toBe('青龙村2组15号附1号');
  });
});

describe('order', () => {
  test('is that in which people read numbers', () => {
    const { add, below: childrenOf, community } = openPlacesDesk();
    const street = add(community, 'street', '胜利路');
    const gates = ['12号', '2号', '附3号', '10号', '12号附3号', '13号', '12号附1号'];
    for (const name of gates) add(street, 'gate', name);
    expect(childrenOf(street.id).map(({ name }) => name)).toEqual([
      '2号',
      '10号',
      '12号',
      '12号附1号',
      '12号附3号',
      '13号',
      '附3号',
    ]);
    const compound = add(community, 'compound', '青禾苑');
    for (const name of ['10栋', '2栋', 'B座', '十一栋', 'A座', '三栋']) add(compound, 'building', name);
    expect(childrenOf(compound.id).map(({ name }) => name)).toEqual([
      '2栋',
      '三栋',
      '10栋',
      '十一栋',
      'A座',
      'B座',
    ]);
    expect(childrenOf(null).map(({ name }) => name)).toEqual(['青禾镇']);
  });

  test('compares any two names one way, and never two as equal that are not', () => {
    const name = fc.oneof(
      fc.string({ maxLength: 6 }),
      fc.tuple(fc.nat(30), fc.constantFrom('号', '栋', '单元', '组', '')).map(([n, word]) => `${n}${word}`),
    );
    fc.assert(
      fc.property(name, name, name, (a, b, c) => {
        expect(Math.sign(compareNames(a, b))).toBe(-Math.sign(compareNames(b, a)) + 0);
        expect(compareNames(a, b) === 0).toBe(a === b);
        if (compareNames(a, b) < 0 && compareNames(b, c) < 0) expect(compareNames(a, c)).toBeLessThan(0);
      }),
    );
  });

  test('spellings of one name have one key, and that of another number has another', () => {
    const spellings = [
      ['building', ['3栋', '三幢', '3号楼', '3#', '３座', '03栋', '第3栋']],
      ['entrance', ['2单元', '二单元', '2', '第2单元']],
      ['room', ['501', '501室', '５０１', '501号']],
      ['gate', ['12号', '12', '012号']],
      ['group', ['2组', '二社', '2队', '第二村民小组']],
    ] as const;
    for (const [kind, names] of spellings)
      expect(new Set(names.map((one) => elementKey(kind, one))).size, kind).toBe(1);
    const kind = fc.constantFrom(
      'building',
      'entrance',
      'room',
      'gate',
      'group',
    ) as fc.Arbitrary<ElementKind>;
    fc.assert(
      fc.property(kind, fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 999 }), (one, a, b) => {
        expect(elementKey(one, `${a}`) === elementKey(one, `${b}`)).toBe(a === b);
      }),
    );
    // What stands in brackets is part of the name.
    expect(elementKey('compound', '青禾苑(一期)')).not.toBe(elementKey('compound', '青禾苑(二期)'));
  });
});

describe('amending', () => {
  test('a new name goes down to every door', () => {
    const { amend, compound, storedAddress, room, building, store } = openCompound();
    expect(amend(compound.id, { name: '青禾新苑', aliases: '青禾苑' })).toMatchObject({
      line: '青禾新苑',
      aliases: ['青禾苑'],
      revision: 2,
    });
    expect(storedAddress(room.id)).toMatchObject({ line: '青禾新苑3栋2单元501', revision: 2 });
    expect(addressLineOf(store.read, building.id)).toBe('青禾新苑3栋');
  });

  test('what is written on no line rewrites none', () => {
    const { amend, community, storedAddress, room } = openCompound();
    amend(community.id, { name: '胜利新社区' });
    expect(storedAddress(room.id).revision).toBe(1);
  });

  test('moving goes down as well, but never into itself', () => {
    const { amend, add, community, compound, building, room, storedAddress } = openCompound();
    const other = add(community, 'compound', '和平里');
    amend(building.id, { parentId: other.id });
    expect(storedAddress(room.id).line).toBe('和平里3栋2单元501');
    const street = add(community, 'street', '胜利路');
    const gate = add(street, 'gate', '12号');
    const annex = add(gate, 'gate', '附3号');
    expect(issueOf(() => amend(gate.id, { parentId: annex.id }))).toEqual([
      { field: 'parentId', rule: 'cannot-hold' },
    ]);
    expect(issueOf(() => amend(gate.id, { parentId: gate.id }))).toEqual([
      { field: 'parentId', rule: 'cannot-hold' },
    ]);
    expect(issueOf(() => amend(building.id, { parentId: room.id }))).toEqual([
      { field: 'parentId', rule: 'cannot-hold' },
    ]);
    expect(issueOf(() => amend(other.id, { kind: 'entrance', parentId: compound.id }))).toEqual([
      { field: 'kind', rule: 'cannot-hold' },
    ]);
  });

  test('is refused when somebody else was first, and where the name is taken', () => {
    const { amend, amendInput, places, auxiliary, add, compound, building } = openCompound();
    add(compound, 'building', '4栋');
    expect(issueOf(() => amend(building.id, { name: '4幢' }))).toEqual([{ field: 'name', rule: 'exists' }]);
    const stale = amendInput(building.id, { quiet: true });
    amend(building.id, { bestTime: '18点后' });
    expect(failureOfWork(() => places.addresses.amend(stale, auxiliary, CONTEXT))).toEqual({
      code: 'stale',
      revision: 2,
    });
    // Its own name is not somebody else's.
    expect(amend(building.id, { name: '3幢' }).line).toBe('青禾苑3幢');
  });

  test('a compound of 3,000 doors is renamed whole, in steps, or not at all', async () => {
    const desk = openPlacesDesk();
    const { journal, officer, storedAddress, community, store, places, amendInput } = desk;
    const compound = journal.write(officer, (write) =>
      putCompound(write, storedAddress(community.id), '青禾苑', 3000),
    );
    const count = (beginning: string) =>
      store.raw.prepare('SELECT count(*) FROM addresses WHERE line GLOB ?').pluck().get(`${beginning}*`);
    expect(count('青禾苑')).toBe(3000 + 120 + 60 + 1);

    const gone = new AbortController();
    const input = amendInput(compound.id, { name: '青禾新苑' });
    const cancelled = failureOfLater(async () => {
      const work = places.addresses.amend(input, officer, { signal: gone.signal });
      gone.abort();
      await work;
    });
    expect(await cancelled).toEqual({ code: 'cancelled' });
    expect(count('青禾新苑')).toBe(0);

    const work = places.addresses.amend(input, officer, CONTEXT);
    expect(work).toBeInstanceOf(Promise);
    // Meanwhile others wait rather than write something in between.
    expect(failureOfWork(() => desk.add(community, 'street', '胜利路'))).toEqual({ code: 'at-work' });
    expect(await work).toMatchObject({ line: '青禾新苑', revision: 2 });
    expect(count('青禾新苑')).toBe(3181);
    expect(count('青禾苑')).toBe(0);
    expect(verifyStore(store.raw, OFFICE_CODE, LEDGER_TABLES).lines).toBe(desk.lines().length);
  });

  test('lines never depend on the way a tree came to be', () => {
    const names = fc.constantFrom('甲', '乙', '丙', '丁');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(20), fc.constantFrom(...ELEMENT_KINDS), names), { maxLength: 14 }),
        fc.array(fc.tuple(fc.nat(20), fc.nat(20), names), { maxLength: 6 }),
        (additions, changes) => {
          const desk = openPlacesDesk({ keep: true });
          const all = [desk.town.id, desk.community.id];
          const at = (index: number) => all[index % all.length] ?? '';
          const trying = (work: () => unknown) => {
            try {
              work();
            } catch (error) {
              if (!(error instanceof Error && error.name === 'Refusal')) throw error;
            }
          };
          for (const [index, kind, name] of additions)
            trying(() => all.push(desk.add({ id: at(index) }, kind, name).id));
          for (const [index, parent, name] of changes)
            trying(() => desk.amend(at(index), { parentId: index === 0 ? null : at(parent), name }));
          const topmost = desk.storedAddress(desk.town.id);
          expect(linesBelow(desk.store.raw, topmost.id, topmost)).toEqual([]);
          for (const id of all) expect(linesBelow(desk.store.raw, id, desk.storedAddress(id))).toEqual([]);
          expect(below(desk.store.raw, desk.town.id).sort()).toEqual(all.sort());
          desk.close();
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('grids of a place', () => {
  test('go down to what had none or the same, and leave others alone', () => {
    const { add, amend, building, entrance, room, community, compound, storedAddress, places, officer } =
      openCompound();
    const other = add(building, 'entrance', '3单元', { policeGrid: '05' });
    amend(room.id, { policeGrid: null });
    const { revision } = storedAddress(community.id);
    const set = (policeGrid: string | null, civilGrid: string | null) =>
      now(places.addresses.setGrids({ id: community.id, revision, policeGrid, civilGrid }, officer, CONTEXT));
    expect(set(' 07 ', '胜利01')).toEqual({ changed: 5 });
    for (const { id } of [community, compound, building, entrance, room])
      expect(storedAddress(id)).toMatchObject({ policeGrid: '07', civilGrid: '胜利01' });
    expect(storedAddress(other.id)).toMatchObject({ policeGrid: '05', civilGrid: '胜利01' });
    expect(failureOfWork(() => set('08', null))).toEqual({ code: 'stale', revision: revision + 1 });
  });
});

describe('retiring', () => {
  const retire = ({ places, officer }: ReturnType<typeof openCompound>, id: string) =>
    now(places.addresses.retire({ id, revision: 1, reason: '已拆除' }, officer, CONTEXT));

  test('is refused while anything stands on the place or below it', () => {
    const desk = openCompound();
    const notEmpty = [{ field: 'id', rule: 'not-empty' }];
    expect(issueOf(() => retire(desk, desk.building.id))).toEqual(notEmpty);
    desk.person(desk.room.id);
    expect(issueOf(() => retire(desk, desk.room.id))).toEqual(notEmpty);
    const next = desk.add(desk.entrance, 'room', '502');
    desk.dwell(next.id);
    expect(issueOf(() => retire(desk, next.id))).toEqual(notEmpty);
  });

  test('is possible where a visit found no such door', () => {
    const desk = openCompound();
    desk.visit(desk.room.id, { result: 'no-such-address' });
    expect(retire(desk, desk.room.id)).toEqual({});
    expect(failureOfWork(() => desk.open(desk.room.id))).toEqual({ code: 'missing' });
  });
});

describe('taking back', () => {
  test('a rename takes its doors back with it', () => {
    const { amend, compound, room, storedAddress, undo } = openCompound();
    const renamed = amend(compound.id, { name: '青禾新苑' });
    expect(undo('addresses', renamed)).toEqual({ left: true });
    expect(storedAddress(compound.id)).toMatchObject({ name: '青禾苑', line: '青禾苑', revision: 3 });
    expect(storedAddress(room.id).line).toBe('青禾苑3栋2单元501');
    // The line of a door is not a change of its own.
    amend(compound.id, { name: '青禾三苑' });
    expect(failureOfWork(() => undo('addresses', storedAddress(room.id)))).toEqual({ code: 'too-late' });
  });

  test('grids given to a place go back for everything they were given to', () => {
    const { clock, places, officer, compound, room, storedAddress, undo } = openCompound();
    clock.forward({ seconds: 90 });
    now(
      places.addresses.setGrids(
        { id: compound.id, revision: 1, policeGrid: '09', civilGrid: '胜利01' },
        officer,
        CONTEXT,
      ),
    );
    expect(storedAddress(room.id).policeGrid).toBe('09');
    undo('addresses', storedAddress(compound.id));
    expect(storedAddress(room.id).policeGrid).toBe('03');
  });

  test('a new element is not taken away again once something stands on it, nor a name that is taken since', () => {
    const { add, amend, entrance, compound, building, undo } = openCompound();
    expect(failureOfWork(() => undo('addresses', entrance))).toEqual({ code: 'too-late' });
    const fresh = add(entrance, 'room', '502');
    expect(undo('addresses', fresh)).toEqual({ left: false });
    const renamed = amend(building.id, { name: '5栋' });
    add(compound, 'building', '3栋');
    expect(failureOfWork(() => undo('addresses', renamed))).toEqual({ code: 'too-late' });
  });
});

test('the history of a place says what was above it by name', () => {
  const { add, amend, community, building, historyOf, auxiliary } = openCompound();
  const other = add(community, 'compound', '和平里');
  amend(building.id, { parentId: other.id });
  const [last] = historyOf('addresses', building.id, auxiliary);
  expect(last?.changes).toContainEqual({ field: 'parentId', before: '青禾苑', after: '和平里' });
});

test('the short line ends at the entrance, that of a house is whole', () => {
  const { room, building } = openCompound();
  expect(shortLine(room)).toBe('青禾苑3栋2单元');
  expect(shortLine(building)).toBe('青禾苑3栋');
});
