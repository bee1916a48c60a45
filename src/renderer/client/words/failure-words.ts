import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '#shared/kernel/failure.ts';
import { LABEL_RULE } from '#shared/kernel/person-labels.ts';
import type { ErrorWords } from '#renderer/ui/basic/error-panel.tsx';
import { toFailure } from '#renderer/client/failure.ts';

/** What happened, whether the data are safe, what to do: for every failure there is. */
export function useFailureWords(): (failure: Failure) => ErrorWords {
  const { t } = useTranslation('client');
  return useCallback(
    (failure) => {
      const place = placeOf(failure);
      return {
        what: t(`${place}.what`),
        safe: t(`failures.${failure.code}.safe`),
        todo: t(`${place}.todo`),
        reference: referenceOf(failure),
      };
    },
    [t],
  );
}

/** A table file and a stick can be wrong in several ways, and each has its own remedy; so has a text that labels people. */
function placeOf(failure: Failure) {
  if (failure.code === 'sheet-refused') return `sheets.${failure.rule}` as const;
  if (failure.code === 'stick') return `sticks.${failure.fault}` as const;
  const isLabelled = failure.code === 'invalid' && failure.issues.some(({ rule }) => rule === LABEL_RULE);
  return isLabelled ? 'labelled' : (`failures.${failure.code}` as const);
}

/** The same for anything that was thrown. */
export function useErrorWords(): (error: unknown) => ErrorWords {
  const words = useFailureWords();
  return useCallback((error) => words(toFailure(error)), [words]);
}

function referenceOf(failure: Failure): string | null {
  switch (failure.code) {
    case 'unexpected':
      return failure.reference;
    case 'bundle-refused':
      return failure.check;
    case 'data-damaged':
      return failure.part;
    case 'io':
      return failure.detail;
    default:
      return null;
  }
}
