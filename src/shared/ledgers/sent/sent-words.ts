/**
 * What no word that the station sends down may say. An order or a text is read by everybody at the desk, so it names no
 * person of a matter of law and makes nobody a kind of person: the station refuses to send it, the office to keep it.
 */
import type { FieldIssue } from '#shared/kernel/failure.ts';
import { hasLabel, LABEL_RULE } from '#shared/kernel/person-labels.ts';

/** What the deny-list does not know because an officer writes it down in its own ledger: matters of the closed list by name. */
const MATTERS = /告诫书|保护令|依法登记|SM0\d/iu;
/** A citizen number by its form (GB 11643): division, a day of birth, three digits, a check. */
const CITIZEN_NUMBER = /[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]/iu;
/** Signs that take a word or a number apart without changing how it is read. */
const APART = /[\s*·・._~|/\\-]+/gu;

/** The word of the rule that a text breaks, or null. */
export function sentWordRule(text: string): string | null {
  if (hasLabel(text)) return LABEL_RULE;
  const joined = text.normalize('NFKC').replace(APART, '');
  if (MATTERS.test(joined)) return 'matter-of-law';
  return CITIZEN_NUMBER.test(joined) ? 'citizen-number' : null;
}

export function sentWordIssues(values: Readonly<Record<string, string>>): FieldIssue[] {
  return Object.entries(values).flatMap(([field, text]) => {
    const rule = sentWordRule(text);
    return rule === null ? [] : [{ field, rule }];
  });
}
