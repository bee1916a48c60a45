/** From what a sheet says of an address to one element of the tree, whatever the spelling. */
import { describe, expect, test } from 'vitest';
import { addressLine, type ElementKind } from '#shared/ledgers/population/addresses.ts';
import { readAddressText, type AddressReading } from '#shared/ledgers/population/address-text.ts';
import {
  addressBook,
  type AddressBook,
  type AddressOrigin,
} from '#main/ledgers/population/places/settle-address.ts';
import { addressesLedger, type AddressRow } from '#main/ledgers/population/tables.ts';
import { openTestStore, type TestStore } from '#tests/support/store.ts';

const origin: AddressOrigin = { source: 'import', synthetic: true, batchId: 'b1' };

function reading(text: string): AddressReading {
  const read = readAddressText(text);
  if (read === null) throw new Error(`not an address: ${text}`);
  return read;
}

function settled(door: ReturnType<AddressBook['make']>) {
  if (door === null) throw new Error('nothing says in which place it stands');
  return door;
}

function put(
  desk: TestStore,
  parent: AddressRow | null,
  kind: ElementKind,
  name: string,
  more: Partial<AddressRow> = {},
): AddressRow {
  return desk.journal.write(desk.officer, (write) =>
    write.put(addressesLedger, {
      parentId: parent?.id ?? null,
      kind,
      name,
      line: addressLine(parent, { kind, name }),
      floor: null,
      aliases: '',
      division: '519901',
      communityCode: '',
      policeGrid: null,
      civilGrid: null,
      state: 'in-use',
      quiet: false,
      bestTime: '',
      mergedInto: null,
      batchId: null,
      source: 'desk',
      synthetic: true,
      ...more,
    }),
  );
}

/** 胜利社区 with the compound 青禾苑, its third building and one entrance. */
function openTown() {
  const desk = openTestStore();
  const town = put(desk, null, 'town', '青禾镇');
  const community = put(desk, town, 'community', '胜利社区');
  const compound = put(desk, community, 'compound', '青禾苑', { policeGrid: '03', aliases: '老纺织厂宿舍' });
  const building = put(desk, compound, 'building', '3幢');
  const entrance = put(desk, building, 'entrance', '2单元');
  const room = put(desk, entrance, 'room', '501', { floor: 5 });
  const make = (texts: readonly string[], base: string | null = community.id) => {
    const book = addressBook(desk.store.raw);
    return desk.journal.write({ ...desk.officer, door: 'import' }, (write) =>
      texts.map((text) => settled(book.make(write, reading(text), base, origin))),
    );
  };
  const find = (text: string, base: string | null = community.id) =>
    addressBook(desk.store.raw).find(reading(text), base);
  const rowOf = (id: string) =>
    desk.store.raw.prepare('SELECT * FROM addresses WHERE id = ?').get(id) as Record<string, unknown>;
  return { desk, town, community, compound, building, room, make, find, rowOf };
}

describe('finding', () => {
  test.each([
    '青禾苑3栋2单元501',
    '青禾苑三幢二单元501室',
    '青禾苑3号楼2-501',
    '青禾苑 3-2-501',
    '青禾苑3#2单元5楼501',
    '示例市青禾镇胜利社区青禾苑3栋2单元501',
    '老纺织厂宿舍3栋2单元501',
    '青禾苑3栋501',
  ])('%s is the door that stands there', (text) => {
    const { room, find, make } = openTown();
    expect(find(text)?.id).toBe(room.id);
    expect(make([text])).toEqual([{ id: room.id, made: 0 }]);
  });

  test('bare numbers belong to the place that the sheet is about', () => {
    const { room, compound, building, find } = openTown();
    expect(find('3-2-501', compound.id)?.id).toBe(room.id);
    expect(find('2单元501', building.id)?.id).toBe(room.id);
    // From a building one goes up to what holds buildings.
    expect(find('3-2-501', building.id)?.id).toBe(room.id);
    expect(find('3-2-501', null)).toBeNull();
  });

  test('a door that is not there is not found, nor one of two places with the same name', () => {
    const { desk, town, find } = openTown();
    expect(find('青禾苑3栋2单元502')).toBeNull();
    expect(find('青禾苑4栋2单元501')).toBeNull();
    const other = put(desk, town, 'community', '和平社区');
    const streets = [put(desk, town, 'street', '胜利路'), put(desk, other, 'street', '胜利路')];
    for (const street of streets) put(desk, street, 'gate', '12号');
    expect(find('胜利路12号', null)).toBeNull();
    expect(find('和平社区胜利路12号', null)?.parentId).toBe(streets[1]?.id);
    expect(find('胜利路12号', other.id)?.parentId).toBe(streets[1]?.id);
  });

  test('with two entrances a room without one is nobody’s', () => {
    const { desk, building, find } = openTown();
    put(desk, building, 'entrance', '1单元');
    expect(find('青禾苑3栋501')).toBeNull();
  });
});

