/** A small seeded generator, so that the same seed gives the same people on every machine. */

export interface Random {
  /** 0 ≤ x < 1 */
  next(): number;
  /** A whole number from 0 to below `n`. */
  below(n: number): number;
  /** A whole number from `first` to `last`, both possible. */
  between(first: number, last: number): number;
  /** True in `share` of the cases, 0 to 1. */
  chance(share: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** One of the values by weight; for a long list take `byWeight` once. */
  weighted<T>(from: readonly Weighted<T>[]): T;
  /** Another generator that follows from this one's seed and the name: what is drawn there changes nothing here. */
  fork(name: string): Random;
}

export type Weighted<T> = readonly [T, number];

/** splitmix32 (Steele, Lea and Flood 2014, the 32-bit form). */
export function seededRandom(seed: number): Random {
  const origin = seed >>> 0;
  let state = origin;
  function next(): number {
    state = (state + 0x9e3779b9) >>> 0;
    return mix(state) / 0x1_0000_0000;
  }
  const below = (n: number) => Math.floor(next() * n);
  function pick<T>(from: readonly T[]): T {
    const found = from[below(from.length)];
    if (found === undefined) throw new RangeError('nothing to pick from');
    return found;
  }
  return {
    next,
    below,
    between: (first, last) => first + below(last - first + 1),
    chance: (share) => next() < share,
    pick,
    weighted(from) {
      let left = next() * from.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of from) {
        left -= weight;
        if (left < 0) return value;
      }
      return pick(from)[0];
    },
    fork: (name) => seededRandom([...name].reduce(stir, origin)),
  };
}

function stir(state: number, character: string): number {
  return mix((state + 0x9e3779b9 + (character.codePointAt(0) ?? 0)) >>> 0);
}

function mix(state: number): number {
  let mixed = state ^ (state >>> 16);
  mixed = Math.imul(mixed, 0x21f0aaad);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x735a2d97);
  mixed ^= mixed >>> 15;
  return mixed >>> 0;
}

/** `weighted` for a list drawn from very often: found by halving. */
export function byWeight<T>(from: readonly Weighted<T>[]): (random: Random) => T {
  const ends: number[] = [];
  let sum = 0;
  for (const [, weight] of from) ends.push((sum += weight));
  return (random) => {
    const at = random.next() * sum;
    let low = 0;
    let high = ends.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at < (ends[middle] ?? sum)) high = middle;
      else low = middle + 1;
    }
    const found = from[low];
    if (found === undefined) throw new RangeError('nothing to pick from');
    return found[0];
  };
}
