/** Finds records that share a key without holding the keys: each key is a hash packed with the number of its record. */

/** Record numbers below this fit beside the hash into one exact number. */
const NUMBERS = 2 ** 24;
const HASHES = 2 ** 29;
const START_SIZE = 1 << 16;

export interface PackedKeys {
  add(key: string, n: number): void;
  /** Numbers of records whose keys have one hash, two and more at a time: their keys are still to be compared. */
  groups(): Generator<number[], void>;
}

export function packedKeys(): PackedKeys {
  let packed = new Float64Array(START_SIZE);
  let size = 0;
  return {
    add(key, n) {
      if (size === packed.length) {
        const larger = new Float64Array(size * 2);
        larger.set(packed);
        packed = larger;
      }
      packed[size] = hash29(key) * NUMBERS + n;
      size += 1;
    },
    *groups() {
      const sorted = packed.subarray(0, size).sort();
      let group: number[] = [];
      let current = -1;
      for (const one of sorted) {
        const hash = Math.floor(one / NUMBERS);
        if (hash !== current) {
          if (group.length > 1) yield group;
          group = [];
          current = hash;
        }
        group.push(one - hash * NUMBERS);
      }
      if (group.length > 1) yield group;
    },
  };
}

/** FNV-1a over UTF-16 units, folded to 29 bits. */
function hash29(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  return ((hash >>> 0) ^ (hash >>> 29)) & (HASHES - 1);
}
