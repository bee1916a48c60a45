/** Hazards that are not put right, the most urgent first. */
import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import { PAGE_ROWS } from '#shared/contract/shapes.ts';
import { useListProps, usePagedList } from '#renderer/client/paged-list.tsx';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { listOfWords, usePreference } from '#renderer/client/preferences.ts';
import { invalidateRoom } from '#renderer/client/watch.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { EmptyState } from '#renderer/ui/basic/empty-state.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { useCommands, useDesk } from '#renderer/ui/keys/command.ts';
import { LedgerTable } from '#renderer/ui/table/ledger-table.tsx';
import { Back } from '#renderer/record/back.tsx';
import { unitListCommands } from '#renderer/ledgers/population/units/units-commands.ts';
import { useOwedColumns, type OwedRow } from './owed-columns.tsx';
import { RecheckDialog } from './recheck-dialog.tsx';
import styles from '#renderer/ledgers/population/units/list/list.module.css';

/** The office's own order; there is no other. */
const ORDER = { by: 'deadline', descending: false } as const;

export function OwedPage() {
  const { t } = useTranslation('units');
  const me = useMe();
  const may = mayCall(me.role, contract.units.owed);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <Back to="/units">{t('owed.back')}</Back>
        <h1>{t('owed.title')}</h1>
        {may && <span className={styles.soft}>{t('owed.order')}</span>}
      </header>
      {may ? <OwedList /> : <Notice tone="violet">{t('owed.why')}</Notice>}
    </div>
  );
}

function OwedList() {
  const { t } = useTranslation('units');
  const { queries } = useOffice();
  const desk = useDesk();
  const cache = useQueryClient();
  const today = useOfficeDay();
  const [hidden, setHidden] = usePreference('units.owed.hidden', listOfWords, []);
  const [rechecked, setRechecked] = useState<OwedRow | null>(null);
  const columns = useOwedColumns(today, setRechecked);
  useCommands(unitListCommands({ refresh: () => void invalidateRoom(cache, 'units') }));
  const query = useInfiniteQuery(
    queries.units.owed.infiniteOptions({
      input: (after: string | null) => ({ after, rows: PAGE_ROWS }),
      initialPageParam: null,
      getNextPageParam: (last) => last.next,
      placeholderData: keepPreviousData,
    }),
  );
  const list = usePagedList(query);
  const listProps = useListProps(list);
  const close = () => setRechecked(null);
  return (
    <div className={styles.table}>
      <LedgerTable
        label={t('owed.ledger')}
        columns={columns}
        rowId={idOf}
        {...listProps}
        sort={ORDER}
        onSort={() => undefined}
        filters={[]}
        onClearFilters={() => undefined}
        hidden={hidden}
        onHidden={setHidden}
        onOpen={(row) => desk.go(`/units/${row.check.unitId}`)}
        empty={
          <EmptyState why={t('owed.empty')}>
            <Button onClick={() => desk.go('/units')}>{t('owed.back')}</Button>
          </EmptyState>
        }
      />
      <RecheckDialog check={rechecked?.check ?? null} name={rechecked?.unitName ?? ''} onClose={close} />
    </div>
  );
}

function idOf(row: OwedRow): string {
  return row.check.id;
}
