/** Who did what and when, newest first, without the values. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PAGE_ROWS } from '#shared/contract/shapes.ts';
import { useErrorWords } from '#renderer/client/words/failure-words.ts';
import { useOffice } from '#renderer/client/office.ts';
import { listOfWords, usePreference } from '#renderer/client/preferences.ts';
import { EmptyState } from '#renderer/ui/basic/empty-state.tsx';
import { ErrorPanel } from '#renderer/ui/basic/error-panel.tsx';
import { FilterSelect } from '#renderer/ui/table/filter-select.tsx';
import { LedgerTable } from '#renderer/ui/table/ledger-table.tsx';
import { useJournalColumns } from './journal-columns.tsx';
import { OPS, type Op } from './journal-words.ts';

const NONE: readonly string[] = [];
const NEWEST = { by: 'n', descending: true } as const;

export function JournalLines() {
  const { t } = useTranslation(['journal', 'client']);
  const { queries } = useOffice();
  const errorWords = useErrorWords();
  const columns = useJournalColumns();
  const [op, setOp] = useState<Op | null>(null);
  const [hidden, setHidden] = usePreference('journal.hidden', listOfWords, NONE);
  const pages = useInfiniteQuery(
    queries.journal.page.infiniteOptions({
      input: (after: string | null) => ({ after, rows: PAGE_ROWS, ops: op === null ? [] : [op] }),
      initialPageParam: null,
      getNextPageParam: (page) => page.next,
    }),
  );
  const { fetchNextPage, isFetching } = pages;
  const more = useCallback(() => {
    if (!isFetching) void fetchNextPage();
  }, [fetchNextPage, isFetching]);
  const last = pages.data?.pages.at(-1);
  return (
    <LedgerTable
      label={t('list')}
      columns={columns}
      rows={pages.data?.pages.flatMap((page) => page.rows) ?? []}
      rowId={(line) => `${line.epoch}-${line.n}`}
      total={last?.total ?? null}
      all={last?.all ?? null}
      loading={isFetching}
      failed={pages.error === null ? undefined : <ErrorPanel words={errorWords(pages.error)} />}
      hasMore={pages.hasNextPage}
      onMore={more}
      sort={NEWEST}
      onSort={() => undefined}
      filters={
        op === null
          ? []
          : [{ id: 'op', words: t('filter', { op: t(`ops.${op}`) }), remove: () => setOp(null) }]
      }
      onClearFilters={() => setOp(null)}
      hidden={hidden}
      onHidden={setHidden}
      empty={<EmptyState why={t('empty')} />}
      controls={
        <FilterSelect
          label={t('filterLabel')}
          value={op}
          onChange={setOp}
          none={t('everything')}
          options={OPS.map((one) => ({ value: one, label: t(`ops.${one}`) }))}
        />
      }
    />
  );
}
