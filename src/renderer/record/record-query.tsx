/** What stands on the screen while a record is read, and where it cannot be. */
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { toFailure } from '#renderer/client/failure.ts';
import { useFailureWords } from '#renderer/client/words/failure-words.ts';
import { EmptyState } from '#renderer/ui/basic/empty-state.tsx';
import { ErrorPanel } from '#renderer/ui/basic/error-panel.tsx';
import { SkeletonRows } from '#renderer/ui/basic/skeleton-rows.tsx';

export interface RecordQueryProps<Answer> {
  readonly query: Pick<UseQueryResult<Answer>, 'data' | 'error'>;
  /** The way back, above whatever is said instead of the record. */
  readonly back?: ReactNode;
  /** Said where there is no such record. */
  readonly none: string;
  readonly children: (answer: Answer) => ReactNode;
}

export function RecordQuery<Answer>({ query, back, none, children }: RecordQueryProps<Answer>) {
  const words = useFailureWords();
  if (query.data !== undefined) return children(query.data);
  if (query.error === null) return <SkeletonRows />;
  const failure = toFailure(query.error);
  return (
    <>
      {back}
      {failure.code === 'missing' ? <EmptyState why={none} /> : <ErrorPanel words={words(failure)} />}
    </>
  );
}
