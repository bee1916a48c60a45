/** What the list shows: its view, as one comes back to it, and the consents of that view. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { PAGE_ROWS } from '#shared/contract/shapes.ts';
import type { CareState } from '#shared/ledgers/care/care.ts';
import { useKeptState } from '#renderer/client/kept-state.ts';
import { useOffice } from '#renderer/client/office.ts';
import { usePagedList } from '#renderer/client/paged-list.tsx';

export const CARE_VIEWS = ['waiting', 'approved', 'ending', 'all'] as const;
export type CareView = (typeof CARE_VIEWS)[number];

/** What is withdrawn stands in no view: it is gone. */
const STATES: Readonly<Record<CareView, readonly CareState[]>> = {
  waiting: ['waiting'],
  approved: ['approved'],
  ending: ['approved'],
  all: [],
};

/** @param begin where one has not been here before, such as with something to be checked */
export function useCareView(begin: CareView) {
  return useKeptState<CareView>('care.view', begin);
}

export function useCareList(view: CareView) {
  const { queries } = useOffice();
  const query = useInfiniteQuery(
    queries.care.list.infiniteOptions({
      input: (after: string | null) => ({
        after,
        rows: PAGE_ROWS,
        states: [...STATES[view]],
        ending: view === 'ending',
      }),
      initialPageParam: null,
      getNextPageParam: (last) => last.next,
      placeholderData: keepPreviousData,
    }),
  );
  return usePagedList(query);
}
