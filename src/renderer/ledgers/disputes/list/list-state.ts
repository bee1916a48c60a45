/** What the list shows: its view, its filter and its order, as one comes back to them, and the rows that match. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { DISPUTE_SORTS, type DisputeFilter } from '#shared/contract/disputes/disputes.ts';
import { PAGE_ROWS } from '#shared/contract/shapes.ts';
import { useKeptState } from '#renderer/client/kept-state.ts';
import { useOffice } from '#renderer/client/office.ts';
import { usePagedList } from '#renderer/client/paged-list.tsx';
import type { LedgerSort } from '#renderer/ui/table/table-column.ts';

export const NO_FILTER: DisputeFilter = {
  view: 'open',
  types: [],
  levels: [],
  stages: [],
  owner: null,
  policeGrid: null,
  from: null,
  to: null,
};

/** The most pressing first. */
const FIRST_SORT: LedgerSort = { by: 'dueOn', descending: false };

export type ChangeFilter = (part: Partial<DisputeFilter>) => void;

export function useDisputeFilter() {
  const [filter, put] = useKeptState('disputes.filter', NO_FILTER);
  const change = useCallback<ChangeFilter>((part) => put({ ...filter, ...part }), [filter, put]);
  return { filter, change };
}

export function useDisputeSort() {
  return useKeptState('disputes.sort', FIRST_SORT);
}

export function useDisputeList(filter: DisputeFilter, sort: LedgerSort) {
  const { queries } = useOffice();
  const by = DISPUTE_SORTS.find((name) => name === sort.by) ?? 'dueOn';
  const query = useInfiniteQuery(
    queries.disputes.list.infiniteOptions({
      input: (after: string | null) => ({
        after,
        rows: PAGE_ROWS,
        filter,
        sort: { by, descending: sort.descending },
      }),
      initialPageParam: null,
      getNextPageParam: (last) => last.next,
      placeholderData: keepPreviousData,
    }),
  );
  return usePagedList(query);
}
