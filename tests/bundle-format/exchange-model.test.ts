import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breakages, flawsOf, trace } from './exchange-traces.ts';

/** `npm run faults -- model` tries 200,000, and counts what each broken rule costs. */
const RUNS = 1500;

test(
  'whatever sticks are lost, doubled or mixed up and whoever is restored, everything arrives and nothing forks',
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(trace, (done) => {
        expect(flawsOf({}, done)).toEqual([]);
      }),
      { numRuns: RUNS, seed: 1 },
    );
  },
);

test.each(breakages)('the model finds out $what', { timeout: 60_000 }, ({ broken }) => {
  const found = fc.check(
    fc.property(trace, (done) => flawsOf(broken, done).length === 0),
    { numRuns: 4000, seed: 1, endOnFailure: true },
  );
  expect(found.failed).toBe(true);
});
