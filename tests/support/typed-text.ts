/** What people type and what is said against it, short enough to stand in a table of a test. */
import fc from 'fast-check';
import type { FieldIssue } from '#shared/kernel/failure.ts';

/** Text as people and input methods leave it: full-width, spaces of every kind, halves of characters. */
export const messyText = (max: number) =>
  fc
    .array(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 4 }),
        fc.constantFrom(
          '张',
          '𠮷',
          '１３８',
          '　',
          '\u200B',
          '\n',
          '\r\n',
          '\uFEFF',
          '\uD842',
          '·',
          '•',
          'é',
        ),
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('').slice(0, max));

/** `field rule` of each issue, in order. */
export function flaws(issues: readonly FieldIssue[]): string {
  return issues.map(({ field, rule }) => `${field} ${rule}`).join(', ');
}
