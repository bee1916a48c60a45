/**
 * What becomes of every row: somebody new, something added to somebody known, nothing new, or not imported.
 * Follows from the rows, the ledger and what a person chose alone; it is run anew whenever one of them changes.
 */
import type { RowOutcome, ROW_CHOICES } from '#shared/contract/imports.ts';
import type { PairField } from '#shared/contract/residents.ts';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import { mayBeHead } from '#shared/ledgers/population/relations.ts';
import type { RowIssueRule, RowWarningRule } from '#shared/ledgers/population/import-rules.ts';
import type { PersonFacts } from '#main/imports/rows/facts.ts';
import type { Candidate } from './candidate.ts';
import type { DoorKey } from './doors.ts';
import { fillsOf, type FillContext } from './fills.ts';
import { openHolders, type Holder, type Holders } from './holders.ts';
import {
  differingFields,
  hasName,
  isRounded,
  isSameWithoutNumber,
  mayBeSame,
  type PairKind,
  type Somebody,
} from './same-person.ts';

export type RowChoice = (typeof ROW_CHOICES)[number];

export interface Twin {
  readonly kind: PairKind;
  readonly holder: Holder;
  readonly differing: readonly PairField[];
}

export interface Settled {
  /** Of each candidate. */
  readonly outcomes: readonly RowOutcome[];
  /** By the place of the candidate. */
  readonly twins: ReadonlyMap<number, Twin>;
  readonly issues: ReadonlyMap<number, FieldIssue>;
  readonly warnings: Map<number, FieldIssue[]>;
  /** People to be made, in the order of their rows. */
  readonly people: readonly Holder[];
  /** Records of the ledger to which something is added. */
  readonly changed: readonly Holder[];
}

/** Namesakes behind one door, or with one birthday, that a row is held against: nobody has more in earnest. */
const COMPARED_MAX = 500;

/** Yields now and then, so that others get their turn. */
export function* settle(
  candidates: readonly Candidate[],
  choices: ReadonlyMap<number, RowChoice>,
): Generator<void, Settled> {
  const holders = openHolders();
  const outcomes: RowOutcome[] = [];
  const twins = new Map<number, Twin>();
  const issues = new Map<number, FieldIssue>();
  const warnings = new Map<number, FieldIssue[]>();
  const people: Holder[] = [];
  const changed = new Set<Holder>();

  function warn(at: number, field: string, rule: RowWarningRule): void {
    const there = warnings.get(at);
    if (there === undefined) warnings.set(at, [{ field, rule }]);
    else there.push({ field, rule });
  }

  function putNew(at: number, { facts }: Candidate, door: DoorKey): RowOutcome {
    const holder: Holder = { known: null, at, facts, door, fills: null };
    holders.add(holder);
    people.push(holder);
    return 'new';
  }

  function join(at: number, { facts }: Candidate, door: DoorKey, holder: Holder): RowOutcome {
    const { known } = holder;
    const fills = fillsOf(holder.facts, facts, contextOf(holder, { facts, door }));
    if (fills === null) return 'duplicate';
    const goesOut = fills.outState !== undefined;
    // A household has no head who is gone.
    const headless = goesOut && isHead(holder.facts) ? { relation: null } : {};
    holder.facts = { ...holder.facts, ...fills, ...headless };
    holder.fills = { ...holder.fills, ...fills, ...headless };
    holders.refresh(holder);
    if (known !== null) changed.add(holder);
    if (goesOut) warn(at, fills.outState === 'dead' ? 'isDead' : 'isOut', 'goes-out');
    return 'merge';
  }

  function outcomeOf(candidate: Candidate, at: number): RowOutcome {
    const { doorKey, facts } = candidate;
    if (candidate.issues.length > 0 || doorKey === null) return 'reject';
    const own = { facts, door: doorKey };
    const found = findTwin(holders, candidate, own);
    if (found === null) return putNew(at, candidate, doorKey);
    twins.set(at, { ...found, differing: differingFields(own, found.holder) });
    const choice = choices.get(at);
    if (choice === 'skip') return 'duplicate';
    if (choice === 'merge' || (choice === undefined && found.sure === 'same'))
      return join(at, candidate, doorKey, found.holder);
    if (choice === undefined && found.sure === 'other-name') {
      issues.set(at, { field: 'name', rule: 'number-of-another' satisfies RowIssueRule });
      return 'reject';
    }
    const rule = found.kind === 'same-phone-address' ? 'same-name-birth' : found.kind;
    warn(at, rule === 'same-name-birth' ? 'name' : 'idNumber', rule);
    return putNew(at, candidate, doorKey);
  }

  for (const [at, candidate] of candidates.entries()) {
    outcomes.push(outcomeOf(candidate, at));
    if (at % 500 === 499) yield;
  }
  return { outcomes, twins, issues, warnings, people, changed: [...changed] };
}

interface Found {
  readonly kind: PairKind;
  readonly holder: Holder;
  /** `other-name`: the same number, and a person has to say who is meant. */
  readonly sure: 'same' | 'other-name' | 'perhaps';
}

function findTwin(holders: Holders, candidate: Candidate, own: Somebody): Found | null {
  for (const person of candidate.known) holders.ofKnown(person);
  const { name, idNumber, birthDate } = own.facts;
  if (idNumber !== null) {
    const there = holders.withNumber(idNumber);
    const same = best(
      there.filter(({ facts }) => hasName(facts, name)),
      own,
    );
    if (same !== null) return { kind: 'same-number', holder: same, sure: 'same' };
    const [other] = there;
    if (other !== undefined && !isRounded(idNumber))
      return { kind: 'same-number', holder: other, sure: 'other-name' };
  }
  const namesakes = holders.withNameDoor(name, own.door).slice(0, COMPARED_MAX);
  const same = best(
    namesakes.filter((holder) => isSameWithoutNumber(own, holder) !== null),
    own,
  );
  if (same !== null)
    return { kind: isSameWithoutNumber(own, same) ?? 'same-name-birth', holder: same, sure: 'same' };
  if (birthDate === null) return null;
  for (const holder of holders.withNameBirth(name, birthDate).slice(0, COMPARED_MAX)) {
    const kind = mayBeSame(own.facts, holder.facts);
    if (kind !== null) return { kind, holder, sure: 'perhaps' };
  }
  return null;
}

/** Where a person was said to be two: the one to which nothing is to be added, else the first. */
function best(holders: readonly Holder[], own: Somebody): Holder | null {
  const [first = null, ...others] = holders;
  if (others.length === 0) return first;
  return holders.find((holder) => fillsOf(holder.facts, own.facts, contextOf(holder, own)) === null) ?? first;
}

function contextOf({ known, door }: Holder, own: Somebody): FillContext {
  return {
    isKnown: known !== null,
    mayJoinHousehold: door === own.door && (known === null || known.householdId === null),
  };
}

function isHead({ relation }: PersonFacts): boolean {
  return relation !== null && mayBeHead(relation);
}
