/** Records that fit every word. Keys are read by the hundred, rows only of those who seem to fit: rows take the time. */

import { addressIn, recordIn, type Keyed } from './keyed.ts';

/** Some of the records a word means, and why. */
export interface Batch<By> {
  readonly by: By;
  readonly records: readonly Keyed[];
  /** Work it took, in keys read. */
  readonly steps: number;
}

/** How much was looked at so far: the more, the more it pays to learn all who fit the other words. */
export interface Looked {
  candidates: number;
  rows: number;
}

/** False where a record surely does not fit, by what its keys say. */
export type Test = (n: number, at: number) => boolean;

/** A kind of record that can be sought. */
export interface Subject<Word, Row, By> {
  /** Records a word means, best first. */
  walk(word: Word): Generator<Batch<By>, void>;
  /**
   * Where `walk` does not give all records that fit a word, whether any may: then each word's records are gone through, and
   * nobody's where a word means nothing. Left out where it gives all: then those of the word that has fewest are enough.
   */
  means?(word: Word): boolean;
  /** The word of the lowest rank is the one whose records are gone through; of equals the first. */
  rank(word: Word): number;
  testOf(word: Word, looked: Looked): Test;
  /** Null for a record that this person does not see. */
  rowOf(n: number): Row | null;
  /** Why a record fits a word, or null where it does not. */
  fit(row: Row, word: Word): By | null;
}

export interface Sought<Row, By> {
  readonly n: number;
  readonly row: Row;
  /** One a word, in their order. */
  readonly by: readonly By[];
}

export interface Sight<Row, By> {
  readonly found: readonly Sought<Row, By>[];
  /** There are more, or there may be. */
  readonly more: boolean;
}

/** Steps taken with each word at first; twice as many each time none has ended. */
const FIRST_TURN = 32;
/** Looked at when several words were typed. Only what nearly everybody fits, and nobody wholly, comes so far. */
const ROWS_MAX = 3000;
const CANDIDATES_MAX = 100_000;
/** The same where each word's records are gone through. */
const CANDIDATES_OF_EACH_MAX = 2000;

export function seek<Word, Row, By>(
  words: readonly Word[],
  subject: Subject<Word, Row, By>,
  most: number,
): Sight<Row, By> {
  const found: Sought<Row, By>[] = [];
  const seen = new Set<number>();
  const looked: Looked = { candidates: 0, rows: 0 };
  const candidatesMax = subject.means === undefined ? CANDIDATES_MAX : CANDIDATES_OF_EACH_MAX;

  function look(n: number, why: By, at: number): void {
    looked.rows += 1;
    const row = subject.rowOf(n);
    if (row === null) return;
    const by: By[] = [];
    for (const [other, word] of words.entries()) {
      const fit = other === at ? why : subject.fit(row, word);
      if (fit === null) return;
      by.push(fit);
    }
    found.push({ n, row, by });
  }

  for (const { batch, at } of batchesOf(words, subject)) {
    looked.candidates += batch.records.length;
    const tests = words.filter((_, other) => other !== at).map((word) => subject.testOf(word, looked));
    for (const one of batch.records) {
      const n = recordIn(one);
      if (seen.has(n)) continue;
      seen.add(n);
      if (!tests.every((test) => test(n, addressIn(one)))) continue;
      look(n, batch.by, at);
      if (found.length > most) return { found: found.slice(0, most), more: true };
    }
    if (words.length > 1 && (looked.rows >= ROWS_MAX || looked.candidates >= candidatesMax))
      return { found, more: true };
  }
  return { found, more: false };
}

interface Turn<By> {
  readonly batch: Batch<By>;
  /** Of which word. */
  readonly at: number;
}

/** All records among which those that fit every word are. */
function* batchesOf<Word, Row, By>(
  words: readonly Word[],
  subject: Subject<Word, Row, By>,
): Generator<Turn<By>, void> {
  const walks = words.map((word, at): Walk<By> => ({ at, walk: subject.walk(word), taken: [] }));
  if (words.length === 1 || subject.means !== undefined) {
    const may = words.length === 1 || words.every((word) => subject.means?.(word) === true);
    if (may) for (const { at, walk } of walks) for (const batch of walk) yield { batch, at };
    return;
  }
  const ranks = words.map((word) => subject.rank(word));
  const leader = ranks.indexOf(Math.min(...ranks));
  for (let turn = FIRST_TURN; ; turn *= 2)
    // The leader first: its records are looked at while the others are only watched for an early end.
    for (const one of walks.toSorted((a, b) => Number(b.at === leader) - Number(a.at === leader))) {
      const from = one.taken.length;
      const ended = take(one, turn);
      if (one.at === leader || ended) yield* one.at === leader ? one.taken.slice(from) : one.taken;
      // Whoever fits all words is among the records of each: those of one word are enough.
      if (ended) return;
    }
}

interface Walk<By> {
  readonly at: number;
  readonly walk: Generator<Batch<By>, void>;
  readonly taken: Turn<By>[];
}

/** @returns true when there is no more to take */
function take<By>({ at, walk, taken }: Walk<By>, steps: number): boolean {
  for (let took = 0; took < steps;) {
    const next = walk.next();
    if (next.done === true) return true;
    took += next.value.steps;
    if (next.value.records.length > 0) taken.push({ batch: next.value, at });
  }
  return false;
}
