/** A file whose every row was read: what stands in each, what becomes of it, and how the counts add up. */
import type { ImportCheck, RowOutcome } from '#shared/contract/population/imports.ts';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import type { ColumnChoice } from './columns/map-columns.ts';
import type { Layout } from './columns/plan-sheet.ts';
import type { DoorReader } from './rows/door-text.ts';
import type { FactStore } from './rows/fact-store.ts';
import { readRow, type PersonFacts, type Reading } from './rows/facts.ts';
import type { TakenRow } from './rows/row-texts.ts';
import type { TextStore } from './rows/texts.ts';
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
  readonly facts: FactStore;
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

/** Reads a row that was put into `texts`, and keeps what it says. */
export function candidateOf(
  row: number,
  place: number,
  { texts, forbidden }: TakenRow,
  { reading, facts, standing }: Pick<Checked, 'reading' | 'facts' | 'standing'>,
): Candidate {
  const read = readRow(texts, reading, forbidden);
  const { facts: own, door, policeGrid, civilGrid, issues, warnings, repaired } = read;
  facts.put(place, own);
  return lookedUp(
    {
      row,
      place,
      door,
      policeGrid,
      civilGrid,
      repaired,
      issues: issues.length === 0 ? NOTHING : issues,
      warnings: warnings.length === 0 ? NOTHING : warnings,
      doorKey: null,
      known: NOTHING,
    },
    own,
    reading.doors,
    standing,
  );
}

/** The row with its door and everybody it may be; one that is not imported for what it says stays as it is. */
export function lookedUp(
  candidate: Candidate,
  facts: PersonFacts,
  reader: DoorReader,
  { doors, people }: Pick<Standing, 'doors' | 'people'>,
): Candidate {
  const { door, issues } = candidate;
  if (issues.some((issue) => issue !== NO_PLACE)) return candidate;
  const doorKey = doors.keyOf(door.text, () => reader.readingOf(door), candidate);
  if (doorKey === null) return { ...candidate, issues: NO_PLACE_ALONE, doorKey, known: NOTHING };
  return { ...candidate, issues: NOTHING, doorKey, known: people.alike(facts, doorKey) };
}

const NO_PLACE: FieldIssue = { field: 'address', rule: 'no-place' };
const NO_PLACE_ALONE = [NO_PLACE];

export type Outcome = Pick<Checked, 'settled' | 'households' | 'counts'>;

/** What becomes of the rows, computed anew from the first to the last. */
export async function outcomeOf(
  {
    candidates,
    facts,
    choices,
    standing,
    passedOver,
  }: Pick<Checked, 'candidates' | 'facts' | 'choices' | 'standing' | 'passedOver'>,
  turns: Turns,
): Promise<Outcome> {
  const settled = await turns.run(settle(candidates, facts, choices));
  const joining = settled.changed.filter(({ fills }) => (fills?.householdNumber ?? '') !== '');
  const households = planHouseholds(settled.people, joining, facts, standing.households);
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
