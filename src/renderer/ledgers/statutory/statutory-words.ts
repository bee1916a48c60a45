/** Codes and rules of 依法登记事项 → the words on the screen. Every rule of the ledger has a sentence that says how to repair it. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import { CATEGORIES, type CategoryCode } from '#shared/ledgers/statutory/categories.ts';
import type { zh } from './statutory-text.ts';

type IssueName = keyof (typeof zh)['issues'];

const BY_RULE: Readonly<Record<string, IssueName>> = {
  minor: 'minor',
  characters: 'nameCharacters',
  'too-long': 'tooLong',
  'not-a-body': 'body',
  'not-this-body': 'thisBody',
  'not-a-number': 'number',
  'in-future': 'future',
  future: 'future',
  'before-document': 'beforeDocument',
  'before-start': 'beforeStart',
  'beyond-cap': 'beyondCap',
  over: 'over',
  'not-this-way': 'thisWay',
  'duties-open': 'dutiesOpen',
  'not-a-phone': 'phone',
  'not-a-day': 'required',
  unread: 'unread',
  label: 'label',
  'entered-before': 'before',
  'not-now': 'notNow',
  'officer-needed': 'successor',
  oneself: 'successor',
};

const REQUIRED: Readonly<Record<string, IssueName>> = { birthDate: 'birthDate', officer: 'successor' };

export function issueName({ field, rule }: FieldIssue): IssueName {
  if (rule === 'required') return REQUIRED[field] ?? 'required';
  return BY_RULE[rule] ?? 'notAccepted';
}

export function useIssueWords(): (issue: FieldIssue) => string {
  const { t } = useTranslation('statutory');
  return useMemo(() => (issue) => t(`issues.${issueName(issue)}`), [t]);
}

/** What the term of a category runs from, by its name in the form. */
export function startField(category: CategoryCode): 'startsOn' | 'reportedOn' {
  return CATEGORIES[category].runsFrom === 'reporting-day' ? 'reportedOn' : 'startsOn';
}
