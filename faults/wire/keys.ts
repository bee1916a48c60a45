/** Keys that are not whose they should be, not yet or no longer valid, or used for something else. */
import { keyCases } from '#tests/bundle-format/key-cases.ts';
import { openRow, type FaultRow } from '../family.ts';

export async function wrongKeys(): Promise<FaultRow[]> {
  const row = openRow(
    'wrong, retired, revoked and swapped keys; replays and twins',
    'the exact code of each',
  );
  for (const { what, ask, code } of keyCases) {
    const said = await ask();
    row.judge(said, said === code ? null : `${what}: ${said}, not ${code}`);
  }
  return [row.done()];
}
