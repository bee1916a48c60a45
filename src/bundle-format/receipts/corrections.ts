// What a receipt proposes and what a line of op C answers to it (docs/format/bundle-v1.md, "Corrections").
import { writeDatum, type Datum } from '#bundle-format/canonical.ts';
import type { Change } from '#bundle-format/change.ts';

export type Proposed = Readonly<Record<string, string | number | boolean | null>>;

export const correctionAnswers = ['accepted', 'declined'] as const;
export type CorrectionAnswer = (typeof correctionAnswers)[number];

/** `fields` of a correction: canonical JSON, so that one proposal has one text. */
export function encodeProposed(fields: Proposed): string {
  return writeDatum(fields);
}

/** Null for what is not exactly what encodeProposed writes: nothing of such a proposal is shown to anybody. */
export function readProposed(text: string): Proposed | null {
  try {
    const value: unknown = JSON.parse(text);
    return isProposed(value) && writeDatum(value) === text ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function isProposed(value: unknown): value is Proposed {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((field: Datum) => field === null || typeof field !== 'object');
}

/** `d` of the line that answers it. */
export function answerFacts(id: string, answer: CorrectionAnswer): Change['d'] {
  return { answer, correction: id };
}

/** Null for a line that answers none. */
export function readAnswer({
  op,
  d,
}: Pick<Change, 'op' | 'd'>): { readonly id: string; readonly answer: CorrectionAnswer } | null {
  const { correction: id, answer: said } = d;
  const answer = correctionAnswers.find((one) => one === said);
  return op === 'C' && typeof id === 'string' && answer !== undefined ? { id, answer } : null;
}
