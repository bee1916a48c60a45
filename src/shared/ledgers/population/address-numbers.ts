/** The numbers of an address, from the villagers' group down to the room: with their words, or bare, by their order. */

export interface AddressNumbers {
  /** 2组. Sichuan's 社 and the older 队 number the same groups. */
  readonly group: string | null;
  /** 12号, 12号附3号, 28号院 */
  readonly gate: string | null;
  /** 3栋, A座 */
  readonly building: string | null;
  /** 2单元 */
  readonly entrance: string | null;
  /** Storey, below ground negative; taken from the room where nobody wrote it. */
  readonly floor: number | null;
  /** 501, 1203A; below ground -101. */
  readonly room: string | null;
}

/** Decides what bare numbers mean: 12-3-501 in a street, 3-2-501 in a compound, 2-15 in a village. */
export type PlaceKind = 'compound' | 'street' | 'village' | 'none';

/** `annex` is the 3 of 12号附3号, `court` the 院 of 28号院: both belong to the gate. */
type Part = keyof AddressNumbers | 'annex' | 'court';
/** Without their words. */
type Found = Partial<Record<Part, string>>;

const FORMS: Readonly<Record<Part, RegExp>> = {
  group: /^[1-9]\d{0,2}$/u,
  gate: /^[1-9]\d{0,4}[A-Z]?$/u,
  annex: /^[1-9]\d{0,2}$/u,
  court: /^院$/u,
  building: /^(?:[A-Z]?[1-9]\d{0,2}[A-Z]?|[A-Z])$/u,
  entrance: /^(?:[1-9]\d?|[A-Z])$/u,
  floor: /^-?[1-9]\d?$/u,
  room: /^-?[1-9]\d{0,3}[A-Z]?$/u,
};

const WORDED: readonly (readonly [RegExp, Part])[] = [
  [/^(\d+)组/u, 'group'],
  [/^([A-Z]?\d+[A-Z]?|[A-Z])栋/u, 'building'],
  [/^([A-Z]?\d+)楼(?=-?\d+(?:单元|-\d))/u, 'building'],
  [/^(\d+|[A-Z])单元/u, 'entrance'],
  [/^(负?\d+)楼/u, 'floor'],
  [/^(负?\d+[A-Z]?)室/u, 'room'],
  [/^附(\d+)号?/u, 'annex'],
];
const HOUSE = /^(\d+[A-Z]?)号(院?)/u;
const BARE = /^(?:负?[A-Z]?\d+[A-Z]?|[A-Z](?=-负?\d))(?:-负?\d+[A-Z]?)*(?![\dA-Z]|栋|单元|组|楼)/u;
const STRANGE =
  /^(?:附\d+号?|负?[A-Z]*\d[\dA-Z]*(?:-负?\d[\dA-Z]*)*(?:栋|单元|号院?|组|楼|室)?|[A-Z]+|[^\dA-Z负附-]+|.)/su;

/** @param text in the one spelling, from the first number on */
export function findNumbers(
  text: string,
  kind: PlaceKind,
): { readonly numbers: AddressNumbers; readonly rest: readonly string[] } {
  const found: Found = {};
  const rest: string[] = [];
  let afterStrange = false;
  for (let left = trimmed(text); left !== '';) {
    const length = readWorded(left, found) || readHouse(left, found) || readBare(left, found, kind);
    const strange = length > 0 ? '' : (STRANGE.exec(left)?.[0] ?? left);
    if (strange !== '') rest.push((afterStrange ? (rest.pop() ?? '') : '') + strange);
    afterStrange = strange !== '';
    left = trimmed(left.slice(length + strange.length));
  }
  return { numbers: written(found, kind), rest };
}

/** Storey of a room by its hundreds: 501 is on the fifth, -101 one below ground. Null below a hundred. */
export function floorOfRoom(room: string | null): number | null {
  const floor = Math.trunc(Number.parseInt(room ?? '', 10) / 100);
  return Number.isNaN(floor) || floor === 0 ? null : floor;
}

function readWorded(left: string, found: Found): number {
  for (const [pattern, part] of WORDED) {
    const match = pattern.exec(left);
    if (match === null) continue;
    if (part === 'annex' && (found.gate === undefined || isInside(found))) return 0;
    return assign(found, [[part, match[1] ?? '']]) ? match[0].length : 0;
  }
  return 0;
}

/** 15号 is a house until something smaller than a house was named; then it is a room. */
function readHouse(left: string, found: Found): number {
  const match = HOUSE.exec(left);
  if (match === null) return 0;
  const [whole, number = '', court = ''] = match;
  if (found.gate === undefined && !isInside(found))
    return assign(
      found,
      court === ''
        ? [['gate', number]]
        : [
            ['gate', number],
            ['court', court],
          ],
    )
      ? whole.length
      : 0;
  return court === '' && assign(found, [['room', number]]) ? whole.length : 0;
}

