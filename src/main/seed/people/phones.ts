/** Synthetic phones. None of them can ring: see docs/guides/synthetic-data.md. */
import type { Random } from '#main/seed/random.ts';

/** 154 0… passes the usual form of a mobile number and is not handed out. */
export function syntheticMobile(random: Random): string {
  return `1540${String(random.below(10_000_000)).padStart(7, '0')}`;
}

/** Numbers of the area begin with neither 0 nor 1. */
export function syntheticLandline(random: Random): string {
  return `0833${random.pick(['0', '1'])}${String(random.below(1_000_000)).padStart(6, '0')}`;
}
