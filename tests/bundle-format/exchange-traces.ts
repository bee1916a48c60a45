// Random weeks of an office and its station, with everything that can happen to sticks and stores; and rules broken on purpose.
import fc from 'fast-check';
import { Exchange, steps, type Breakage, type Step } from './exchange-model.ts';

const step = fc.tuple(
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('edit', 'export', 'import', 'readReceipts') },
    { weight: 1, arbitrary: fc.constantFrom(...steps) },
    // What is taken, sent on and then restored away takes many steps to come about.
    { weight: 1, arbitrary: fc.constantFrom('decide', 'backUpOffice', 'restoreOffice') },
  ),
  fc.nat(1000),
);
export const trace: fc.Arbitrary<Step[]> = fc.array(step, { minLength: 10, maxLength: 40, size: 'max' });

/** What the invariants find after these steps and four clean exchanges. */
export function flawsOf(broken: Breakage, done: readonly Step[]): string[] {
  const exchange = new Exchange(broken);
  for (const one of done) exchange.run(one);
  exchange.settle();
  return exchange.flaws;
}

export const breakages: readonly { readonly what: string; readonly broken: Breakage }[] = [
  { what: 'confirming at arrival', broken: { confirmsAtArrival: true } },
  { what: 'applying over a gap', broken: { appliesOverGaps: true } },
  { what: 'keeping the office epoch after a restore', broken: { keepsOfficeEpoch: true } },
  { what: 'keeping the station epoch after a restore', broken: { keepsStationEpoch: true } },
  { what: 'exporting the newest epoch only', broken: { exportsNewestEpochOnly: true } },
  { what: 'carrying the newest bundle only', broken: { carriesNewestOnly: true } },
  { what: 'sending an answer once', broken: { sendsAnswersOnce: true } },
  { what: 'taking an answer to another line', broken: { ignoresLeaf: true } },
  { what: 'settling an answer for ever', broken: { settlesForEver: true } },
];
