// decisions.json of a receipt: what the station answered to records of the office, each as it was when it was read.
import { integer, nullable, oneOf, orEmpty, record, text, words } from '#bundle-format/canonical.ts';
import { limits } from '#bundle-format/limits.ts';
import { shapes } from '#bundle-format/manifest.ts';
import { compareText, partList } from './part-list.ts';
import { instant } from '#bundle-format/when.ts';

/** `unsealed` asks nothing of the office but to write down that a sealed record was opened, for its auditor. */
export const answers = ['approve', 'deny', 'unsealed'] as const;
export type Answer = (typeof answers)[number];

/** docs/format/bundle-v1.md, "Decisions". Keys are written in the order of this interface. */
export interface Decision {
  readonly ledger: string;
  /** Record id. */
  readonly k: string;
  /** Version of the record that was read; it says nothing of any other. */
  readonly v: number;
  /** Leaf of the line that made this version, 64 hex: a restored office may give number and version to another. */
  readonly leaf: string;
  readonly answer: Answer;
  /** Name of the person who answered. */
  readonly reviewer: string;
  /** Name of another one where two are asked for; of an approval only. */
  readonly second: string | null;
  /** '' of an approval that was given without one. */
  readonly reason: string;
  /** Instant, UTC, milliseconds. Shown, and tells two notices of one record apart; never used to order. */
  readonly at: string;
}

const reasonMost = 200;

export const decisionsPart = partList<Decision>({
  format: 'jwb-decisions',
  key: 'decisions',
  item: record<Decision>({
    ledger: text(shapes.ledger),
    k: text(shapes.record),
    v: integer(1),
    leaf: text(shapes.hex64),
    answer: oneOf(answers),
    reviewer: words(64),
    second: nullable(words(64)),
    reason: orEmpty(words(reasonMost)),
    at: instant,
  }),
  most: 8192,
  bytes: limits.decisions,
  compare: (a, b) =>
    compareText(a.ledger, b.ledger) || compareText(a.k, b.k) || a.v - b.v || compareText(a.at, b.at),
  flawOf({ answer, reviewer, second, reason }) {
    if (answer !== 'approve' && reason === '') return 'reason';
    return second !== null && (answer !== 'approve' || second === reviewer) ? 'second' : null;
  },
});
