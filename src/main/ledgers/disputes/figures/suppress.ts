/** What may leave the office of a row of counts: none under five, and none that follows from the sum and the others. */
import { SUPPRESSED_UNDER } from '#shared/contract/disputes/figures.ts';

/** A count on its own. */
export function suppressed(count: number): number | null {
  return count < SUPPRESSED_UNDER ? null : count;
}

/**
 * Counts that add up to a sum which is told beside them. One that is left out alone would follow by subtraction: so the
 * smallest of the others go too, until at least two that are not nothing are left out and stand for five or more together.
 */
export function suppressedParts(counts: readonly number[]): (number | null)[] {
  const gone = new Set(counts.flatMap((count, at) => (count < SUPPRESSED_UNDER ? [at] : [])));
  const smallestFirst = counts
    .map((count, at) => ({ count, at }))
    .filter(({ at }) => !gone.has(at))
    .sort((a, b) => a.count - b.count);
  const hidden = () => [...gone].map((at) => counts[at] ?? 0).filter((count) => count > 0);
  const tells = () => {
    const parts = hidden();
    const sum = parts.reduce((all, count) => all + count, 0);
    return parts.length > 0 && (parts.length < 2 || sum < SUPPRESSED_UNDER);
  };
  for (const { at } of smallestFirst) {
    if (!tells()) break;
    gone.add(at);
  }
  return counts.map((count, at) => (gone.has(at) ? null : count));
}
