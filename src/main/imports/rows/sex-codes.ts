/** How a sheet counts sexes, told by the numbers beside them. */
import { readIdNumber } from '#shared/kernel/citizen-number.ts';
import { sexOfCode, type SexCodes } from './words.ts';
import type { Texts } from './texts.ts';

/** Null where the rows do not say it. A single 2 beside a man's number would be a slip: the more frequent meaning wins. */
export function sexCodesOf(rows: readonly Texts[]): SexCodes | null {
  let gb = 0;
  let fromZero = 0;
  let ones = 0;
  let zeros = 0;
  let twos = 0;
  for (const { sex, idNumber } of rows) {
    const code = sex.normalize('NFKC');
    if (code === '0') zeros += 1;
    if (code === '1') ones += 1;
    if (code === '2') twos += 1;
    const told = readIdNumber(idNumber);
    if (!told.certain || told.sex === null) continue;
    const truth = told.sex === 'male' ? '1' : '2';
    if (sexOfCode(sex, 'gb') === truth) gb += 1;
    if (sexOfCode(sex, 'from-zero') === truth) fromZero += 1;
  }
  if (gb !== fromZero) return gb > fromZero ? 'gb' : 'from-zero';
  // Without any number beside them: the standard's 1 and 2, unless 0 is as common as a sex is.
  if (ones > 0 && twos > 0 && zeros * 10 <= ones + twos) return 'gb';
  return null;
}
