/** A file whose every row was read: what stands in each, what becomes of it, and how the counts add up. */
import type { ImportCheck, ImportField, RowOutcome } from '#shared/contract/imports.ts';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import type { ColumnChoice } from './columns/map-columns.ts';
import type { Layout } from './columns/plan-sheet.ts';
import { readRow, type Reading } from './rows/facts.ts';
import type { TextStore, Texts } from './rows/texts.ts';
import type { Candidate } from './settle/candidate.ts';
import type { Doors } from './settle/doors.ts';
import { planHouseholds, type Households, type KnownHouseholds } from './settle/households.ts';
import type { KnownPeople } from './settle/known-people.ts';
import { settle, type RowChoice, type Settled } from './settle/settle.ts';
import type { Turns } from './turns.ts';

/** What the ledger says, as it stood when the rows were held against it. */
export interface Standing {
  readonly doors: Doors;
  readonly people: KnownPeople;
  readonly households: KnownHouseholds;
}

export interface Checked {
  readonly layout: Layout;
  readonly mapping: readonly ColumnChoice[];
  readonly baseAddressId: string | null;
  readonly reading: Reading;
  readonly texts: TextStore;
  readonly candidates: Candidate[];
  readonly passedOver: number;
  /** What a person chose, by the place of the candidate. */
  readonly choices: Map<number, RowChoice>;
  standing: Standing;
  settled: Settled;
  households: Households;
  counts: ImportCheck;
}

const NOTHING = [] as const;

export function candidateOf(
  row: number,
  place: number,
  texts: Texts,
  forbidden: readonly ImportField[],
  reading: Reading,
  { doors, people }: Standing,
): Candidate {
  const read = readRow(texts, reading, forbidden);
  return lookedUp({ ...read, row, place, doorKey: null, known: NOTHING }, { doors, people });
}

/** The row with its door and everybody it may be; one that is not imported for what it says stays as it is. */
export function lookedUp(
  candidate: Candidate,
  { doors, people }: Pick<Standing, 'doors' | 'people'>,
): Candidate {
  const { door, issues } = candidate;
  if (door.reading === null || issues.some((issue) => issue !== NO_PLACE)) return candidate;
  const doorKey = doors.keyOf(door.reading, candidate);
  if (doorKey === null) return { ...candidate, issues: [NO_PLACE], doorKey, known: NOTHING };
  return { ...candidate, issues: NOTHING, doorKey, known: people.alike(candidate.facts, doorKey) };
}

const NO_PLACE: FieldIssue = { field: 'address', rule: 'no-place' };

export type Outcome = Pick<Checked, 'settled' | 'households' | 'counts'>;

/** What becomes of the rows, computed anew from the first to the last. */
export async function outcomeOf(
  {
    candidates,
    choices,
    standing,
    passedOver,
  }: Pick<Checked, 'candidates' | 'choices' | 'standing' | 'passedOver'>,
  turns: Turns,
): Promise<Outcome> {
  const settled = await turns.run(settle(candidates, choices));
  const joining = settled.changed.filter(({ fills }) => (fills?.householdNumber ?? '') !== '');
  const households = planHouseholds(settled.people, joining, standing.households);
  for (const { at } of households.secondHeads) {
    if (at === null) continue;
    const warning = { field: 'relation', rule: 'second-head' };
    settled.warnings.set(at, [...(settled.warnings.get(at) ?? []), warning]);
  }
  const counts = countsOf(candidates, choices, settled, passedOver);
  return {
    settled,
    households,
    counts: {
      ...counts,
      newAddresses: standing.doors.toMake(settled.people.map(({ door }) => door)),
      newHouseholds: households.toMake,
    },
  };
}

function countsOf(
  candidates: readonly Candidate[],
  choices: ReadonlyMap<number, RowChoice>,
  { outcomes, twins, warnings }: Settled,
  passedOver: number,
): Omit<ImportCheck, 'newAddresses' | 'newHouseholds'> {
  const by: Record<RowOutcome, number> = { new: 0, merge: 0, duplicate: 0, reject: 0 };
  let repaired = 0;
  let flagged = 0;
  for (const [at, candidate] of candidates.entries()) {
    const outcome = outcomes[at] ?? 'reject';
    by[outcome] += 1;
    if (candidate.repaired && outcome !== 'reject') repaired += 1;
    const hasWarning = candidate.warnings.length > 0 || warnings.has(at);
    if (hasWarning && (outcome === 'new' || outcome === 'merge')) flagged += 1;
  }
  let undecided = 0;
  for (const [at, { differing }] of twins)
    if (!choices.has(at) && (differing.length > 0 || outcomes[at] === 'new')) undecided += 1;
  const read = candidates.length;
  if (by.new + by.merge + by.duplicate + by.reject !== read) throw new Error('an import lost a row');
  return {
    read,
    imported: by.new,
    merged: by.merge,
    duplicate: by.duplicate,
    rejected: by.reject,
    repaired,
    flagged,
    undecided,
    passedOver,
  };
}
