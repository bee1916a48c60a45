/** 权利请求: what waits for an answer, the most pressing first, and what was answered. An auxiliary sees their own. */
import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { RightsRow } from '#shared/contract/key-persons/rights.ts';
import { PAGE_ROWS } from '#shared/contract/shapes.ts';
import { useKeptState } from '#renderer/client/kept-state.ts';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { useListProps, usePagedList } from '#renderer/client/paged-list.tsx';
import { listOfWords, usePreference } from '#renderer/client/preferences.ts';
import { invalidateRoom } from '#renderer/client/watch.ts';
import { RIGHTS_LAYER } from '#renderer/record/person/layers.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { EmptyState } from '#renderer/ui/basic/empty-state.tsx';
import { PageTitle } from '#renderer/ui/basic/section-title.tsx';
import { useCommands, useDesk } from '#renderer/ui/keys/command.ts';
import { LedgerTable } from '#renderer/ui/table/ledger-table.tsx';
import listPage from '#renderer/ui/table/list-page.module.css';
import { ViewToggles } from '#renderer/ui/table/view-toggles.tsx';
import { rightsListCommands } from '#renderer/ledgers/rights/rights-commands.ts';
import { useRightsColumns } from './rights-columns.tsx';

const VIEWS = ['open', 'all'] as const;
const HIDDEN_AT_FIRST: readonly string[] = ['answeredBy'];
/** The office gives them in this order and no other. */
const URGENT_FIRST = { by: 'dueOn', descending: false } as const;
const NO_FILTERS: readonly never[] = [];
const stay = () => undefined;

export function RightsPage() {
  const { t } = useTranslation('rights');
  const { queries } = useOffice();
  const me = useMe();
  const desk = useDesk();
  const today = useOfficeDay();
  const cache = useQueryClient();
  const [view, setView] = useKeptState<(typeof VIEWS)[number]>('rights.view', 'open');
  const [startAt, setStartAt] = useKeptState<string | null>('rights.at', null);
  const [hidden, setHidden] = usePreference('rights.hidden', listOfWords, HIDDEN_AT_FIRST);
  const query = useInfiniteQuery(
    queries.rights.list.infiniteOptions({
      input: (after: string | null) => ({ after, rows: PAGE_ROWS, open: view === 'open' }),
      initialPageParam: null,
      getNextPageParam: (last) => last.next,
      placeholderData: keepPreviousData,
    }),
  );
  const listProps = useListProps(usePagedList(query));
  const columns = useRightsColumns(today);
  useCommands(rightsListCommands(() => void invalidateRoom(cache, 'rights')));
  const register = () => desk.open(RIGHTS_LAYER);
  return (
    <div className={listPage.page}>
      <PageTitle
        title={t('title')}
        note={
          <ViewToggles
            label={t('viewsLabel')}
            views={VIEWS}
            view={view}
            words={(one) => t(`views.${one}`)}
            onView={setView}
          >
            {me.role === 'auxiliary' && <span>{t('sees')}</span>}
          </ViewToggles>
        }
        actions={
          <Button kind="primary" onClick={register}>
            {t('register')}
          </Button>
        }
      />
      <div className={listPage.table}>
        <LedgerTable
          label={t('ledger')}
          columns={columns}
          rowId={rowId}
          {...listProps}
          sort={URGENT_FIRST}
          onSort={stay}
          filters={NO_FILTERS}
          onClearFilters={stay}
          hidden={hidden}
          onHidden={setHidden}
          startAt={startAt}
          onOpen={(row) => {
            setStartAt(row.id);
            desk.go(`/rights/${row.id}`);
          }}
          empty={
            <EmptyState why={t(`empty.${view}`)}>
              <Button onClick={register}>{t('register')}</Button>
            </EmptyState>
          }
        />
      </div>
    </div>
  );
}

function rowId(row: RightsRow): string {
  return row.id;
}
