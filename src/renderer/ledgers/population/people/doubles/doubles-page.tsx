/** Pairs that may be one person. A person decides: joined, or two people indeed. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import type { DoublePair } from '#shared/contract/population/residents.ts';
import { useErrorWords } from '#renderer/client/words/failure-words.ts';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { EmptyState } from '#renderer/ui/basic/empty-state.tsx';
import { ErrorPanel } from '#renderer/ui/basic/error-panel.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { SkeletonRows } from '#renderer/ui/basic/skeleton-rows.tsx';
import { Back } from '#renderer/ledgers/population/people/record/person-head.tsx';
import { PairCompare } from './pair-compare.tsx';
import { PairList } from './pair-list.tsx';
import styles from './doubles.module.css';

/** Pairs asked for at a time. */
const PAGE = 50;
const NONE: readonly DoublePair[] = [];

export function DoublesPage() {
  const { t } = useTranslation('doubles');
  const me = useMe();
  const may = mayCall(me.role, contract.doubles.list);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <Back />
        <h1>{t('title')}</h1>
        {may && <span className={styles.soft}>{t('why')}</span>}
      </header>
      {may ? <Queue /> : <Notice tone="violet">{t('locked')}</Notice>}
    </div>
  );
}

function Queue() {
  const { t } = useTranslation('doubles');
  const { queries } = useOffice();
  const errorWords = useErrorWords();
  const [chosen, setChosen] = useState(0);
  const { data, error, isPending, isFetching, hasNextPage, fetchNextPage } = useInfiniteQuery(
    queries.doubles.list.infiniteOptions({
      input: (after: string | null) => ({ after, rows: PAGE }),
      initialPageParam: null,
      getNextPageParam: (last) => last.next,
    }),
  );
  const pairs = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? NONE, [data]);
  // A pair that is done leaves the list, and the next one stands in its place.
  const at = Math.min(chosen, pairs.length - 1);
  const pair = pairs[at];
  if (error !== null) return <ErrorPanel words={errorWords(error)} />;
  if (isPending) return <SkeletonRows rows={6} />;
  if (pair === undefined) return <EmptyState why={t('empty')} />;
  return (
    <div className={styles.queue}>
      <PairList
        pairs={pairs}
        total={data?.pages.at(-1)?.total ?? pairs.length}
        at={at}
        onChoose={setChosen}
        more={hasNextPage ? () => void (isFetching || fetchNextPage()) : null}
      />
      <PairCompare key={pairKey(pair)} pair={pair} />
    </div>
  );
}

/** A pair that was changed meanwhile is looked at anew. */
export function pairKey({ a, b }: DoublePair): string {
  return [a.id, a.revision, b.id, b.revision].join(' ');
}
