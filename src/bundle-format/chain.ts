// The hash chain over change lines: pure, and the same in the journal, the bundle and the station.
import { hash } from 'node:crypto';
import { readForgotten } from './change.ts';

/**
 * h₀ of an epoch. `base` is the chain value at the restored point when the epoch began by a restore.
 * SHA-256("jwb-chain-v1\n" office "\n" epoch "\n" base as hex or nothing)
 */
export function chainStart(office: string, epoch: number, base?: Uint8Array | null): Buffer {
  const root = base == null ? '' : Buffer.from(base).toString('hex');
  return hash('sha256', `jwb-chain-v1\n${office}\n${epoch}\n${root}`, 'buffer');
}

/** SHA-256 of the line with its LF; for the forgotten form, the leaf it names. */
export function leafOf(line: string): Buffer {
  if (line.length < 100 && line.includes('"leaf":"')) {
    const forgotten = readForgotten(line);
    if (forgotten !== null) return Buffer.from(forgotten.leaf, 'hex');
  }
  return digest(line);
}

/** Through a text of one character a byte: room for each digest alone would cost more than the hashing. */
function digest(content: string | Uint8Array): Buffer {
  return Buffer.from(hash('sha256', content, 'binary'), 'latin1');
}

// Reused, for the same reason.
const pair = Buffer.alloc(64);

/** hₙ = SHA-256(hₙ₋₁ ‖ leafₙ) */
export function chainNext(h: Uint8Array, leaf: Uint8Array): Buffer {
  if (h.length !== 32 || leaf.length !== 32)
    throw new TypeError('a chain value and a leaf have 32 bytes each');
  pair.set(h, 0);
  pair.set(leaf, 32);
  return digest(pair);
}
