import { skipToken, useQuery } from '@tanstack/react-query';
import type { Found } from '#shared/contract/population/search.ts';
import { useOffice } from '#renderer/client/office.ts';

export interface Finding {
  readonly found: Found | undefined;
  readonly looking: boolean;
  readonly error: Error | null;
}

/** What the office finds for a text. What was typed is kept nowhere, not even here once it is no longer shown. */
export function useFind(text: string): Finding {
  const { queries } = useOffice();
  const clean = text.trim();
  const query = useQuery(
    queries.search.find.queryOptions({
      input: clean === '' ? skipToken : { text: clean },
      gcTime: 0,
      staleTime: 0,
    }),
  );
  return { found: query.data, looking: query.isFetching, error: query.error };
}