describe('making', () => {
  test('builds only what is missing, once, also for rows that no other connection sees yet', () => {
    const { make, rowOf } = openTown();
    const made = make([
      '青禾苑3栋2单元502',
      '青禾苑三幢2单元502室',
      '青禾苑5栋1单元1203',
      '青禾苑5号楼1单元1204',
    ]);
    expect(made.map((one) => one.made)).toEqual([1, 0, 3, 1]);
    expect(made[0]?.id).toBe(made[1]?.id);
    expect(rowOf(made[2]?.id ?? '')).toMatchObject({
      kind: 'room',
      name: '1203',
      line: '青禾苑5栋1单元1203',
      floor: 12,
      police_grid: '03',
      division: '519901',
      state: 'unverified',
      batch_id: 'b1',
      source: 'import',
    });
  });

  test('knows the town and the country', () => {
    const { make, rowOf } = openTown();
    const texts = [
      '胜利路12号附3号',
      '胜利路12号',
      '胜利路12号3单元501',
      '青龙村2组15号',
      '青龙村二组十五号附1号',
      '青禾苑3栋2单元负101室',
    ];
    const made = make(texts);
    const lineOf = (at: number) => rowOf(made[at]?.id ?? '')['line'];
    expect(made.map((one) => one.made)).toEqual([3, 0, 2, 3, 1, 1]);
    expect(texts.map((_, at) => lineOf(at))).toEqual([
      '胜利路12号附3号',
      '胜利路12号',
      '胜利路12号3单元501',
      '青龙村2组15号',
      '青龙村2组15号附1号',
      '青禾苑3幢2单元-101',
    ]);
    expect(rowOf(made[0]?.id ?? '')['parent_id']).toBe(made[1]?.id);
    // A second reading of the same sheet makes nothing.
    expect(make(texts)).toEqual(made.map(({ id }) => ({ id, made: 0 })));
  });

  test('a village does not stand in a community but beside it', () => {
    const { make, rowOf, town } = openTown();
    const [{ id } = { id: '' }] = make(['青龙村3组']);
    const group = rowOf(id);
    expect(rowOf(String(group['parent_id']))).toMatchObject({ kind: 'village', parent_id: town.id });
  });

  test('the grids of the sheet are those of the doors made, not of their street', () => {
    const { desk, community, rowOf } = openTown();
    const book = addressBook(desk.store.raw);
    const door = desk.journal.write(desk.officer, (write) =>
      book.make(write, reading('胜利路12号'), community.id, {
        ...origin,
        policeGrid: '07',
        civilGrid: '胜利02',
      }),
    );
    const gate = rowOf(settled(door).id);
    expect(gate).toMatchObject({ police_grid: '07', civil_grid: '胜利02' });
    expect(rowOf(String(gate['parent_id']))['police_grid']).toBeNull();
  });

  test('in an empty office the larger places written before come first; without any it has no place', () => {
    const desk = openTestStore();
    const book = addressBook(desk.store.raw);
    const nowhere = reading('青禾苑3栋2单元501');
    const somewhere = reading('示例市演示区青禾镇胜利社区青禾苑3栋2单元501');
    desk.journal.write(desk.officer, (write) => {
      expect(book.make(write, nowhere, null, origin)).toBeNull();
      const first = settled(book.make(write, somewhere, null, origin));
      expect(first.made).toBe(8);
      // Now there is one community, and it is the one meant.
      expect(book.make(write, nowhere, null, origin)).toEqual({ id: first.id, made: 0 });
      expect(book.find(reading('胜利社区青禾苑3-2-501'), null)?.line).toBe('青禾苑3栋2单元501');
    });
  });
});
