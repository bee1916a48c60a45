/** All pairs of records that may be one person, in one pass over the table: the few that share a key are compared. */
import { expand15 } from '#shared/kernel/citizen-number.ts';
import { formatRecordId, numberOfRecord } from '#shared/kernel/ids.ts';
import { PAIR_KINDS } from '#shared/contract/population/residents.ts';
import type { Store } from '#main/db/open.ts';
import type { Steps } from '#main/db/steps.ts';
import { likeness, type Compared, type PairKind } from './likeness.ts';
import { packedKeys, type PackedKeys } from './packed-keys.ts';

export interface Pair {
  readonly kind: PairKind;
  /** The lower record id. */
  readonly a: string;
  readonly b: string;
}

/** Rows read in one step: some milliseconds. */
const ROWS_A_STEP = 1000;
/** Groups compared in one step. */
const GROUPS_A_STEP = 200;

export type Person = Compared & { readonly id: string };

interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly id_number: string | null;
  readonly birth_date: string | null;
  readonly phone: string | null;
  readonly phone2: string | null;
  readonly phone3: string | null;
  readonly address_id: string;
  readonly household_id: string | null;
}

const COLUMNS =
  'r.id, r.name, r.id_number, r.birth_date, r.phone, r.phone2, r.phone3, r.address_id, r.household_id';

/** @param office division code and number of the office, the root of its record ids */
export function* findPairs(raw: Store['raw'], office: string): Steps<Pair[]> {
  const packs = yield* gatherKeys(raw);
  const pairs = new Map<string, Pair>();
  for (const pack of packs) {
    let groups: number[][] = [];
    for (const group of pack.groups()) {
      groups.push(group);
      if (groups.length < GROUPS_A_STEP) continue;
      compareAll(raw, office, groups, pairs);
      groups = [];
      yield { done: 1, total: 1 };
    }
    compareAll(raw, office, groups, pairs);
    yield { done: 1, total: 1 };
  }
  return [...pairs.values()].sort(comparePairs);
}

/** Surest first. */
export function comparePairs(one: Pair, other: Pair): number {
  const kinds = PAIR_KINDS.indexOf(one.kind) - PAIR_KINDS.indexOf(other.kind);
  return kinds || compareText(one.a, other.a) || compareText(one.b, other.b);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

export function pairOf(one: Person, other: Person): Pair | null {
  const kind = likeness(one, other);
  if (kind === null) return null;
  return one.id < other.id ? { kind, a: one.id, b: other.id } : { kind, a: other.id, b: one.id };
}

/** Everybody under these ids who stands in the ledger. */
export function peopleUnder(raw: Store['raw'], ids: readonly string[]): Person[] {
  return peopleWhere(raw, 'r.id IN (SELECT value FROM json_each(?))', JSON.stringify(ids));
}

export function peopleWhere(raw: Store['raw'], condition: string, ...values: readonly unknown[]): Person[] {
  const sql = `SELECT ${COLUMNS} FROM residents r WHERE r.retired_at IS NULL AND ${condition}`;
  return (raw.prepare(sql).all(...values) as PersonRow[]).map(personIn);
}

function* gatherKeys(raw: Store['raw']): Steps<PackedKeys[]> {
  const packs = Array.from({ length: KEY_KINDS }, packedKeys);
  const total = Number(raw.prepare('SELECT max(rowid) FROM residents').pluck().get() ?? 0);
  const select = raw.prepare(
    `SELECT r.rowid AS at, ${COLUMNS} FROM residents r WHERE r.retired_at IS NULL AND r.rowid > ?
     ORDER BY r.rowid LIMIT ${ROWS_A_STEP}`,
  );
  let at = 0;
  for (;;) {
    const rows = select.all(at) as (PersonRow & { readonly at: number })[];
    for (const row of rows) addKeys(packs, personIn(row));
    at = rows.at(-1)?.at ?? total;
    yield { done: at, total };
    if (rows.length < ROWS_A_STEP) return packs;
  }
}

/** Keys of which two records share one at least where `likeness` finds them alike; a kind each, so that none grows long. */
const KEY_KINDS = 6;

function addKeys(packs: readonly PackedKeys[], person: Person): void {
  const n = numberOfRecord(person.id);
  const [numbers, births, middles, ends, sums, doors] = packs;
  const { name, idNumber, birthDate } = person;
  if (birthDate !== null) births?.add(`${name}\n${birthDate}`, n);
  for (const phone of person.phones) doors?.add(`${person.addressId ?? ''}\n${phone}`, n);
  if (idNumber === null) return;
  numbers?.add(expand15(idNumber) ?? idNumber, n);
  // One place that differs leaves the birthday as it is, or all but the birthday; an exchange leaves the sum.
  const [from, to] = idNumber.length === 18 ? [6, 14] : [0, idNumber.length >> 1];
  middles?.add(`${name}\n${idNumber.slice(from, to)}`, n);
  ends?.add(`${name}\n${idNumber.slice(0, from)}${idNumber.slice(to)}`, n);
  sums?.add(`${name}\n${sumOf(idNumber)}`, n);
}

/** The same for the same characters in any order. */
function sumOf(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) sum += text.charCodeAt(at) ** 3;
  return sum;
}

function compareAll(
  raw: Store['raw'],
  office: string,
  groups: readonly (readonly number[])[],
  pairs: Map<string, Pair>,
): void {
  const idOf = (n: number) => formatRecordId(office, n);
  const ids = [...new Set(groups.flat())].map(idOf);
  if (ids.length === 0) return;
  const people = new Map(peopleUnder(raw, ids).map((person) => [person.id, person]));
  for (const group of groups) {
    const members = group.map((n) => people.get(idOf(n))).filter((person) => person !== undefined);
    members.forEach((one, at) => {
      for (const other of members.slice(at + 1)) {
        const pair = one.id === other.id ? null : pairOf(one, other);
        if (pair !== null) pairs.set(`${pair.a} ${pair.b}`, pair);
      }
    });
  }
}

function personIn(row: PersonRow): Person {
  return {
    id: row.id,
    name: row.name,
    idNumber: row.id_number,
    birthDate: row.birth_date,
    phones: [row.phone, row.phone2, row.phone3].filter((phone) => phone !== null),
    addressId: row.address_id,
    householdId: row.household_id,
  };
}
