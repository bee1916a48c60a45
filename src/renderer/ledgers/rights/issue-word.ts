import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldIssue } from '#shared/kernel/failure.ts';

/** How to repair a field, for every rule of the ledger. */
export function useRightsIssue(): (issue: FieldIssue) => string {
  const { t } = useTranslation('rights');
  return useCallback(
    ({ field, rule }) => {
      switch (`${field} ${rule}`) {
        case 'kind required':
          return t('issues.kind');
        case 'resident missing':
          return t('issues.missing');
        case 'name too-long':
          return t('issues.nameLong');
        case 'name characters':
          return t('issues.nameSigns');
        case 'name label':
          return t('issues.nameLabel');
        case 'phone not-a-phone':
          return t('issues.phone');
        case 'receivedOn required':
          return t('issues.received');
        case 'receivedOn in-future':
          return t('issues.future');
        case 'receivedOn unread':
          return t('issues.unread');
        case 'identity required':
          return t('issues.identity');
        case 'outcome required':
          return t('issues.outcome');
        case 'outcome answered-already':
          return t('issues.answeredAlready');
        case 'ground required':
          return t('issues.ground');
        case 'answer say-why':
          return t('issues.sayWhy');
        case 'asks too-long':
        case 'answer too-long':
          return t('issues.tooLong');
        case 'asks label':
        case 'answer label':
          return t('issues.label');
        default:
          return rule === 'required' ? t('issues.required') : t('issues.notAccepted');
      }
    },
    [t],
  );
}
