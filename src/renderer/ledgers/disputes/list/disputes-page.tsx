/** The disputes ledger: what is to be done, what is late, whose answer is waited for. */
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import { DISPUTE_VIEWS, type DisputeRow } from '#shared/contract/disputes/disputes.ts';
import { useListProps } from '#renderer/client/paged-list.tsx';
import { useKeptState } from '#renderer/client/kept-state.ts';
import { useMe } from '#renderer/client/office.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { listOfWords, usePreference } from '#renderer/client/preferences.ts';
import { invalidateRoom } from '#renderer/client/watch.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { EmptyState } from '#renderer/ui/basic/empty-state.tsx';
import { PageTitle } from '#renderer/ui/basic/section-title.tsx';
import { useCommands, useDesk } from '#renderer/ui/keys/command.ts';
import { FilterToggle } from '#renderer/ui/table/filter-toggle.tsx';
import { LedgerTable } from '#renderer/ui/table/ledger-table.tsx';
import listPage from '#renderer/ui/table/list-page.module.css';
import {
  DISPUTE_FIGURES,
  disputeListCommands,
  NEW_DISPUTE,
} from '#renderer/ledgers/disputes/disputes-commands.ts';
import { HIDDEN_AT_FIRST, useDisputeColumns } from './disputes-columns.tsx';
import { DisputesFilters, useDisputeChips } from './disputes-filters.tsx';
import { NO_FILTER, useDisputeFilter, useDisputeList, useDisputeSort } from './list-state.ts';
import styles from './list.module.css';

export function DisputesPage() {
  const { t } = useTranslation(['disputeList', 'disputes']);
  const me = useMe();
  const desk = useDesk();
  const today = useOfficeDay();
  const cache = useQueryClient();
  const { filter, change } = useDisputeFilter();
  const [sort, setSort] = useDisputeSort();
  const [startAt, setStartAt] = useKeptState<string | null>('disputes.at', null);
  const [hidden, setHidden] = usePreference('disputes.hidden', listOfWords, HIDDEN_AT_FIRST);
  const list = useDisputeList(filter, sort);
  const listProps = useListProps(list);
  const columns = useDisputeColumns(today);
  const filters = useDisputeChips({ filter, change, today });
  useCommands(disputeListCommands(() => void invalidateRoom(cache, 'disputes')));
  // Only an officer has a view of domestic violence: to others it is not even offered.
  const views = DISPUTE_VIEWS.filter((view) => view !== 'violence' || me.role === 'officer');
  const register = () => desk.go(NEW_DISPUTE);
  return (
    <div className={listPage.page}>
      <PageTitle
        title={t('disputes:title')}
        note={
          <span className={styles.views} role="group" aria-label={t('viewsLabel')}>
            {views.map((view) => (
              <FilterToggle
                key={view}
                on={filter.view === view}
                words={t(`views.${view}`)}
                set={() => change({ view })}
              />
            ))}
            {me.role === 'auxiliary' && <small className={styles.sees}>{t('sees')}</small>}
          </span>
        }
        actions={
          <>
            {mayCall(me.role, contract.disputes.figures) && (
              <Button onClick={() => desk.go(DISPUTE_FIGURES)}>{t('figures')}</Button>
            )}
            <Button kind="primary" keys="F4" onClick={register}>
              {t('register')}
            </Button>
          </>
        }
      />
      <div className={listPage.table}>
        <LedgerTable
          label={t('disputes:ledger')}
          columns={columns}
          rowId={rowId}
          {...listProps}
          sort={sort}
          onSort={setSort}
          filters={filters}
          onClearFilters={() => change({ ...NO_FILTER, view: filter.view })}
          hidden={hidden}
          onHidden={setHidden}
          startAt={startAt}
          onOpen={(row) => {
            setStartAt(row.id);
            desk.go(`/disputes/${row.id}`);
          }}
          empty={
            <EmptyState why={t(`empty.${filter.view}`)}>
              {(filter.view === 'open' || filter.view === 'all') && (
                <Button keys="F4" onClick={register}>
                  {t('register')}
                </Button>
              )}
            </EmptyState>
          }
          controls={<DisputesFilters filter={filter} change={change} today={today} />}
        />
      </div>
    </div>
  );
}

function rowId(row: DisputeRow): string {
  return row.id;
}
