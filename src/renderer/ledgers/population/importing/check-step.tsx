import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportCheck } from '#shared/contract/population/imports.ts';
import { useDeed } from '#renderer/client/deeds.ts';
import { useErrorWords } from '#renderer/client/words/failure-words.ts';
import { useOffice } from '#renderer/client/office.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { EmptyState } from '#renderer/ui/basic/empty-state.tsx';
import { ErrorPanel } from '#renderer/ui/basic/error-panel.tsx';
import { SkeletonRows } from '#renderer/ui/basic/skeleton-rows.tsx';
import { TabPanel, Tabs } from '#renderer/ui/basic/tabs.tsx';
import { useToast } from '#renderer/ui/layers/toasts.tsx';
import { CheckCounts } from './check-counts.tsx';
import { RowCard } from './row-card.tsx';
import type { ImportDesk, RowChoice } from './use-import.ts';
import styles from './importing.module.css';

const SHOWS = ['rejected', 'twins', 'flagged', 'all'] as const;
type Show = (typeof SHOWS)[number];
const PAGE = 50;

/** Counts that add up, and every row that somebody should look at before it is written. */
export function CheckStep({ desk, check }: { readonly desk: ImportDesk; readonly check: ImportCheck }) {
  const { t } = useTranslation('importing');
  const { client } = useOffice();
  const toast = useToast();
  const deed = useDeed();
  const [show, setShow] = useState<Show>(() => firstShow(check));
  const writes = check.imported + check.merged;
  const counts = {
    rejected: check.rejected,
    twins: check.undecided,
    flagged: check.flagged,
    all: check.read,
  };
  const saveErrors = () =>
    void deed(async () => {
      const { file, rows } = await client.imports.saveErrors({ import: desk.state.id ?? '' });
      toast({ tone: 'done', text: t('check.savedErrors', { file, rows }) });
    });
  return (
    <div className={styles.check}>
      <CheckCounts check={check} />
      <div className={styles.deeds}>
        <Button size="desk" autoFocus onClick={() => desk.goTo('columns')}>
          {t('previous')}
        </Button>
        {check.rejected > 0 && (
          <Button size="desk" onClick={saveErrors}>
            {t('check.saveErrors')}
          </Button>
        )}
        <Button kind="primary" size="desk" disabled={writes === 0} onClick={desk.commit}>
          {t(writes === 0 ? 'check.nothing' : 'check.commit', { count: writes })}
        </Button>
      </div>
      <Tabs
        label={t('check.showLabel')}
        tabs={SHOWS.map((id) => ({
          id,
          label: t(`check.show.${id}`, { count: counts[id] }),
        }))}
        current={show}
        onChange={setShow}
      />
      <TabPanel id={show}>
        <Rows key={show} desk={desk} show={show} />
      </TabPanel>
    </div>
  );
}

function firstShow(check: ImportCheck): Show {
  if (check.rejected > 0) return 'rejected';
  if (check.undecided > 0) return 'twins';
  return check.flagged > 0 ? 'flagged' : 'all';
}

function Rows({ desk, show }: { readonly desk: ImportDesk; readonly show: Show }) {
  const { t } = useTranslation('importing');
  const { queries } = useOffice();
  const errorWords = useErrorWords();
  const deed = useDeed();
  const { id, check } = desk.state;
  const { data, error, isPending, hasNextPage, isFetching, fetchNextPage, refetch } = useInfiniteQuery(
    queries.imports.rows.infiniteOptions({
      input: (after: string | null) => ({ import: id ?? '', after, rows: PAGE, show }),
      initialPageParam: null,
      getNextPageParam: (last) => last.next,
      // Every check answers anew under the same name.
      queryKey: ['import-rows', id, show, check],
      gcTime: 0,
      staleTime: 0,
    }),
  );
  if (error !== null) return <ErrorPanel words={errorWords(error)} />;
  if (isPending) return <SkeletonRows rows={6} />;
  const rows = data.pages.flatMap((page) => page.rows);
  const twins = rows.filter(({ twin }) => twin !== null).map(({ row }) => row);
  if (rows.length === 0) return <EmptyState why={t(`check.none.${show}`)} />;
  const left = (data.pages.at(-1)?.total ?? rows.length) - rows.length;
  const decide = (which: readonly number[], choice: RowChoice) =>
    void deed(async () => {
      await desk.decide(which, choice);
    });
  return (
    <>
      {show === 'twins' && twins.length > 1 && (
        <div className={styles.deeds}>
          <span className={styles.soft}>{t('check.decideAll', { count: twins.length })}</span>
          <Button size="small" onClick={() => decide(twins, 'merge')}>
            {t('check.all.merge')}
          </Button>
          <Button size="small" onClick={() => decide(twins, 'skip')}>
            {t('check.all.skip')}
          </Button>
        </div>
      )}
      <ul className={styles.rows}>
        {rows.map((row) => (
          <RowCard
            key={row.row}
            row={row}
            desk={desk}
            onDecide={(choice) => decide([row.row], choice)}
            onFixed={refetch}
          />
        ))}
      </ul>
      {hasNextPage && (
        <Button busy={isFetching} onClick={() => void fetchNextPage()}>
          {t('check.more', { count: Math.min(PAGE, left) })}
        </Button>
      )}
    </>
  );
}
