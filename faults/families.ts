/** Every family of faults, one entry each. A family is loaded when it is run. */
import type { Family } from './family.ts';

export const families: Readonly<Record<string, Family>> = {
  bits: {
    title: 'every bit of a sealed file turned',
    run: async (run) => (await import('./wire/bits.ts')).everyBitTurned(run),
  },
  'bits-large': {
    title: 'bits of a large bundle turned',
    run: async (run) => (await import('./wire/bits.ts')).bitsOfALargeBundle(run),
  },
  lengths: {
    title: 'files cut and grown',
    run: async (run) => (await import('./wire/bits.ts')).everyLength(run),
  },
  tar: {
    title: 'tricks of the container',
    run: async () => (await import('./wire/tricks.ts')).tricksOfTar(),
  },
  zstd: {
    title: 'tricks of the compression',
    run: async () => (await import('./wire/tricks.ts')).tricksOfZstd(),
  },
};
