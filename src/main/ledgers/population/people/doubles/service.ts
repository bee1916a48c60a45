/** 疑似重复: pairs to look at, found to be two people, or one; and the way back. */
import { inArray } from 'drizzle-orm';
import {
  PAIR_FIELDS,
  type DoublePair,
  type doublesContract,
  type PairField,
} from '#shared/contract/population/residents.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { refuse } from '#shared/kernel/failure.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { readCursor, writeCursor } from '#main/db/page.ts';
import { shownInOrder } from '#main/ledgers/population/people/list/list.ts';
import { readerNow } from '#main/ledgers/population/people/masked-number.ts';
import type { PeopleRoom } from '#main/ledgers/population/people/room.ts';
import { phonesOf, shownResident } from '#main/ledgers/population/people/shown.ts';
import { residents, type ResidentRecord } from '#main/ledgers/population/tables.ts';
import type { Calls } from '#main/rpc/calls.ts';
import { openKnownPairs, placeOf } from './known-pairs.ts';
import { mergePeople } from './merge.ts';
import type { Pair } from './pairs.ts';
import { settlePair, unsettled, unsettlePair } from './settle.ts';
import { unmergePeople } from './unmerge.ts';

export function doublesService(
  room: Pick<PeopleRoom, 'db' | 'raw' | 'journal' | 'clock' | 'officeCode' | 'events'>,
): Calls<typeof doublesContract> {
  const { db, raw, clock } = room;
  const known = openKnownPairs(raw, room.officeCode, (event) => room.events.say(event));

  function shown(caller: Caller, pairs: readonly Pair[]): DoublePair[] {
    const ids = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
    const rows = new Map(shownInOrder(db, readerNow(caller, clock), ids).map((row) => [row.id, row]));
    const records = recordsUnder(db, ids);
    return pairs.flatMap(({ kind, a, b }) => {
      const [one, other, first, second] = [rows.get(a), rows.get(b), records.get(a), records.get(b)];
      if (one === undefined || other === undefined || first === undefined || second === undefined) return [];
      return [{ kind, a: one, b: other, differing: differing(first, second) }];
    });
  }

  return {
    list: async (input, caller) => {
      const pairs = unsettled(db, await known.now());
      const after = input.after === null ? null : readCursor(input.after);
      const start = after === null ? 0 : pairs.findIndex((pair) => isBehind(pair, after));
      const page = start < 0 ? [] : pairs.slice(start, start + input.rows);
      const last = page.at(-1);
      const isLast = last === undefined || last === pairs.at(-1);
      return {
        rows: shown(caller, page),
        next: isLast ? null : writeCursor(placeOf(last).value, placeOf(last).id),
        total: pairs.length,
        all: pairs.length,
      };
    },
    settle: (input, caller) => {
      settlePair(room, caller, input);
      return {};
    },
    unsettle: (input, caller) => {
      unsettlePair(room, caller, input);
      return {};
    },
    merge: (input, caller) => answer(caller, mergePeople(room, caller, input)),
    unmerge: (input, caller) => answer(caller, unmergePeople(room, caller, input)),
  };

  function answer(caller: Caller, id: string) {
    return shownResident(db, readerNow(caller, clock), id) ?? refuse({ code: 'missing' });
  }
}

function isBehind(
  pair: Pair,
  after: { readonly value: string | number | null; readonly id: string },
): boolean {
  const { value, id } = placeOf(pair);
  const start = String(after.value);
  return value > start || (value === start && id > after.id);
}

function recordsUnder(db: ReadHandle, ids: readonly string[]): ReadonlyMap<string, ResidentRecord> {
  const records = db
    .select()
    .from(residents)
    .where(inArray(residents.id, [...ids]))
    .all();
  return new Map(records.map((record) => [record.id, record]));
}

/** What of a record is compared under each word. */
const COMPARED: Readonly<Record<PairField, (record: ResidentRecord) => string | null>> = {
  name: ({ name }) => name,
  idNumber: ({ idType, idNumber }) => (idNumber === null ? null : `${idType} ${idNumber}`),
  sex: ({ sex }) => sex,
  birthDate: ({ birthDate }) => birthDate,
  phone: (record) => phonesOf(record).toSorted().join(' '),
  address: ({ addressId }) => addressId,
  registerAddress: ({ registerAddress }) => registerAddress,
  residenceType: ({ residenceType }) => residenceType,
  housing: ({ housing }) => housing,
  household: ({ householdId }) => householdId,
  relation: ({ relation }) => relation,
  stayFrom: ({ stayFrom }) => stayFrom,
  stayUntil: ({ stayUntil }) => stayUntil,
};

function differing(a: ResidentRecord, b: ResidentRecord): PairField[] {
  return PAIR_FIELDS.filter((field) => COMPARED[field](a) !== COMPARED[field](b));
}
