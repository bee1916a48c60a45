/** A list that the office gives page by page, as a table shows it. */
import { useCallback, useMemo } from 'react';
import { ErrorPanel } from '#renderer/ui/basic/error-panel.tsx';
import { useErrorWords } from './words/failure-words.ts';

export interface PagedList<Row> {
  readonly rows: readonly Row[];
  /** Null while unknown. */
  readonly total: number | null;
  readonly all: number | null;
  readonly loading: boolean;
  readonly error: Error | null;
  readonly hasMore: boolean;
  readonly more: () => void;
}

/** What an infinite query answers, as far as a list needs it. */
export interface Pages<Row> {
  readonly data:
    | {
        readonly pages: readonly {
          readonly rows: readonly Row[];
          readonly total: number;
          readonly all: number;
        }[];
      }
    | undefined;
  readonly error: Error | null;
  readonly isFetching: boolean;
  readonly hasNextPage: boolean;
  readonly fetchNextPage: () => Promise<unknown>;
}

export function usePagedList<Row>(query: Pages<Row>): PagedList<Row> {
  const { data, error, isFetching, hasNextPage, fetchNextPage } = query;
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data]);
  const more = useCallback(() => {
    if (!isFetching) void fetchNextPage();
  }, [isFetching, fetchNextPage]);
  const last = data?.pages.at(-1);
  return {
    rows,
    total: last?.total ?? null,
    all: last?.all ?? null,
    loading: isFetching,
    error,
    hasMore: hasNextPage,
    more,
  };
}

/** What every table is told of such a list. */
export function useListProps<Row>(list: PagedList<Row>) {
  const { rows, total, all, loading, error, hasMore, more } = list;
  const errorWords = useErrorWords();
  const failed = error === null ? undefined : <ErrorPanel words={errorWords(error)} />;
  return { rows, total, all, loading, failed, hasMore, onMore: more };
}
