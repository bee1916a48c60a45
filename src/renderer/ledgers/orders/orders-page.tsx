/** 派单: what is to be done, the most pressing first, and what was done. */
import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OrderRow } from '#shared/contract/sent/orders.ts';
import { PAGE_ROWS } from '#shared/contract/shapes.ts';
import { useKeptState } from '#renderer/client/kept-state.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { useListProps, usePagedList } from '#renderer/client/paged-list.tsx';
import { listOfWords, usePreference } from '#renderer/client/preferences.ts';
import { invalidateRoom } from '#renderer/client/watch.ts';
import { EmptyState } from '#renderer/ui/basic/empty-state.tsx';
import { useCommands, useDesk } from '#renderer/ui/keys/command.ts';
import { LedgerTable } from '#renderer/ui/table/ledger-table.tsx';
import listPage from '#renderer/ui/table/list-page.module.css';
import { ViewToggles } from '#renderer/ui/table/view-toggles.tsx';
import { ordersListCommands } from './orders-commands.ts';
import { useOrderColumns } from './orders-columns.tsx';
import { SentRoom } from './sent-room.tsx';

const VIEWS = ['open', 'all'] as const;
const HIDDEN_AT_FIRST: readonly string[] = ['sentOn', 'doneBy', 'feedback'];
/** The office gives them in this order and no other. */
const URGENT_FIRST = { by: 'dueOn', descending: false } as const;
const NO_FILTERS: readonly never[] = [];
const stay = () => undefined;

export function OrdersPage() {
  const { t } = useTranslation('orders');
  const { queries } = useOffice();
  const desk = useDesk();
  const today = useOfficeDay();
  const cache = useQueryClient();
  const [view, setView] = useKeptState<(typeof VIEWS)[number]>('orders.view', 'open');
  const [startAt, setStartAt] = useKeptState<string | null>('orders.at', null);
  const [hidden, setHidden] = usePreference('orders.hidden', listOfWords, HIDDEN_AT_FIRST);
  const query = useInfiniteQuery(
    queries.orders.list.infiniteOptions({
      input: (after: string | null) => ({ after, rows: PAGE_ROWS, open: view === 'open' }),
      initialPageParam: null,
      getNextPageParam: (last) => last.next,
      placeholderData: keepPreviousData,
    }),
  );
  const listProps = useListProps(usePagedList(query));
  const columns = useOrderColumns(today);
  useCommands(ordersListCommands(() => void invalidateRoom(cache, 'orders')));
  return (
    <SentRoom
      current="orders"
      isList
      note={
        <ViewToggles
          label={t('viewsLabel')}
          views={VIEWS}
          view={view}
          words={(one) => t(`views.${one}`)}
          onView={setView}
        />
      }
    >
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
            desk.go(`/orders/${row.id}`);
          }}
          empty={<EmptyState why={t(`empty.${view}`)} />}
        />
      </div>
    </SentRoom>
  );
}

function rowId(row: OrderRow): string {
  return row.id;
}
