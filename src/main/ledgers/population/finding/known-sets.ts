/** Numbers of all records that fit a word, where they are few enough to be read; learnt once a search. */
export interface KnownSets<Word> {
  /** Null where there are more than so many. */
  of(word: Word, most: number): ReadonlySet<number> | null;
}

export function knownSets<Word>(walk: (word: Word) => Iterable<readonly number[]>): KnownSets<Word> {
  const known = new Map<Word, { readonly set: ReadonlySet<number> | null; readonly most: number }>();
  return {
    of(word, most) {
      let learnt = known.get(word);
      // Read again only where there may be many more than last time.
      if (learnt === undefined || (learnt.set === null && learnt.most * 2 <= most))
        known.set(word, (learnt = { set: gather(walk(word), most), most }));
      return learnt.set;
    },
  };
}

function gather(batches: Iterable<readonly number[]>, most: number): Set<number> | null {
  const set = new Set<number>();
  let read = 0;
  for (const numbers of batches) {
    read += numbers.length;
    if (read > most) return null;
    for (const n of numbers) set.add(n);
  }
  return set;
}
