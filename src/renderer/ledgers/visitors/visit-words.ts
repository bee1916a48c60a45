/** Codes, days and names of a visit → the words on the screen. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitRow } from '#shared/contract/visitors.ts';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import type { BodyCode, MatterCode, ResultCode, SATISFACTION, VisitState } from '#shared/ledgers/visitors.ts';

/** Where the field says nothing more. */
const BY_RULE: Readonly<Record<string, 'required' | 'label'>> = { required: 'required', label: 'label' };

export interface VisitWords {
  /** Never empty: an anonymous visit has its word. */
  name(visit: Pick<VisitRow, 'name'>): string;
  matter(code: MatterCode): string;
  /** Null: still being handled. */
  result(code: ResultCode | null): string;
  body(code: BodyCode): string;
  state(code: VisitState): string;
  satisfied(code: (typeof SATISFACTION)[number]): string;
  /** How to repair a field, for every rule of the ledger. */
  issue(issue: FieldIssue): string;
}

export function useVisitWords(): VisitWords {
  const { t } = useTranslation('visitors');
  return useMemo(
    () => ({
      name: (visit) => visit.name ?? t('anonymous'),
      matter: (code) => t(`matters.${code}`),
      result: (code) => (code === null ? t('stillHandling') : t(`results.${code}`)),
      body: (code) => t(`bodies.${code}`),
      state: (code) => t(`states.${code}`),
      satisfied: (code) => t(`satisfaction.${code}`),
      issue: ({ field, rule }) => {
        switch (`${field} ${rule}`) {
          case 'name too-long':
            return t('issues.nameLong');
          case 'name number':
            return t('issues.nameNumber');
          case 'phone not-a-phone':
            return t('issues.phone');
          case 'summary too-long':
            return t('issues.summaryLong');
          case 'matter required':
            return t('issues.matter');
          case 'referredTo required':
            return t('issues.referredTo');
          case 'promisedOn past':
            return t('issues.past');
          case 'promisedOn too-far':
            return t('issues.tooFar');
          case 'promisedOn required':
            return t('issues.promised');
          case 'promisedOn unread':
            return t('issues.unread');
          default:
            return t(`issues.${BY_RULE[rule] ?? 'notAccepted'}`);
        }
      },
    }),
    [t],
  );
}
