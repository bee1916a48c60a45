/** Addresses as people write them below the place: 青禾苑三幢二单元501室, 胜利路12号附3号, 青龙村二组十五号. */
import { isWordForNone } from '#shared/kernel/citizen-number.ts';
import { findNumbers, floorOfRoom, type AddressNumbers, type PlaceKind } from './address-numbers.ts';
import { spellAddress } from './address-spelling.ts';

export interface AddressReading extends AddressNumbers {
  /** Larger places written before: 示例市, 青禾镇, or the street a compound stands in. Not part of the normal form. */
  readonly prefix: readonly string[];
  /** Compound, street or village: 青禾苑, 胜利路, 青龙村. Null where only numbers were written. */
  readonly place: string | null;
  /** What was not understood. Two addresses are surely the same only where nothing is left. */
  readonly rest: string;
}

const STREET = '(?:路|街|巷|道|弄|段|胡同)';
const COMPOUND =
  '(?:(?<!小)区|小区|苑|园|院|庭|府|居|城|湾|庄|里|坊|邸|寓|厦|场|阁|轩|郡|岸|庐|楼|舍|期|岛|墅|公馆|中心)';
const ENDS_AS_STREET = new RegExp(`${STREET}$`, 'u');
const ENDS_AS_VILLAGE = /(?<!新|度假)村$/u;
const ENDS_AS_PLACE = new RegExp(`(?:${STREET}|${COMPOUND}|[村镇乡])$`, 'u');

/** Goes before the place only where a name follows: in 青禾镇2组 the town is all the place there is. */
const REGION = new RegExp(
  '^\\p{Script=Han}{2,12}?' +
    '(?:省|自治区|自治州|市(?![场政民府])|(?<![小社园校院厂库片南北东西])区(?!间)|县(?![城府])|(?<![古小])镇|(?<!水)乡' +
    '|街道办事处|街道办|街道|社区(?!服务|卫生)|居委会)(?=(?![附负])\\p{Script=Han}{2})',
  'u',
);
/** 胜利路88号青禾苑3栋: the compound is the place, the street only says where it stands. */
const STREET_OF_COMPOUND = new RegExp(
  `^\\p{Script=Han}+?${STREET}(?:\\d{1,5}(?:-\\d{1,3})?号(?:附\\d{1,3}号?)?)?` +
    `(?=(?![附负院])\\p{Script=Han}{2,20}${COMPOUND}(?:$|[A-Z]?\\d|[A-Z](?:区|栋|单元)))`,
  'u',
);
const LABEL = /^(?:(?:现|家庭|常|居)?住址|地址|现住|家住|租住|居?住在|位于)/u;
const COMPARED = ['place', 'group', 'gate', 'building', 'entrance', 'floor', 'room', 'rest'] as const;
/** UTF-16 units. Nothing longer is an address. */
const LONGEST = 200;
/** Where the numbers begin. Digits before any other word belong to the name: 108国道, 502厂宿舍. */
const NUMBERS =
  /(?:附|负|-)*(?:(?:(?<![A-Z])[A-Z])?\d+[A-Z]?(?=-|栋|单元|号|组|楼|室|附| |$)|(?<![A-Z])[A-Z](?=栋|单元|-\d))/u;

/**
 * What the text says, or null when it says no address: empty, 同上, 不详, or a remark.
 * Also null where the normal form would be read as another address: two ways to write one door may never part.
 */
export function readAddressText(text: string): AddressReading | null {
  const reading = readOnce(text);
  if (reading === null) return null;
  const normal = normalAddress(reading);
  // Most are written as the normal form is: read once, they are read from it.
  const again = normal === text ? reading : readOnce(normal);
  return isSame(again, reading) ? reading : null;
}

function readOnce(text: string): AddressReading | null {
  if (text.length > LONGEST || isWordForNone(text)) return null;
  const { text: spelt, asides } = spellAddress(text);
  const { prefix, left } = splitPrefix(spelt);
  const start = NUMBERS.exec(left)?.index ?? left.length;
  const place = left.slice(0, start) || null;
  const { numbers, rest } = findNumbers(left.slice(start), placeKindOf(place));
  const understood = Object.values(numbers).some((part) => part !== null);
  if (!understood && (place === null || !ENDS_AS_PLACE.test(place))) return null;
  return { prefix, place, ...numbers, rest: [...rest, ...asides].join(' ') };
}

function splitPrefix(spelt: string): { prefix: string[]; left: string } {
  const prefix: string[] = [];
  let left = spelt;
  for (;;) {
    left = left.replace(LABEL, '');
    const found = REGION.exec(left) ?? STREET_OF_COMPOUND.exec(left);
    if (found === null) return { prefix, left };
    prefix.push(found[0]);
    left = left.slice(found[0].length);
  }
}

/** What a place is, by how its name ends. */
export function placeKindOf(place: string | null): PlaceKind {
  if (place === null) return 'none';
  if (ENDS_AS_STREET.test(place)) return 'street';
  return ENDS_AS_VILLAGE.test(place) ? 'village' : 'compound';
}

/** 青禾苑3栋2单元501: one spelling of one door. What was not understood stays, in brackets. */
export function normalAddress(reading: AddressReading): string {
  const { place, group, gate, building, entrance, floor, room, rest } = reading;
  const storey = floor === null || floor === floorOfRoom(room) ? '' : `${below(String(floor))}楼`;
  // 胜利路501 would be read as a house number.
  const alone = building === null && entrance === null && storey === '';
  const door = room === null ? '' : below(room) + (alone ? '室' : '');
  const line = [place, group, gate, building, entrance, storey, door].join('');
  return rest === '' ? line : `${line}(${rest})`;
}

/** 青禾苑3-2-501, 胜利路12-3-501; the normal form where numbers alone would say something else. */
export function compactAddress(reading: AddressReading): string {
  const { place, gate, building, entrance, room } = reading;
  const words = [gate, building, entrance, room].filter((part) => part !== null);
  const short = `${place ?? ''}${words.map((word) => word.replace(/号|栋|座|单元/u, '')).join('-')}`;
  return room !== null && isSame(readOnce(short), reading) ? short : normalAddress(reading);
}

/** What a shorter form is read as, held against what it was made of: the larger places are left out of it. */
function isSame(again: AddressReading | null, reading: AddressReading): boolean {
  return (
    again !== null && again.prefix.length === 0 && COMPARED.every((part) => again[part] === reading[part])
  );
}

function below(number: string): string {
  return number.replace('-', '负');
}