function readBare(left: string, found: Found, kind: PlaceKind): number {
  const list = BARE.exec(left)?.[0];
  if (list === undefined) return 0;
  const after = left.slice(list.length);
  const end = /^[室号]/u.exec(after)?.[0] ?? '';
  const numbers = list.split('-');
  const parts = partsOf(numbers, found, kind, end, after);
  const fits = parts !== null && (end !== '室' || parts.at(-1) === 'room');
  if (
    !fits ||
    !assign(
      found,
      parts.map((part, at) => [part, numbers[at] ?? '']),
    )
  )
    return 0;
  return list.length + end.length;
}

/** What bare numbers stand for after the parts already found; null where their order leaves a doubt. */
function partsOf(
  numbers: readonly string[],
  found: Found,
  kind: PlaceKind,
  end: string,
  after: string,
): readonly Part[] | null {
  const count = numbers.length;
  const one = count === 1;
  const roomLast = /^负?\d{3,4}[A-Z]?$/u.test(numbers.at(-1) ?? '');
  if (count > 4 || found.room !== undefined) return null;
  if (found.floor !== undefined) return one ? ['room'] : null;
  if (found.entrance !== undefined) return one ? ['room'] : count === 2 ? ['floor', 'room'] : null;
  if (found.building !== undefined) {
    if (count === 2) return roomLast ? ['entrance', 'room'] : null;
    return one ? ['room'] : count === 3 ? ['entrance', 'floor', 'room'] : null;
  }
  const inStreet = kind === 'street' && found.gate === undefined;
  if (count === 4)
    return inStreet ? ['gate', 'building', 'entrance', 'room'] : ['building', 'entrance', 'floor', 'room'];
  if (count === 3) return inStreet ? ['gate', 'entrance', 'room'] : ['building', 'entrance', 'room'];
  if (found.gate !== undefined) {
    if (one) return roomLast || end === '室' ? ['room'] : null;
    return roomLast ? ['entrance', 'room'] : null;
  }
  if (one) {
    if (end === '室') return ['room'];
    if (kind === 'street' || kind === 'village' || found.group !== undefined || after.startsWith('附'))
      return ['gate'];
    if (/^-?\d+单元/u.test(after)) return ['building'];
    return roomLast ? ['room'] : null;
  }
  if (inStreet) return roomLast ? ['gate', 'room'] : ['gate', 'annex'];
  if (roomLast) return ['building', 'room'];
  if (found.group === undefined && kind === 'village') return ['group', 'gate'];
  // 青禾苑3-2: an entrance, a storey or a door, as the place has it.
  return found.group !== undefined || end === '号' ? ['gate', 'annex'] : null;
}

/** All of them, or none. */
function assign(found: Found, pairs: readonly (readonly [Part, string])[]): boolean {
  const plain = pairs.map(([part, text]) => [part, plainNumber(text)] as const);
  if (!plain.every(([part, text]) => found[part] === undefined && FORMS[part].test(text))) return false;
  for (const [part, text] of plain) found[part] = text;
  return true;
}

/** 负1 is -1, and 03 is 3. */
function plainNumber(text: string): string {
  if (/^[1-9]/u.test(text)) return text;
  return text.replace('负', '-').replace(/^(-?)0+(?=\d)/u, '$1');
}

function isInside({ building, entrance, floor, room }: Found): boolean {
  return [building, entrance, floor, room].some((part) => part !== undefined);
}

function written(found: Found, kind: PlaceKind): AddressNumbers {
  const { group, gate, annex, court, entrance, floor } = found;
  // 青禾苑3号2单元: inside a compound a number with doors in it is a building.
  const asBuilding =
    kind === 'compound' &&
    gate !== undefined &&
    [group, annex, court, found.building].every((part) => part === undefined) &&
    isInside(found) &&
    FORMS.building.test(gate);
  const building = asBuilding ? gate : found.building;
  const storey = floor === undefined ? null : Number(floor);
  const room = fullRoom(found.room, storey);
  return {
    group: group === undefined ? null : `${group}组`,
    gate:
      gate === undefined || asBuilding
        ? null
        : `${gate}号${court ?? ''}${annex === undefined ? '' : `附${annex}号`}`,
    building: building === undefined ? null : /\d/u.test(building) ? `${building}栋` : `${building}座`,
    entrance: entrance === undefined ? null : `${entrance}单元`,
    floor: storey ?? floorOfRoom(room),
    room,
  };
}

/** 5楼1号 and 501 are one door. */
function fullRoom(room: string | undefined, storey: number | null): string | null {
  const small = /^([1-9]\d?)([A-Z]?)$/u.exec(room ?? '');
  if (storey === null || small === null) return room ?? null;
  const [, number = '', letter = ''] = small;
  return `${storey < 0 ? '-' : ''}${String(Math.abs(storey) * 100 + Number(number))}${letter}`;
}

function trimmed(text: string): string {
  return text.replace(/^[- ]+/u, '');
}
