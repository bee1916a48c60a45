/** The door a row names, out of one column or several. */
import { isWordForNone } from '#shared/kernel/citizen-number.ts';
import {
  normalAddress,
  readAddressText,
  type AddressReading,
} from '#shared/ledgers/population/address-text.ts';
import type { RowIssueRule } from '#shared/ledgers/population/import-rules.ts';

export interface DoorText {
  /** As the columns say it together. */
  readonly text: string;
  /** Null where the text names a door. */
  readonly issue: RowIssueRule | null;
}

/** Reads each different text once: a household has one address in many rows. */
export interface DoorReader {
  read(texts: { readonly place: string; readonly door: string; readonly address: string }): DoorText;
  /** How a text that names a door was understood. Not kept, but for the last: most are asked for once. */
  readingOf(door: DoorText): AddressReading;
}

/** What people add to an address that is no part of it. */
const HARMLESS =
  /(?:实际居住地?|户籍地?|现住址?|出租[屋房]?|租[户房住客]?|自[住有购]|住[宅房]|楼房|[常暂]住|居住|家里?|本人|业主|房东|商住)/gu;

export function openDoorReader(): DoorReader {
  const known = new Map<string, DoorText>();
  let last: { readonly door: DoorText; readonly reading: AddressReading | null } | null = null;
  return {
    read({ place, door, address }) {
      const text = joined(place, door) ?? (filled(address) || filled(place));
      let read = known.get(text);
      if (read === undefined) {
        const { issue, reading } = readDoor(text);
        read = { text, issue };
        last = { door: read, reading };
        known.set(text, read);
      }
      return read;
    },
    readingOf(door) {
      const reading = last?.door === door ? last.reading : readDoor(door.text).reading;
      if (reading === null) throw new Error('a text without a door was asked for one');
      return reading;
    },
  };
}

/** The normal form of an address; what stands there where it names no door. */
export function doorLine({ text, issue }: DoorText): string {
  const { reading } = issue === null ? readDoor(text) : { reading: null };
  return reading === null ? text : normalAddress(reading);
}

interface ReadDoor {
  readonly reading: AddressReading | null;
  readonly issue: RowIssueRule | null;
}

function joined(place: string, door: string): string | null {
  const own = filled(door);
  if (own === '') return null;
  const above = filled(place);
  return above === '' || own.startsWith(above) ? own : above + own;
}

function filled(text: string): string {
  return isWordForNone(text) ? '' : text;
}

function readDoor(text: string): ReadDoor {
  if (text === '') return { reading: null, issue: 'required' };
  const reading = readAddressText(text);
  if (reading === null) return { reading, issue: 'unread' };
  const { gate, building, entrance, room, rest } = reading;
  if ([gate, building, entrance, room].every((part) => part === null))
    return { reading: null, issue: 'no-door' };
  if (rest.replace(HARMLESS, '').replace(/[^\p{L}\p{N}]/gu, '') !== '')
    return { reading: null, issue: 'doubtful' };
  return { reading, issue: null };
}
