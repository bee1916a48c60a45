// Padding, so that a size on a stick tells little: at most 12 % more, only O(log log size) bits revealed.
import { block } from './tar.ts';

/** Padmé (Nikitin et al., PETS 2019, Algorithm 1): rounds up so that the low bits of a size are zero. */
export function padme(size: number): number {
  if (size < 2) return size;
  const exponent = Math.floor(Math.log2(size));
  const kept = Math.floor(Math.log2(exponent)) + 1;
  const unit = 2 ** Math.max(0, exponent - kept);
  return Math.ceil(size / unit) * unit;
}

/**
 * Size of the member `padding`: what brings an archive of `size` bytes (everything else, its own header and the end
 * blocks included) to the next size that is Padmé-round and a whole number of blocks.
 */
export function paddingFor(size: number): number {
  return Math.ceil(padme(size) / block) * block - size;
}
