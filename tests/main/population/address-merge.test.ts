/** Two records of one place become one, with everybody and everything on them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseChange } from '#bundle-format';
import { verifyStore } from '#main/db/verify.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { linesBelow } from '#main/ledgers/population/places/rewrite-lines.ts';
import { dwellingsLedger, householdsLedger, unitsLedger } from '#main/ledgers/population/tables.ts';
import { failureOfWork } from '#tests/support/failures.ts';
import { openPlacesDesk, putCompound, type PlacesDesk } from '#tests/support/places.ts';
import { OFFICE_CODE } from '#tests/support/store.ts';

/** 青禾苑 twice: as 青禾苑 with 3栋, and as 青禾小区 with 三幢, in which there is more. */
function openTwice() {
  const desk = openPlacesDesk();
  const { add, community } = desk;
  const kept = add(community, 'compound', '青禾苑');
  const building = add(kept, 'building', '3栋');
  const room = add(add(building, 'entrance', '2单元'), 'room', '501');
  const double = add(community, 'compound', '青禾小区', {
    aliases: '老纺织厂宿舍',
    quiet: true,
    bestTime: '18点后',
  });
  const otherBuilding = add(double, 'building', '三幢');
  const otherEntrance = add(otherBuilding, 'entrance', '二单元');
  const otherRoom = add(otherEntrance, 'room', '501室');
  const onlyThere = add(otherEntrance, 'room', '502');
  const newBuilding = add(double, 'building', '4栋');
  const newRoom = add(newBuilding, 'room', '101');
  return { ...desk, kept, building, room, double, otherBuilding, otherRoom, onlyThere, newBuilding, newRoom };
}

const atOf = (desk: PlacesDesk, table: string) =>
  desk.store.raw
    .prepare(`SELECT address_id FROM ${table} WHERE retired_at IS NULL ORDER BY id`)
    .pluck()
    .all();

