import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldIssue } from '#shared/kernel/failure.ts';

/** How to repair what was refused of an order. */
export function useOrderIssue(): (issue: FieldIssue) => string {
  const { t } = useTranslation('orders');
  return useCallback(
    ({ rule }) => {
      if (rule === 'required') return t('issues.required');
      if (rule === 'too-long') return t('issues.tooLong');
      if (rule === 'label') return t('issues.label');
      return rule === 'not-now' ? t('issues.notNow') : t('issues.notAccepted');
    },
    [t],
  );
}
