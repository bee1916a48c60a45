import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Exchange, steps, type Breakage, type Step } from './exchange-model.ts';

const step = fc.tuple(
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('edit', 'export', 'import', 'readReceipts') },
    { weight: 1, arbitrary: fc.constantFrom(...steps) },
  ),
  fc.nat(1000),
);
const trace = fc.array(step, { minLength: 10, maxLength: 40, size: 'max' });

function flawsOf(broken: Breakage, done: readonly Step[]): string[] {
  const exchange = new Exchange(broken);
  for (const one of done) exchange.run(one);
  exchange.settle();
  return exchange.flaws;
}

test('whatever sticks are lost, doubled or mixed up and whoever is restored, everything arrives and nothing forks', () => {
  fc.assert(
    fc.property(trace, (done) => {
      expect(flawsOf({}, done)).toEqual([]);
    }),
    { numRuns: 4000 },
  );
});

const breakages: readonly (readonly [string, Breakage])[] = [
  ['confirming at arrival', { confirmsAtArrival: true }],
  ['applying over a gap', { appliesOverGaps: true }],
  ['keeping the office epoch after a restore', { keepsOfficeEpoch: true }],
  ['keeping the station epoch after a restore', { keepsStationEpoch: true }],
  ['exporting the newest epoch only', { exportsNewestEpochOnly: true }],
];

test.each(breakages)('the model finds out %s', (_, broken) => {
  const found = fc.check(
    fc.property(trace, (done) => flawsOf(broken, done).length === 0),
    { numRuns: 4000, endOnFailure: true },
  );
  expect(found.failed).toBe(true);
});
