/** 单位: the ledger of units. */
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import type { UnitRow } from '#shared/contract/population/units.ts';
import { useListProps } from '#renderer/client/paged-list.tsx';
import { useMe } from '#renderer/client/office.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { listOfWords, usePreference } from '#renderer/client/preferences.ts';
import { invalidateRoom } from '#renderer/client/watch.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { EmptyState } from '#renderer/ui/basic/empty-state.tsx';
import { useCommands, useDesk } from '#renderer/ui/keys/command.ts';
import { LedgerTable } from '#renderer/ui/table/ledger-table.tsx';
import { unitListCommands } from '#renderer/ledgers/population/units/units-commands.ts';
import { NO_FILTER, useUnitFilter, useUnitList, useUnitSort } from './list-state.ts';
import { HIDDEN_AT_FIRST, useUnitColumns } from './units-columns.tsx';
import { UnitsFilters, useUnitChips } from './units-filters.tsx';
import styles from './list.module.css';

export function UnitsPage() {
  const { t } = useTranslation('units');
  const me = useMe();
  const desk = useDesk();
  const today = useOfficeDay();
  const cache = useQueryClient();
  const text = useRef<HTMLInputElement>(null);
  const { filter, change, put } = useUnitFilter();
  const [sort, setSort] = useUnitSort();
  const [hidden, setHidden] = usePreference('units.hidden', listOfWords, HIDDEN_AT_FIRST);
  const list = useUnitList(filter, sort);
  const listProps = useListProps(list);
  const columns = useUnitColumns(today);
  const chips = useUnitChips({ filter, change });
  useCommands(
    unitListCommands({
      text: () => text.current?.focus(),
      refresh: () => void invalidateRoom(cache, 'units'),
    }),
  );
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t('title')}</h1>
        <div className={styles.headEnd}>
          {mayCall(me.role, contract.units.owed) && (
            <Button
              icon={<IconAlertTriangle size={16} aria-hidden="true" />}
              onClick={() => desk.go('/units/owed')}
            >
              {t('list.owed')}
            </Button>
          )}
          <Button kind="primary" keys="Alt+U" onClick={() => desk.go('/units/new')}>
            {t('list.add')}
          </Button>
        </div>
      </header>
      <div className={styles.table}>
        <LedgerTable
          label={t('ledger')}
          columns={columns}
          rowId={idOf}
          {...listProps}
          sort={sort}
          onSort={setSort}
          filters={chips}
          onClearFilters={() => put(NO_FILTER)}
          hidden={hidden}
          onHidden={setHidden}
          onOpen={(row) => desk.go(`/units/${row.id}`)}
          empty={
            <EmptyState why={t('list.empty')}>
              <Button onClick={() => desk.go('/units/new')}>{t('list.addFirst')}</Button>
            </EmptyState>
          }
          controls={<UnitsFilters filter={filter} change={change} text={text} />}
        />
      </div>
    </div>
  );
}

function idOf(row: UnitRow): string {
  return row.id;
}
