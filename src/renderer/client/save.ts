/** From a call to the form's outcome, so that no form has to know how a failure travels. */
import { useCallback } from 'react';
import type { SaveOutcome } from '#renderer/ui/form/form-shell.tsx';
import { trackDeed } from './deeds.ts';
import { toFailure } from './failure.ts';
import { useFailureWords } from './words/failure-words.ts';

/** Runs a save; what is thrown becomes issues at their fields or words above the form. `cancelled` says nothing. */
export function useSave(): (work: () => Promise<void>) => Promise<SaveOutcome> {
  const words = useFailureWords();
  return useCallback(
    async (work) => {
      try {
        await trackDeed(work);
        return { ok: true };
      } catch (error) {
        const failure = toFailure(error);
        if (failure.code === 'invalid' && failure.issues.length > 0)
          return { ok: false, issues: failure.issues, words: null };
        return { ok: false, issues: [], words: failure.code === 'cancelled' ? null : words(failure) };
      }
    },
    [words],
  );
}
