/** Records that fit every word. Goes through those of the word that has fewest, and asks the others of each of them. */

/** A kind of record that can be sought. */
export interface Subject<Word, Row, By> {
  /** Numbers of the records a word means, best first, each with why. */
  walk(word: Word): Generator<Candidate<By>, void>;
  /** Null for a record that this person does not see. */
  rowOf(n: number): Row | null;
  /** Why a record fits a word, or null where it does not. */
  fit(row: Row, word: Word): By | null;
}

export type Candidate<By> = readonly [n: number, by: By];

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

/** Candidates of one word looked at before those of the next. */
const TURN = 32;
/**
 * Records looked at in all, where every word means many. Beyond it the search ends and says that there may be more.
 */
const LOOKED_AT_MAX = 4000;

export function seek<Word, Row, By>(
  words: readonly Word[],
  subject: Subject<Word, Row, By>,
  most: number,
): Sight<Row, By> {
  const found: Sought<Row, By>[] = [];
  const seen = new Set<number>();

  function look([n, why]: Candidate<By>, at: number): void {
    if (seen.has(n)) return;
    seen.add(n);
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

  let walks = words.map((word, at) => ({ at, walk: subject.walk(word) }));
  for (;;) {
    const turns = walks.map(({ at, walk }) => ({ at, walk, ...take(walk, walks.length > 1 ? TURN : 1) }));
    // Whoever fits all words is among the records of each: those of the word that has fewest are enough.
    const [fewest] = turns.filter(({ ended }) => ended).sort((a, b) => a.taken.length - b.taken.length);
    for (const { at, taken } of fewest === undefined ? turns : [fewest])
      for (const candidate of taken) {
        look(candidate, at);
        if (found.length > most) return { found: found.slice(0, most), more: true };
      }
    if (fewest !== undefined) return { found, more: false };
    if (seen.size >= LOOKED_AT_MAX && walks.length > 1) return { found, more: true };
    walks = turns;
  }
}

function take<By>(
  walk: Generator<Candidate<By>, void>,
  count: number,
): { readonly taken: readonly Candidate<By>[]; readonly ended: boolean } {
  const taken: Candidate<By>[] = [];
  while (taken.length < count) {
    const next = walk.next();
    if (next.done === true) return { taken, ended: true };
    taken.push(next.value);
  }
  return { taken, ended: false };
}
