// The digits once more, for a scanner: drawn with blocks, light on the dark ground of a terminal. Digits alone: no name, no key.
import { renderUnicodeCompact } from 'uqr';

/** Quiet modules around the code: ISO/IEC 18004. */
const QUIET = 4;

export function qrText(digits: readonly string[]): string {
  const drawn = renderUnicodeCompact(digits.join(''), { ecc: 'M', border: QUIET });
  return drawn.replace(/^/gm, '    ');
}
