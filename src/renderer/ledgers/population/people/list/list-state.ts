/** What the list shows: its filter and its order, as one comes back to them, and the rows that match. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo } from 'react';
import {
  RESIDENT_SORTS,
  type ResidentFilter,
  type ResidentRow,
  type ViewFilter,
} from '#shared/contract/population/residents.ts';
import { PAGE_ROWS } from '#shared/contract/shapes.ts';
import { useKeptState } from '#renderer/client/kept-state.ts';
import { useOffice } from '#renderer/client/office.ts';
import { usePagedList, type PagedList } from '#renderer/client/paged-list.tsx';
import type { LedgerSort } from '#renderer/ui/table/table-column.ts';

/** Everybody who lives here. */
export const NO_FILTER: ResidentFilter = {
  text: '',
  addressId: null,
  policeGrid: null,
  residenceTypes: [],
  freshness: [],
  presence: 'here',
  number: 'any',
  batchId: null,
};

/** What was just entered or changed stands on top. */
const FIRST_SORT: LedgerSort = { by: 'updatedAt', descending: true };

export type ChangeFilter = (part: Partial<ResidentFilter>) => void;

export interface FilterState {
  readonly filter: ResidentFilter;
  readonly change: ChangeFilter;
  readonly put: (filter: ResidentFilter) => void;
}

/** The filter as it was left; a link such as `/population?address=07-000012` sets one of its own. */
export function usePeopleFilter(): FilterState {
  const [filter, put] = useKeptState('people.filter', NO_FILTER);
  const change = useCallback<ChangeFilter>((part) => put({ ...filter, ...part }), [filter, put]);
  const linked = useLinkedFilter();
  useEffect(() => {
    if (linked !== null) put(linked);
  }, [linked, put]);
  return { filter, change, put };
}

export function usePeopleSort(): readonly [LedgerSort, (sort: LedgerSort) => void] {
  return useKeptState('people.sort', FIRST_SORT);
}

function useLinkedFilter(): ResidentFilter | null {
  const search = useLocation({ select: ({ searchStr }) => searchStr });
  return useMemo(() => {
    const asked = new URLSearchParams(search);
    if (asked.size === 0) return null;
    return {
      ...NO_FILTER,
      addressId: asked.get('address'),
      policeGrid: asked.get('grid'),
      batchId: asked.get('batch'),
      presence: asked.has('batch') ? 'all' : 'here',
    };
  }, [search]);
}

export type PeopleList = PagedList<ResidentRow>;

export function usePeopleList(filter: ResidentFilter, sort: LedgerSort): PeopleList {
  const { queries } = useOffice();
  const query = useInfiniteQuery(
    queries.residents.list.infiniteOptions({
      input: (after: string | null) => ({ after, rows: PAGE_ROWS, filter, sort: sortOf(sort) }),
      initialPageParam: null,
      getNextPageParam: (last) => last.next,
      placeholderData: keepPreviousData,
    }),
  );
  return usePagedList(query);
}

export function sortOf(sort: LedgerSort) {
  const by = RESIDENT_SORTS.find((name) => name === sort.by) ?? 'updatedAt';
  return { by, descending: sort.descending };
}

/** True when two filters show the same people, in whatever order their parts were chosen. */
export function isSameFilter(a: ViewFilter, b: ViewFilter): boolean {
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
}

/** What of it a view keeps: all but what was typed. */
export function choicesOf({ text: _, ...choices }: ResidentFilter): ViewFilter {
  return choices;
}

function ordered(filter: ViewFilter) {
  return {
    ...NO_FILTER,
    ...filter,
    residenceTypes: filter.residenceTypes.toSorted(),
    freshness: filter.freshness.toSorted(),
  };
}
