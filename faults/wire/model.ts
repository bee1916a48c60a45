/** The exchange of an office and its station as a model with the real rules, driven by random faults; and with rules broken on purpose. */
import fc from 'fast-check';
import { breakages, flawsOf, trace } from '#tests/bundle-format/exchange-traces.ts';
import type { Breakage, Step } from '#tests/bundle-format/exchange-model.ts';
import { openRow, type FaultRow, type FaultRun } from '../family.ts';

const TRACES = 200_000;
const BROKEN_TRACES = 10_000;
/** Traces are made so many at a time, so that memory stays flat. */
const BATCH = 2000;

export function exchangeModel({ sample, say }: FaultRun): FaultRow[] {
  const whole = openRow(
    'random traces of 10 to 40 steps, then four clean exchanges',
    'nothing lost, forked or taken twice',
  );
  for (const done of traces(sample ? 2000 : TRACES, say)) {
    const [flaw] = flawsOf({}, done);
    whole.judge(
      flaw === undefined ? 'all invariants hold' : 'violated',
      flaw === undefined ? null : `${JSON.stringify(done)}: ${flaw}`,
    );
  }
  return [
    whole.done(),
    ...breakages.map(({ what, broken }) => countFound(what, broken, sample ? 2000 : BROKEN_TRACES)),
  ];
}

/** A rule set broken on purpose has to be found out: none is the surprise. */
function countFound(what: string, broken: Breakage, count: number): FaultRow {
  const row = openRow(`broken: ${what}`, 'found out');
  let found = 0;
  for (const done of traces(count, () => undefined)) {
    const isFound = flawsOf(broken, done).length > 0;
    if (isFound) found += 1;
    row.saw(isFound ? 'found out' : 'this trace does not show it');
  }
  if (found === 0) row.surprise('never found out', `${what} is not found out by the invariants`);
  return row.done();
}

function* traces(count: number, say: (line: string) => void): Generator<Step[]> {
  for (let seed = 0; seed * BATCH < count; seed += 1) {
    yield* fc.sample(trace, { numRuns: Math.min(BATCH, count - seed * BATCH), seed });
    if ((seed + 1) % 10 === 0) say(`  ${(seed + 1) * BATCH} traces`);
  }
}
