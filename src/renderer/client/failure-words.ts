import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Failure } from '#shared/kernel/failure.ts';
import type { ErrorWords } from '#renderer/ui/basic/error-panel.tsx';
import { toFailure } from './failure.ts';

/** What happened, whether the data are safe, what to do: for every failure there is. */
export function useFailureWords(): (failure: Failure) => ErrorWords {
  const { t } = useTranslation('client');
  return useCallback(
    (failure) => {
      // A table file can be wrong in several ways, and each has its own remedy.
      const place =
        failure.code === 'sheet-refused'
          ? (`sheets.${failure.rule}` as const)
          : (`failures.${failure.code}` as const);
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
