/** Doors of a made-up place, and the many ways in which people write one down. */
import type { Random } from '#main/seed/random.ts';
import { compoundName, streetName, villageName } from '#main/seed/words/place-names.ts';

export interface DoorParts {
  readonly kind: 'room' | 'gate' | 'house';
  /** 青禾苑, 胜利路, 青龙村. */
  readonly place: string;
  readonly group: number | null;
  readonly gate: number | null;
  readonly building: number | null;
  readonly entrance: number | null;
  /** The building has only this entrance: leaving it out loses nothing. */
  readonly isOnlyEntrance: boolean;
  readonly room: string | null;
}

export interface DoorBook {
  /** A door nobody lives behind yet. */
  next(): DoorParts;
}

const NONE = { group: null, gate: null, building: null, entrance: null, isOnlyEntrance: false, room: null };
const FLOORS = 6;
const PER_FLOOR = 2;

/** @param offset other files have other places: numbers of their names begin here */
export function doorBook(random: Random, offset: number): DoorBook {
  const parts = doors(offset);
  return {
    next() {
      // Not every flat is in the file.
      for (let skipped = random.below(3); skipped > 0; skipped -= 1) parts.next();
      return parts.next().value;
    },
  };
}

function* doors(offset: number): Generator<DoorParts, never> {
  for (let at = offset; ; at += 1) {
    for (const building of [1, 2, 3, 4, 5]) yield* rooms(compoundName(at), building, building === 5 ? 1 : 3);
    for (let gate = 1; gate <= 40; gate += 1) yield { ...NONE, kind: 'gate', place: streetName(at), gate };
    for (let house = 0; house < 60; house += 1) {
      const [group, gate] = [Math.floor(house / 20) + 1, (house % 20) + 1];
      yield { ...NONE, kind: 'house', place: `${villageName(at)}村`, group, gate };
    }
  }
}

function* rooms(place: string, building: number, entrances: number): Generator<DoorParts, void> {
  for (let entrance = 1; entrance <= entrances; entrance += 1)
    for (let at = 0; at < FLOORS * PER_FLOOR; at += 1) {
      const room = `${Math.floor(at / PER_FLOOR) + 1}0${(at % PER_FLOOR) + 1}`;
      const isOnlyEntrance = entrances === 1;
      yield { kind: 'room', place, group: null, gate: null, building, entrance, isOnlyEntrance, room };
    }
}

export function lineOf(door: DoorParts): string {
  return door.place + behindPlace(door);
}

/** What stands after the place, as a plate has it. */
export function behindPlace({ kind, group, gate, building, entrance, room }: DoorParts): string {
  if (kind === 'room') return `${building}栋${entrance}单元${room}`;
  return kind === 'gate' ? `${gate}号` : `${group}组${gate}号`;
}

/** The same door in other words. `alone` may leave the entrance out where there is only one. */
export function spelledOtherwise(random: Random, door: DoorParts, alone: boolean): string {
  const { kind, group, gate, building, entrance, room, isOnlyEntrance } = door;
  if (kind === 'gate') return random.pick([`${wide(String(gate))}号`, ` ${gate}号`, `${gate} 号`]);
  if (kind === 'house')
    return random.pick([`${han(group)}组${gate}号`, `${group}社${gate}号`, `${group}组${han(gate)}号`]);
  const forms = [
    `${building}幢${entrance}单元${room}室`,
    `${han(building)}栋${entrance}单元${room}`,
    `${building}号楼${entrance}单元${room}`,
    `${building}-${entrance}-${room}`,
    `${wide(String(building))}栋${entrance}单元${room}`,
    ` ${building}栋 ${entrance}单元 ${room}`,
  ];
  if (isOnlyEntrance && alone) forms.push(`${building}栋${room}`, `${building}幢${room}室`);
  return random.pick(forms);
}

/** What a cell says that names a place, or nothing, but no door. */
export function noDoor(random: Random, { kind, place, group }: DoorParts): { place: string; rest: string } {
  return random.pick([
    { place, rest: '' },
    { place: '', rest: '' },
    { place: '不详', rest: '' },
    kind === 'house' ? { place, rest: `${group}组` } : { place, rest: '' },
  ]);
}

const HAN = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

function han(number: number | null): string {
  const value = number ?? 0;
  if (value < 10) return HAN[value] ?? '';
  const tens = Math.floor(value / 10);
  return `${tens === 1 ? '' : HAN[tens]}十${value % 10 === 0 ? '' : HAN[value % 10]}`;
}

export function wide(text: string): string {
  return text.replace(/[0-9A-Za-z]/gu, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
}
