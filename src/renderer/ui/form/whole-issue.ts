import type { FieldIssue } from '#shared/kernel/failure.ts';
import type { SaveOutcome } from './form-shell.tsx';

/** What is refused as a whole stands above the fields: no field could say it. */
export function tellWhole(
  outcome: SaveOutcome,
  values: object,
  words: (issue: FieldIssue) => string,
  safe: string,
): SaveOutcome {
  if (outcome.ok) return outcome;
  const whole = outcome.issues.find(({ field }) => !isOf(values, field));
  if (whole === undefined) return outcome;
  const issues = outcome.issues.filter(({ field }) => isOf(values, field));
  return { ok: false, issues, words: { what: words(whole), safe, todo: '', reference: null } };
}

function isOf(values: object, field: string): boolean {
  return (field.split('.')[0] ?? field) in values;
}
