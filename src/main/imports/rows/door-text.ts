/** The door a row names, out of one column or several. */
import { isWordForNone } from '#shared/kernel/citizen-number.ts';
import { readAddressText, type AddressReading } from '#shared/ledgers/population/address-text.ts';
import type { RowIssueRule } from '#shared/ledgers/population/import-rules.ts';

export interface DoorText {
  /** As the columns say it together. */
  readonly text: string;
  /** Null where an issue says why. */
  readonly reading: AddressReading | null;
  readonly issue: RowIssueRule | null;
}

/** What people add to an address that is no part of it. */
const HARMLESS =
  /(?:实际居住地?|户籍地?|现住址?|出租[屋房]?|租[户房住客]?|自[住有购]|住[宅房]|楼房|[常暂]住|居住|家里?|本人|业主|房东|商住)/gu;

/** Reads each different text once: a household has one address in many rows. */
export function doorReader(): (texts: {
  readonly place: string;
  readonly door: string;
  readonly address: string;
}) => DoorText {
  const known = new Map<string, DoorText>();
  return ({ place, door, address }) => {
    const text = joined(place, door) ?? (filled(address) || filled(place));
    let read = known.get(text);
    if (read === undefined) known.set(text, (read = readDoor(text)));
    return read;
  };
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

function readDoor(text: string): DoorText {
  if (text === '') return { text, reading: null, issue: 'required' };
  const reading = readAddressText(text);
  if (reading === null) return { text, reading, issue: 'unread' };
  const { gate, building, entrance, room, rest } = reading;
  if ([gate, building, entrance, room].every((part) => part === null))
    return { text, reading: null, issue: 'no-door' };
  if (rest.replace(HARMLESS, '').replace(/[^\p{L}\p{N}]/gu, '') !== '')
    return { text, reading: null, issue: 'doubtful' };
  return { text, reading, issue: null };
}