describe('merging', () => {
  test('joins what has one name and moves what has not, down to the doors', async () => {
    const desk = openTwice();
    const { kept, room, double, otherRoom, onlyThere, newRoom, otherBuilding, storedAddress, below } = desk;
    expect(await desk.merge(double.id, kept.id)).toMatchObject({
      id: kept.id,
      line: '青禾苑',
      aliases: ['青禾小区', '老纺织厂宿舍'],
      quiet: true,
      bestTime: '18点后',
      children: 2,
    });
    expect(below(kept.id).map(({ line }) => line)).toEqual(['青禾苑3栋', '青禾苑4栋']);
    expect(storedAddress(onlyThere.id)).toMatchObject({ line: '青禾苑3栋2单元502', retiredAt: null });
    expect(storedAddress(onlyThere.id).parentId).toBe(storedAddress(room.id).parentId);
    expect(storedAddress(newRoom.id).line).toBe('青禾苑4栋101');
    expect(storedAddress(otherRoom.id)).toMatchObject({ mergedInto: room.id });
    expect(storedAddress(otherRoom.id).retiredAt).not.toBeNull();
    // By its other spelling the building is still found.
    expect(storedAddress(desk.building.id).aliases).toBe('三幢');
    // An old note leads on.
    expect(desk.open(otherBuilding.id).mergedInto).toBe(desk.building.id);
    expect(failureOfWork(() => desk.door(otherRoom.id))).toEqual({ code: 'missing' });
    expect(linesBelow(desk.store.raw, kept.id, storedAddress(kept.id))).toEqual([]);
  });

  test('takes people, households, units and visits along, also those who left', async () => {
    const desk = openTwice();
    const { double, kept, room, otherRoom, journal, officer } = desk;
    desk.person(otherRoom.id);
    desk.person(otherRoom.id, { outState: 'moved', outOn: '2026-10-01' });
    desk.visit(otherRoom.id, { result: 'nobody' });
    const origin = { source: 'desk', synthetic: true } as const;
    journal.write(officer, (write) => {
      write.put(householdsLedger, {
        addressId: otherRoom.id,
        kind: 'family',
        number: '',
        batchId: null,
        ...origin,
      });
      write.put(unitsLedger, {
        name: '演示便利店',
        creditCode: null,
        type: 'shop',
        addressId: otherRoom.id,
        keeperName: null,
        keeperPhone: null,
        securityName: null,
        securityPhone: null,
        hours: '',
        staffBand: null,
        smallPlace: null,
        keySince: null,
        keyDecision: null,
        ...origin,
      });
    });
    const before = desk.lines().length;
    await desk.merge(double.id, kept.id, '两次录入同一小区');
    expect(atOf(desk, 'residents')).toEqual([room.id, room.id]);
    for (const table of ['households', 'units', 'home_visits']) expect(atOf(desk, table)).toEqual([room.id]);
    const written = desk.lines().slice(before).map(parseChange);
    expect(written.length).toBeGreaterThan(10);
    expect(new Set(written.map(({ why }) => why))).toEqual(new Set(['两次录入同一小区']));
    expect(verifyStore(desk.store.raw, OFFICE_CODE, LEDGER_TABLES).lines).toBe(desk.lines().length);
  });

  test.each([
    ['verified later', '2026-05-01', '2026-09-01', 'theirs'],
    ['verified earlier', '2026-09-01', '2026-05-01', 'standing'],
    ['never verified', '2026-05-01', null, 'standing'],
    ['verified where the other never was', null, '2026-05-01', 'theirs'],
    ['as unsure as the other', null, null, 'standing'],
  ] as const)('of two dwellings on one door, one %s', async (_what, standing, theirs, winner) => {
    const desk = openTwice();
    const { room, otherRoom, journal, officer } = desk;
    desk.dwell(room.id, { ownerName: '周明' });
    desk.dwell(otherRoom.id, { ownerName: '吴强' });
    journal.write(officer, (write) => {
      write.patch(dwellingsLedger, '07-000001', 1, { verifiedOn: standing });
      write.patch(dwellingsLedger, '07-000002', 1, { verifiedOn: theirs });
    });
    await desk.merge(desk.double.id, desk.kept.id);
    expect(desk.door(room.id).dwelling?.ownerName).toBe(winner === 'theirs' ? '吴强' : '周明');
    expect(atOf(desk, 'dwellings')).toEqual([room.id]);
  });

  test('keeps at most five old names, its own among them', async () => {
    const desk = openTwice();
    desk.amend(desk.kept.id, { aliases: '甲\n乙\n丙\n丁\n戊' });
    expect(await desk.merge(desk.double.id, desk.kept.id)).toMatchObject({
      aliases: ['甲', '乙', '丙', '丁', '青禾小区'],
    });
  });

  test('is refused into itself, below itself, into another level, and where somebody was first', () => {
    const desk = openTwice();
    const { double, kept, otherBuilding, building } = desk;
    const intoIssue = (from: string, into: string) => {
      const failure = failureOfWork(() => desk.merge(from, into));
      return failure.code === 'invalid' ? failure.issues : failure.code;
    };
    expect(intoIssue(double.id, double.id)).toEqual([{ field: 'into', rule: 'same' }]);
    expect(intoIssue(double.id, building.id)).toEqual([{ field: 'into', rule: 'other-kind' }]);
    expect(intoIssue(double.id, '07-999999')).toEqual([{ field: 'into', rule: 'required' }]);
    const street = desk.add(desk.community, 'street', '胜利路');
    const gate = desk.add(street, 'gate', '12号');
    const annex = desk.add(gate, 'gate', '附3号');
    expect(intoIssue(gate.id, annex.id)).toEqual([{ field: 'into', rule: 'below-it' }]);
    expect(
      failureOfWork(() =>
        desk.places.addresses.merge(
          { id: otherBuilding.id, revision: 7, into: kept.id, reason: '重复' },
          desk.officer,
          { signal: undefined },
        ),
      ),
    ).toEqual({ code: 'stale', revision: 1 });
  });

  test('a house beside another goes into that one without losing whoever lives there', async () => {
    const desk = openPlacesDesk();
    const street = desk.add(desk.community, 'street', '胜利路');
    const gate = desk.add(street, 'gate', '12号');
    const annex = desk.add(gate, 'gate', '附3号');
    const room = desk.add(annex, 'room', '201');
    desk.person(annex.id);
    await desk.merge(annex.id, gate.id);
    expect(atOf(desk, 'residents')).toEqual([gate.id]);
    expect(desk.storedAddress(room.id)).toMatchObject({ parentId: gate.id, line: '胜利路12号201' });
  });

  test('no part of it is taken back by itself', async () => {
    const desk = openTwice();
    await desk.merge(desk.double.id, desk.kept.id);
    for (const { id } of [desk.kept, desk.newBuilding, desk.newRoom])
      expect(failureOfWork(() => desk.undo('addresses', desk.storedAddress(id)))).toEqual({
        code: 'too-late',
      });
  });

  test('of two compounds of 2,500 doors is written in steps, whole', async () => {
    const desk = openPlacesDesk();
    const parent = desk.storedAddress(desk.community.id);
    const [kept, double] = desk.journal.write(desk.officer, (write) => [
      putCompound(write, parent, '青禾苑', 2500),
      putCompound(write, parent, '青禾小区', 2500),
    ]);
    if (kept === undefined || double === undefined) throw new Error('no compounds');
    const work = desk.merge(double.id, kept.id);
    expect(work).toBeInstanceOf(Promise);
    await work;
    const live = desk.store.raw.prepare(
      `SELECT count(*) FROM addresses WHERE retired_at IS NULL AND line GLOB ?`,
    );
    expect(live.pluck().get('青禾苑*')).toBe(2500 + 100 + 50 + 1);
    expect(live.pluck().get('青禾小区*')).toBe(0);
  });

  test('loses nobody, whatever the two trees look like', async () => {
    const shape = fc.array(
      fc.record({
        building: fc.constantFrom('1栋', '1幢', '2栋', '三栋', '3栋'),
        entrance: fc.constantFrom(null, '1单元', '一单元', '2单元'),
        room: fc.constantFrom('101', '101室', '102', '201'),
        people: fc.nat(2),
      }),
      { maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(shape, shape, async (a, b) => {
        const desk = openPlacesDesk({ keep: true });
        const compounds = ['青禾苑', '青禾小区'].map((name) => desk.add(desk.community, 'compound', name));
        for (const [at, doors] of [a, b].entries())
          for (const { building, entrance, room, people } of doors) {
            let above = compounds[at]?.id ?? '';
            for (const [kind, name] of [
              ['building', building],
              ['entrance', entrance],
              ['room', room],
            ] as const)
              if (name !== null) above = standing(desk, above, kind, name);
            for (let one = 0; one < people; one += 1) desk.person(above);
          }
        const everybody = atOf(desk, 'residents').length;
        await desk.merge(compounds[1]?.id ?? '', compounds[0]?.id ?? '');
        const kept = compounds[0]?.id ?? '';
        expect(desk.open(kept).people).toBe(everybody);
        expect(linesBelow(desk.store.raw, kept, desk.storedAddress(kept))).toEqual([]);
        verifyStore(desk.store.raw, OFFICE_CODE, LEDGER_TABLES);
        desk.close();
      }),
      { numRuns: 25 },
    );
  });
});

/** The element of that name, made where it is missing. */
function standing(
  desk: PlacesDesk,
  above: string,
  kind: 'building' | 'entrance' | 'room',
  name: string,
): string {
  try {
    return desk.add({ id: above }, kind, name).id;
  } catch {
    const digits = (text: string) =>
      text.replace(/[一三]/u, (one) => (one === '一' ? '1' : '3')).match(/\d+/)?.[0];
    const found = desk
      .below(above)
      .find((child) => child.kind === kind && digits(child.name) === digits(name));
    if (found === undefined) throw new Error(`${name} is neither there nor added`);
    return found.id;
  }
}
