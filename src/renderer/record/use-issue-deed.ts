import { useCallback } from 'react';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import { trackDeed } from '#renderer/client/deeds.ts';
import { toFailure } from '#renderer/client/failure.ts';
import { useFailureWords } from '#renderer/client/words/failure-words.ts';
import { useToast } from '#renderer/ui/layers/toasts.tsx';

/** For a button: does the work; a rule of the ledger that refuses it is told in its own sentence. Null when it was not done. */
export function useIssueDeed(
  issueWords: (issue: FieldIssue) => string,
): <Result>(work: () => Promise<Result>) => Promise<Result | null> {
  const toast = useToast();
  const failureWords = useFailureWords();
  return useCallback(
    async (work) => {
      try {
        return await trackDeed(work);
      } catch (error) {
        const failure = toFailure(error);
        if (failure.code === 'cancelled') return null;
        const issue = failure.code === 'invalid' ? failure.issues[0] : undefined;
        const { what, todo, reference } = failureWords(failure);
        const text =
          issue === undefined ? [what, todo, reference].filter(Boolean).join(' ') : issueWords(issue);
        toast({ tone: 'failed', text });
        return null;
      }
    },
    [toast, failureWords, issueWords],
  );
}
