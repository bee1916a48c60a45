// Counts lines as they pass, the same way for the one who seals and the one who opens.
import type { Change } from './change.ts';
import type { LedgerCounts } from './manifest.ts';

interface Count {
  I: number;
  U: number;
  X: number;
}

/** What a manifest says of its lines. */
export interface Counted {
  readonly counts: Readonly<Record<string, Readonly<Count>>>;
  readonly forgotten: number;
}

export interface Tally {
  readonly counts: Map<string, Count>;
  forgotten: number;
}

export function startTally(): Tally {
  return { counts: new Map(), forgotten: 0 };
}

/** null stands for a forgotten line. */
export function addToTally(tally: Tally, change: Change | null): void {
  if (change === null) {
    tally.forgotten += 1;
    return;
  }
  const { op, l } = change;
  if (op !== 'I' && op !== 'U' && op !== 'X') return;
  let count = tally.counts.get(l);
  if (count === undefined) {
    count = { I: 0, U: 0, X: 0 };
    tally.counts.set(l, count);
  }
  count[op] += 1;
}

/** What the manifest says of these lines; `live` may name ledgers that did not change. */
export function countsOf(tally: Tally, live: Readonly<Record<string, number>>): Record<string, LedgerCounts> {
  const ledgers = new Set([...tally.counts.keys(), ...Object.keys(live)]);
  return Object.fromEntries(
    [...ledgers].map((ledger) => {
      const { I, U, X } = tally.counts.get(ledger) ?? { I: 0, U: 0, X: 0 };
      return [ledger, { I, U, X, live: live[ledger] ?? 0 }];
    }),
  );
}

/** The first ledger whose counts differ from what passed, or null. */
export function findCountFlaw(tally: Tally, manifest: Counted): string | null {
  if (tally.forgotten !== manifest.forgotten) return 'forgotten';
  for (const ledger of tally.counts.keys()) if (!Object.hasOwn(manifest.counts, ledger)) return ledger;
  for (const [ledger, said] of Object.entries(manifest.counts)) {
    const { I, U, X } = tally.counts.get(ledger) ?? { I: 0, U: 0, X: 0 };
    if (said.I !== I || said.U !== U || said.X !== X) return ledger;
  }
  return null;
}
