/** The ledger of residents as an officer works with it. */
import { IconDownload, IconGitMerge, IconUpload } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResidentRow } from '#shared/contract/population/residents.ts';
import { useListProps } from '#renderer/client/paged-list.tsx';
import { useKeptState } from '#renderer/client/kept-state.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { listOfWords, usePreference } from '#renderer/client/preferences.ts';
import { invalidateRoom } from '#renderer/client/watch.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { EmptyState } from '#renderer/ui/basic/empty-state.tsx';
import { useCommands, useDesk } from '#renderer/ui/keys/command.ts';
import { Dialog } from '#renderer/ui/layers/dialog.tsx';
import { LedgerTable } from '#renderer/ui/table/ledger-table.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { ExportQuestion } from './export-dialog.tsx';
import { listCommands } from './list-commands.ts';
import { NO_FILTER, usePeopleFilter, usePeopleList, usePeopleSort } from './list-state.ts';
import { HIDDEN_AT_FIRST, usePeopleColumns } from './people-columns.tsx';
import { PeopleFilters, usePeopleChips } from './people-filters.tsx';
import { useSelection } from './selection.ts';
import { ViewsBar } from './views-bar.tsx';
import styles from './list.module.css';

/** The key that chooses the row the keyboard is on. */
const CHOOSE_CHORD = ' ';

export function PeopleList() {
  const { t } = useTranslation(['peopleList', 'people']);
  const desk = useDesk();
  const today = useOfficeDay();
  const cache = useQueryClient();
  const text = useRef<HTMLInputElement>(null);
  const { filter, change, put } = usePeopleFilter();
  const [sort, setSort] = usePeopleSort();
  const [hidden, setHidden] = usePreference('people.hidden', listOfWords, HIDDEN_AT_FIRST);
  const [exporting, setExporting] = useState(false);
  const [from, leaveFrom] = useKeptState<string | null>('people.from', null);
  const list = usePeopleList(filter, sort);
  const listProps = useListProps(list);
  const selection = useSelection(list.rows, filter, list.total);
  const columns = usePeopleColumns(today, selection);
  const chips = usePeopleChips({ filter, change });
  useCommands(
    listCommands({
      text: () => text.current?.focus(),
      refresh: () => void invalidateRoom(cache, 'residents'),
    }),
  );
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t('people:title')}</h1>
        <ViewsBar filter={filter} put={put} />
        <div className={styles.headEnd}>
          <Button
            icon={<IconGitMerge size={16} aria-hidden="true" />}
            onClick={() => desk.go('/population/doubles')}
          >
            {t('list.doubles')}
          </Button>
          <Button
            icon={<IconUpload size={16} aria-hidden="true" />}
            onClick={() => desk.go('/population/import')}
          >
            {t('list.import')}
          </Button>
          <Button
            icon={<IconDownload size={16} aria-hidden="true" />}
            disabled={(list.total ?? 0) === 0}
            onClick={() => setExporting(true)}
          >
            {t('list.export')}
          </Button>
          <Button kind="primary" keys="Alt+N" onClick={() => desk.go('/population/new')}>
            {t('list.add')}
          </Button>
        </div>
      </header>
      <div className={styles.table}>
        <LedgerTable
          label={t('people:ledger')}
          columns={columns}
          rowId={rowId}
          {...listProps}
          sort={sort}
          onSort={setSort}
          filters={chips}
          onClearFilters={() => put(NO_FILTER)}
          hidden={hidden}
          onHidden={setHidden}
          onOpen={(row) => {
            leaveFrom(row.id);
            desk.go(`/population/${row.id}`);
          }}
          startAt={from}
          onRowKey={(row, chord) => {
            if (chord !== CHOOSE_CHORD) return false;
            selection.toggle(row);
            return true;
          }}
          empty={
            <EmptyState why={t('list.empty')}>
              <Button onClick={() => desk.go('/population/import')}>{t('list.importFirst')}</Button>
              <Button onClick={() => desk.go('/population/new')}>{t('list.addFirst')}</Button>
            </EmptyState>
          }
          controls={
            selection.count > 0 ? (
              <BulkBar selection={selection} filter={filter} total={list.total} />
            ) : (
              <PeopleFilters filter={filter} change={change} text={text} />
            )
          }
        />
      </div>
      <Dialog opened={exporting} title={t('export.title')} onClose={() => setExporting(false)} width={640}>
        <ExportQuestion filter={filter} total={list.total ?? 0} onDone={() => setExporting(false)} />
      </Dialog>
    </div>
  );
}

function rowId(row: ResidentRow): string {
  return row.id;
}
