/** What the list shows: its filter, its order and, for an officer with a reason, a search by name instead. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { PAGE_ROWS } from '#shared/contract/shapes.ts';
import { VISIT_SORTS, type VisitFilter, type VisitRow } from '#shared/contract/visitors.ts';
import { useOffice } from '#renderer/client/office.ts';
import { usePagedList, type PagedList } from '#renderer/client/paged-list.tsx';
import type { LedgerSort } from '#renderer/ui/table/table-column.ts';

export const NO_FILTER: VisitFilter = {
  states: [],
  matters: [],
  from: null,
  to: null,
  onSite: false,
  owed: false,
};

/** Newest first. */
export const FIRST_SORT: LedgerSort = { by: 'arrivedAt', descending: true };

export interface NameSearch {
  readonly name: string;
  /** As the journal keeps it. */
  readonly reason: string;
  /** The same for the filter chip. */
  readonly reasonWords: string;
}

export type VisitList = PagedList<VisitRow>;

export function useVisitList(filter: VisitFilter, sort: LedgerSort, search: NameSearch | null): VisitList {
  const listed = useListed(filter, sort, search === null);
  const found = useFound(search);
  return search === null ? listed : found;
}

function useListed(filter: VisitFilter, sort: LedgerSort, enabled: boolean): VisitList {
  const { queries } = useOffice();
  const by = VISIT_SORTS.find((name) => name === sort.by) ?? 'arrivedAt';
  const query = useInfiniteQuery(
    queries.visitors.list.infiniteOptions({
      input: (after: string | null) => ({
        after,
        rows: PAGE_ROWS,
        filter,
        sort: { by, descending: sort.descending },
      }),
      initialPageParam: null,
      getNextPageParam: (last) => last.next,
      placeholderData: keepPreviousData,
      enabled,
    }),
  );
  return usePagedList(query);
}

/**
 * Every page read here is a witnessed look for a person, so it is never read again behind their back:
 * the key is not that of the ledger's queries, which are refreshed when a visit changes.
 */
function useFound(search: NameSearch | null): VisitList {
  const { client } = useOffice();
  const query = useInfiniteQuery({
    queryKey: ['search for a person', search?.name, search?.reason],
    queryFn: ({ pageParam }) =>
      client.visitors.search({
        after: pageParam,
        rows: PAGE_ROWS,
        name: search?.name ?? '',
        reason: search?.reason ?? '',
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    enabled: search !== null,
    staleTime: Infinity,
    gcTime: 0,
  });
  return usePagedList(query);
}

/** The filter as it is being put together. */
export function useVisitFilter(begin: VisitFilter) {
  const [filter, setFilter] = useState(begin);
  const change = useCallback((part: Partial<VisitFilter>) => setFilter((now) => ({ ...now, ...part })), []);
  return { filter, change, clear: useCallback(() => setFilter(NO_FILTER), []) };
}
