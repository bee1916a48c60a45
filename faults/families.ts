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
  orders: {
    title: 'bundles in every order',
    run: async (run) => (await import('./wire/orders.ts')).everyOrder(run),
  },
  keys: { title: 'wrong keys', run: async () => (await import('./wire/keys.ts')).wrongKeys() },
  model: {
    title: 'the exchange under random faults',
    run: async (run) => (await import('./wire/model.ts')).exchangeModel(run),
  },
  fuzz: {
    title: 'what a stick may bring, changed',
    run: async (run) => (await import('./fuzz/fuzz.ts')).fuzzFiles(run),
  },
  'fuzz-parts': {
    title: 'parts of those files, key files and spreadsheets, changed',
    run: async (run) => (await import('./fuzz/fuzz.ts')).fuzzParts(run),
  },
  pages: {
    title: 'pages of the store, its log and its key file changed',
    run: async (run) => (await import('./store/pages.ts')).changedPages(run),
  },
  races: { title: 'two programs at once', run: async (run) => (await import('./store/races.ts')).races(run) },
  leaks: { title: 'words in the open', run: async () => (await import('./store/leaks.ts')).leakScan() },
  clocks: { title: 'wrong clocks', run: async () => (await import('./store/clocks.ts')).wrongClocks() },
  commits: {
    title: 'kill -9 while the office saves',
    run: async (run) => (await import('./store/commits.ts')).killedCommits(run),
  },
  restores: {
    title: 'kill -9 while an office is restored',
    run: async (run) => (await import('./store/restores.ts')).killedRestores(run),
  },
  kills: { title: 'kill -9', run: async (run) => (await import('./disk/kills.ts')).kills(run) },
  errors: {
    title: 'the disk fails at the k-th call',
    run: async (run) => (await import('./disk/errors.ts')).ioErrors(run),
  },
  pulled: {
    title: 'the stick is pulled out',
    run: async (run) => (await import('./disk/errors.ts')).pulledSticks(run),
  },
  torn: {
    title: 'what a pulled stick keeps',
    run: async (run) => (await import('./disk/torn-sticks.ts')).tornSticks(run),
  },
  full: {
    title: 'full disks',
    needsRoot: true,
    run: async (run) => (await import('./disk/small-disks.ts')).fullDisks(run),
  },
  'read-only': {
    title: 'read-only disks',
    needsRoot: true,
    run: async () => (await import('./disk/small-disks.ts')).readOnlyDisks(),
  },
  short: {
    title: 'short writes and reads',
    run: async (run) => (await import('./disk/errors.ts')).shortWrites(run),
  },
};
