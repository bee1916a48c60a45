/** The pairs found so far, kept in step with the journal: all is looked for once, then only those who changed. */
import type { OfficeEvent } from '#shared/contract/desk.ts';
import { PAIR_KINDS } from '#shared/contract/population/residents.ts';
import { expand15 } from '#shared/kernel/citizen-number.ts';
import { headOf, recordsChangedAfter } from '#main/db/journal-lines.ts';
import type { Store } from '#main/db/open.ts';
import type { Progress } from '#main/db/steps.ts';
import { inTurns } from './in-turns.ts';
import {
  comparePairs,
  findPairs,
  pairOf,
  peopleUnder,
  peopleWhere,
  type Pair,
  type Person,
} from './pairs.ts';

/** With more people changed than these, everybody is looked at anew, in turns. */
const CHANGED_MAX = 50;
/** Lines read to see who changed. */
const LINES_MAX = 5000;
/** Time after which a person is told that something goes on. */
const SILENT_MS = 400;
/** Records of one name or door that are compared with one who changed. */
const NEIGHBOURS_MAX = 2000;

export interface KnownPairs {
  /** All of them as the ledger stands, surest first. */
  now(): Promise<readonly Pair[]>;
}

export function openKnownPairs(
  raw: Store['raw'],
  office: string,
  say: (event: OfficeEvent) => void,
): KnownPairs {
  let known: { readonly pairs: readonly Pair[]; readonly upTo: number } | null = null;
  let searching: Promise<readonly Pair[]> | null = null;

  async function search(): Promise<readonly Pair[]> {
    // Who changes while the search goes on is looked at again after it.
    const upTo = headOf(raw);
    const pairs = await inTurns(findPairs(raw, office), progressTeller(say));
    known = { pairs, upTo };
    return caughtUp() ?? pairs;
  }

  /** Null where too much has changed, or nothing is known. */
  function caughtUp(): readonly Pair[] | null {
    if (known === null) return null;
    const upTo = headOf(raw);
    if (upTo === known.upTo) return known.pairs;
    const records = recordsChangedAfter(raw, 'residents', known.upTo, LINES_MAX, (field) =>
      COMPARED.has(field),
    );
    if (records === null || records.size > CHANGED_MAX) return null;
    const changed = [...records];
    known = { pairs: changed.length === 0 ? known.pairs : withChanged(raw, known.pairs, changed), upTo };
    return known.pairs;
  }

  return {
    async now() {
      const pairs = caughtUp();
      if (pairs !== null) return pairs;
      searching ??= search().finally(() => (searching = null));
      return searching;
    },
  };
}

/** Fields by which people are found alike, and the one that goes when somebody is brought back. */
const COMPARED: ReadonlySet<string> = new Set([
  'name',
  'idNumber',
  'birthDate',
  'phone',
  'phone2',
  'phone3',
  'addressId',
  'householdId',
  'mergedInto',
]);

function progressTeller(say: (event: OfficeEvent) => void): (progress: Progress) => void {
  const start = performance.now();
  return ({ done, total }) => {
    if (performance.now() - start > SILENT_MS) say({ kind: 'progress', task: 'doubles', done, total });
  };
}

function withChanged(raw: Store['raw'], pairs: readonly Pair[], changed: readonly string[]): Pair[] {
  const again = new Set(changed);
  const left = pairs.filter(({ a, b }) => !again.has(a) && !again.has(b));
  const found = new Map<string, Pair>();
  for (const person of peopleUnder(raw, changed)) {
    for (const other of neighboursOf(raw, person)) {
      const pair = other.id === person.id ? null : pairOf(person, other);
      if (pair !== null) found.set(`${pair.a} ${pair.b}`, pair);
    }
  }
  return [...left, ...found.values()].sort(comparePairs);
}

/** Everybody who could be alike: of one number, one name, or one door. */
function neighboursOf(raw: Store['raw'], { name, idNumber, addressId }: Person): Person[] {
  const limited = (condition: string) => `${condition} LIMIT ${NEIGHBOURS_MAX}`;
  return [
    ...(idNumber === null ? [] : sameNumbers(idNumber)).flatMap((number) =>
      peopleWhere(raw, limited('r.id_number = ?'), number),
    ),
    ...peopleWhere(raw, limited('r.name = ?'), name),
    ...peopleWhere(raw, limited('r.address_id = ?'), addressId),
  ];
}

/** One number as it may stand: whole, and with fifteen digits. */
export function sameNumbers(number: string): string[] {
  const old = number.length === 18 ? `${number.slice(0, 6)}${number.slice(8, 17)}` : null;
  return [number, expand15(number), old].filter((one) => one !== null);
}

/** A pair's place in the order, for the cursor of a page. */
export function placeOf({ kind, a, b }: Pair): { value: string; id: string } {
  return { value: `${PAIR_KINDS.indexOf(kind)} ${a}`, id: b };
}
