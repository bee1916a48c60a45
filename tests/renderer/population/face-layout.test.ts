import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DoorCell } from '#shared/contract/population/addresses.ts';
import {
  doorAfterKey,
  isRural,
  layOut,
  widthOf,
} from '#renderer/ledgers/population/places/face/face-layout.ts';

function door(entrance: string, floor: number | null, name: string): DoorCell {
  return {
    id: `${entrance}/${name}`,
    entrance,
    floor,
    name,
    mark: 'never',
    isLet: false,
    people: 0,
    quiet: false,
    lastVisit: null,
  };
}

/** Two entrances of unlike height and width. */
const BUILDING = [
  door('1单元', 3, '301'),
  door('1单元', 2, '201'),
  door('1单元', 2, '202'),
  door('1单元', 1, '101'),
  door('1单元', 1, '102'),
  door('1单元', 1, '103'),
  door('2单元', 2, '201'),
  door('2单元', 1, '101'),
];

describe('the layout of a face', () => {
  it('is entrances, storeys from above and doors as the office gives them', () => {
    const entrances = layOut(BUILDING);
    expect(entrances.map(({ name }) => name)).toEqual(['1单元', '2单元']);
    expect(entrances[0]?.storeys.map(({ floor, doors }) => [floor, ...doors.map((one) => one.name)])).toEqual(
      [
        [3, '301'],
        [2, '201', '202'],
        [1, '101', '102', '103'],
      ],
    );
    expect(entrances.map(widthOf)).toEqual([3, 1]);
  });

  it('is a list where nothing has a storey', () => {
    expect(isRural(layOut([door('2组', null, '15号'), door('3组', null, '1号')]))).toBe(true);
    expect(isRural(layOut(BUILDING))).toBe(false);
  });
});

describe('arrows on a face', () => {
  const go = (from: string, key: string) => doorAfterKey(layOut(BUILDING), from, key);

  it.each([
    ['1单元/201', 'ArrowRight', '1单元/202'],
    ['1单元/202', 'ArrowRight', '2单元/201'],
    ['2单元/201', 'ArrowLeft', '1单元/202'],
    ['1单元/301', 'ArrowRight', '2单元/201'],
    ['1单元/301', 'ArrowDown', '1单元/201'],
    ['1单元/103', 'ArrowUp', '1单元/202'],
    ['1单元/103', 'ArrowDown', '2单元/201'],
    ['2单元/201', 'ArrowUp', '1单元/101'],
    ['1单元/202', 'Home', '1单元/301'],
    ['1单元/202', 'End', '2单元/101'],
  ])('from %s %s leads to %s', (from, key, to) => {
    expect(go(from, key)).toBe(to);
  });

  it('lead nowhere past the last door, and other keys are not for them', () => {
    expect(go('2单元/101', 'ArrowRight')).toBeNull();
    expect(go('1单元/301', 'ArrowUp')).toBeNull();
    expect(go('1单元/301', 'Tab')).toBeNull();
    expect(go('nobody', 'ArrowDown')).toBeNull();
  });

  it('reach every door of any building', () => {
    const anyDoors = fc.uniqueArray(
      fc.tuple(
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 4 }),
      ),
      { minLength: 1, maxLength: 30, selector: String },
    );
    fc.assert(
      fc.property(anyDoors, (places) => {
        const doors = places
          .toSorted((a, b) => a[0] - b[0] || b[1] - a[1] || a[2] - b[2])
          .map(([entrance, floor, number]) => door(`${entrance}单元`, floor, `${floor}0${number}`));
        const entrances = layOut(doors);
        const reached = new Set<string>();
        const waiting = [doors[0]?.id ?? ''];
        for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
          if (reached.has(at)) continue;
          reached.add(at);
          for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp']) {
            const next = doorAfterKey(entrances, at, key);
            if (next !== null) waiting.push(next);
          }
        }
        expect(reached.size).toBe(doors.length);
      }),
      { numRuns: 300 },
    );
  });
});
