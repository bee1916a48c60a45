/**
 * What becomes of every row: somebody new, something added to somebody known, nothing new, or not imported.
 * Follows from the rows, the ledger and what a person chose alone; it is run anew whenever one of them changes.
 */
import type { RowOutcome, ROW_CHOICES } from '#shared/contract/population/imports.ts';
import type { PairField } from '#shared/contract/population/residents.ts';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import { mayBeHead } from '#shared/ledgers/population/relations.ts';
import type { RowIssueRule, RowWarningRule } from '#shared/ledgers/population/import-rules.ts';
import type { FactStore } from '#main/imports/rows/fact-store.ts';
import type { PersonFacts } from '#main/imports/rows/facts.ts';
import type { Candidate } from './candidate.ts';
import { fillsOf, type FillContext } from './fills.ts';
import { factsOf, openHolders, type Holder, type Holders } from './holders.ts';
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

/** Yields now and then, so that others get their turn. */
export function* settle(
  candidates: readonly Candidate[],
  store: FactStore,
  choices: ReadonlyMap<number, RowChoice>,
): Generator<void, Settled> {
  const holders = openHolders(store);
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

  function putNew(at: number, own: Somebody): RowOutcome {
    const holder: Holder = { known: null, at, door: own.door, fills: null };
    holders.add(holder, own.facts);
    people.push(holder);
    return 'new';
  }

  function join(at: number, own: Somebody, holder: Holder): RowOutcome {
    const stands = factsOf(holder, store);
    const fills = fillsOf(stands, own.facts, contextOf(holder, own));
    if (fills === null) return 'duplicate';
    const goesOut = fills.outState !== undefined;
    // A household has no head who is gone.
    holder.fills = { ...holder.fills, ...fills, ...(goesOut && isHead(stands) ? { relation: null } : {}) };
    holders.add(holder, { ...stands, ...holder.fills });
    if (holder.known !== null) changed.add(holder);
    if (goesOut) warn(at, fills.outState === 'dead' ? 'isDead' : 'isOut', 'goes-out');
    return 'merge';
  }

  function outcomeOf(candidate: Candidate, at: number): RowOutcome {
    const { doorKey } = candidate;
    if (candidate.issues.length > 0 || doorKey === null) return 'reject';
    const own = { facts: store.at(candidate.place), door: doorKey };
    const found = findTwin(holders, store, candidate, own);
    if (found === null) return putNew(at, own);
    const stands = { facts: factsOf(found.holder, store), door: found.holder.door };
    twins.set(at, { ...found, differing: differingFields(own, stands) });
    const choice = choices.get(at);
    if (choice === 'skip') return 'duplicate';
    if (choice === 'merge' || (choice === undefined && found.sure === 'same'))
      return join(at, own, found.holder);
    if (choice === undefined && found.sure === 'other-name') {
      issues.set(at, { field: 'name', rule: 'number-of-another' satisfies RowIssueRule });
      return 'reject';
    }
    const rule = found.kind === 'same-phone-address' ? 'same-name-birth' : found.kind;
    warn(at, rule === 'same-name-birth' ? 'name' : 'idNumber', rule);
    return putNew(at, own);
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

function findTwin(holders: Holders, store: FactStore, candidate: Candidate, own: Somebody): Found | null {
  for (const person of candidate.known) holders.ofKnown(person);
  const { name, idNumber, birthDate } = own.facts;
  const somebody = (holder: Holder) => ({ facts: factsOf(holder, store), door: holder.door });

  /** Where a person was said to be two: the one to which nothing is to be added, else the first. */
  function best(same: readonly Holder[]): Holder | null {
    const [first = null, ...others] = same;
    if (others.length === 0) return first;
    const isFull = (holder: Holder) =>
      fillsOf(factsOf(holder, store), own.facts, contextOf(holder, own)) === null;
    return same.find(isFull) ?? first;
  }

  if (idNumber !== null) {
    const there = holders.withNumber(idNumber);
    const same = best(there.filter((holder) => hasName(factsOf(holder, store), name)));
    if (same !== null) return { kind: 'same-number', holder: same, sure: 'same' };
    const [other] = there;
    if (other !== undefined && !isRounded(idNumber))
      return { kind: 'same-number', holder: other, sure: 'other-name' };
  }
  const kinds = new Map<Holder, PairKind>();
  for (const holder of holders.withNameDoor(name, own.door)) {
    const kind = isSameWithoutNumber(own, somebody(holder));
    if (kind !== null) kinds.set(holder, kind);
  }
  const same = best([...kinds.keys()]);
  if (same !== null) return { kind: kinds.get(same) ?? 'same-name-birth', holder: same, sure: 'same' };
  if (birthDate === null) return null;
  for (const holder of holders.withNameBirth(name, birthDate)) {
    const kind = mayBeSame(own.facts, factsOf(holder, store));
    if (kind !== null) return { kind, holder, sure: 'perhaps' };
  }
  return null;
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
