// decisions.json of a receipt: what the station answered to records of the office, each as it was when it was read.
import {
  encodeCanonical,
  integer,
  list,
  literal,
  nullable,
  oneOf,
  record,
  text,
  words,
} from './canonical.ts';
import { isInstant } from './change.ts';
import { limits } from './limits.ts';
import { shapes } from './manifest.ts';

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

export interface DecisionList {
  readonly format: 'jwb-decisions';
  readonly v: 1;
  readonly decisions: readonly Decision[];
}

const reasonMost = 200;
const reasonWords = words(reasonMost);
const instant = text(shapes.time);

export const decisionListSpec = record<DecisionList>({
  format: literal('jwb-decisions'),
  v: literal(1),
  decisions: list(
    record<Decision>({
      ledger: text(shapes.ledger),
      k: text(shapes.record),
      v: integer(1),
      leaf: text(shapes.hex64),
      answer: oneOf(answers),
      reviewer: words(64),
      second: nullable(words(64)),
      reason: {
        read: (value, at) => (value === '' ? '' : reasonWords.read(value, at)),
        write: (value) => reasonWords.write(value),
      },
      at: {
        read: (value, at) => instant.read(isInstant(value) ? value : null, at),
        write: (value) => instant.write(value),
      },
    }),
    8192,
  ),
});

/** The first broken rule that binds several fields together, or null. */
export function findDecisionsFlaw({ decisions }: DecisionList): string | null {
  if (decisions.length === 0) return 'decisions';
  for (const [i, decision] of decisions.entries()) {
    const { answer, reviewer, second, reason } = decision;
    if (answer !== 'approve' && reason === '') return `decisions[${i}].reason`;
    if (second !== null && (answer !== 'approve' || second === reviewer)) return `decisions[${i}].second`;
    const before = decisions[i - 1];
    if (before !== undefined && compareDecisions(before, decision) >= 0) return `decisions[${i}]`;
  }
  return null;
}

/** Throws TypeError for what no receipt may carry: a bug of the caller. */
export function encodeDecisions(decisions: readonly Decision[]): Buffer {
  const found: DecisionList = {
    format: 'jwb-decisions',
    v: 1,
    decisions: decisions.toSorted(compareDecisions),
  };
  const wrong = findDecisionsFlaw(found);
  if (wrong !== null) throw new TypeError(`decisions: ${wrong}`);
  const bytes = Buffer.from(encodeCanonical(decisionListSpec, found));
  if (bytes.length > limits.decisions) throw new TypeError(`decisions: ${bytes.length} bytes`);
  return bytes;
}

/** The one order of a list. */
function compareDecisions(a: Decision, b: Decision): number {
  return compare(a.ledger, b.ledger) || compare(a.k, b.k) || a.v - b.v || compare(a.at, b.at);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
