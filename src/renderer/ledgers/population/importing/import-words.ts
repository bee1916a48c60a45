/** Rules and codes of an import → the words on the screen. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportField, RowOutcome } from '#shared/contract/population/imports.ts';
import type { Failure, FieldIssue } from '#shared/kernel/failure.ts';
import type { ErrorWords } from '#renderer/ui/basic/error-panel.tsx';
import { zh } from './importing-text.ts';

export interface ImportWords {
  field(field: ImportField): string;
  outcome(outcome: RowOutcome): string;
  /** 住址：看不出是哪一户 */
  issue(issue: FieldIssue): string;
  forbidden(rule: string): string;
  refusal(rule: string): string | null;
}

export function useImportWords(): ImportWords {
  const { t } = useTranslation('importing');
  return useMemo(() => {
    const fieldWord = (field: string) => (isIn(zh.fields, field) ? t(`fields.${field}`) : field);
    return {
      field: (field) => t(`fields.${field}`),
      outcome: (outcome) => t(`outcomes.${outcome}`),
      issue: ({ field, rule }) =>
        t('issue', { field: fieldWord(field), rule: isIn(zh.rules, rule) ? t(`rules.${rule}`) : rule }),
      forbidden: (rule) => (isIn(zh.forbidden, rule) ? t(`forbidden.${rule}`) : t('forbidden.other')),
      refusal: (rule) => (isIn(zh.refusals, rule) ? t(`refusals.${rule}`) : null),
    };
  }, [t]);
}

/** What a refused import says beyond the general words: which rule it was. */
export function importFailureWords(failure: Failure, general: ErrorWords, words: ImportWords): ErrorWords {
  if (failure.code !== 'invalid') return general;
  const said = failure.issues.map(({ rule }) => words.refusal(rule)).find((one) => one !== null);
  return said === undefined || said === null ? general : { ...general, todo: said };
}

function isIn<Table extends object>(table: Table, code: string): code is keyof Table & string {
  return Object.hasOwn(table, code);
}
