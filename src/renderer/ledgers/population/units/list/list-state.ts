/** What the list shows: its filter and its order, as one comes back to them, and the rows that match. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { PAGE_ROWS } from '#shared/contract/shapes.ts';
import { UNIT_SORTS, type UnitFilter } from '#shared/contract/population/units.ts';
import { useKeptState } from '#renderer/client/kept-state.ts';
import { useOffice } from '#renderer/client/office.ts';
import { usePagedList } from '#renderer/client/paged-list.tsx';
import type { LedgerSort } from '#renderer/ui/table/table-column.ts';

export const NO_FILTER: UnitFilter = {
  text: '',
  types: [],
  smallPlaces: [],
  policeGrid: null,
  keyOnly: false,
  openHazards: false,
};

/** Never checked first, then the longest ago. */
const FIRST_SORT: LedgerSort = { by: 'lastCheckOn', descending: false };

export type ChangeFilter = (part: Partial<UnitFilter>) => void;

export function useUnitFilter() {
  const [filter, put] = useKeptState('units.filter', NO_FILTER);
  const change = useCallback<ChangeFilter>((part) => put({ ...filter, ...part }), [filter, put]);
  return { filter, change, put };
}

export function useUnitSort() {
  return useKeptState('units.sort', FIRST_SORT);
}

export function useUnitList(filter: UnitFilter, sort: LedgerSort) {
  const { queries } = useOffice();
  const by = UNIT_SORTS.find((name) => name === sort.by) ?? 'name';
  const query = useInfiniteQuery(
    queries.units.list.infiniteOptions({
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
