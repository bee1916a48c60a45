/** The visitors ledger: every visit this person may see, newest first. */
import { useLocation } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitFilter, VisitRow } from '#shared/contract/visitors.ts';
import { useListProps } from '#renderer/client/paged-list.tsx';
import { useMe } from '#renderer/client/office.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { listOfWords, usePreference } from '#renderer/client/preferences.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { EmptyState } from '#renderer/ui/basic/empty-state.tsx';
import { PageTitle } from '#renderer/ui/basic/section-title.tsx';
import { useCommands, useDesk, type Command } from '#renderer/ui/keys/command.ts';
import { LedgerTable } from '#renderer/ui/table/ledger-table.tsx';
import listPage from '#renderer/ui/table/list-page.module.css';
import { NameSearchButton } from './name-search.tsx';
import { useLeave } from './visit-deeds.ts';
import { HIDDEN_AT_FIRST, useVisitColumns } from './visitors-columns.tsx';
import { VISIT_LAYER } from './visitors-commands.ts';
import { useFilterChips, VisitFilters } from './visitors-filters.tsx';
import { FIRST_SORT, NO_FILTER, useVisitFilter, useVisitList, type NameSearch } from './visitors-list.ts';

/** The key of a chosen row: the visitor leaves. */
const LEAVE_CHORD = ' ';

export function VisitorsPage() {
  const { t } = useTranslation('visitors');
  const me = useMe();
  const desk = useDesk();
  const today = useOfficeDay();
  const leave = useLeave();
  const frame = useRef<HTMLDivElement>(null);
  const { filter, change, clear } = useVisitFilter(useFirstFilter());
  const [sort, setSort] = useState(FIRST_SORT);
  const [search, setSearch] = useState<NameSearch | null>(null);
  const [hidden, setHidden] = usePreference('visitors.hidden', listOfWords, HIDDEN_AT_FIRST);
  const list = useVisitList(filter, sort, search);
  const listProps = useListProps(list);
  const columns = useVisitColumns(today, search === null ? leave : null);
  const chips = useFilterChips({ filter, change, today });
  const filters = useMemo(
    () =>
      search === null
        ? chips
        : [
            {
              id: 'search',
              words: t('list.filterSearch', { name: search.name, reason: search.reasonWords }),
              remove: () => setSearch(null),
            },
          ],
    [chips, search, t],
  );

  const leaveRow = (visit: VisitRow | undefined): boolean => {
    if (visit === undefined || visit.leftAt !== null || search !== null) return false;
    leave(visit);
    return true;
  };
  useCommands(leaveCommand(() => leaveRow(list.rows[chosenRow(frame.current)])));

  return (
    <div className={listPage.page}>
      <PageTitle
        title={t('title')}
        note={me.role === 'auxiliary' ? t('list.auxiliarySees') : undefined}
        actions={
          <>
            <NameSearchButton onSearch={setSearch} />
            <Button kind="primary" keys="F2" onClick={() => desk.open(VISIT_LAYER)}>
              {t('list.register')}
            </Button>
          </>
        }
      />
      <div className={listPage.table} ref={frame}>
        <LedgerTable
          label={t('ledger')}
          columns={columns}
          rowId={rowId}
          {...listProps}
          sort={sort}
          onSort={setSort}
          filters={filters}
          onClearFilters={() => {
            setSearch(null);
            clear();
          }}
          hidden={hidden}
          onHidden={setHidden}
          onOpen={(visit) => desk.go(`/visitors/${visit.id}`)}
          onRowKey={(visit, chord) => chord === LEAVE_CHORD && leaveRow(visit)}
          empty={
            <EmptyState why={t('list.empty')}>
              <Button keys="F2" onClick={() => desk.open(VISIT_LAYER)}>
                {t('list.register')}
              </Button>
            </EmptyState>
          }
          controls={search === null && <VisitFilters filter={filter} change={change} today={today} />}
        />
      </div>
    </div>
  );
}

function rowId(visit: VisitRow): string {
  return visit.id;
}

/** For the palette and the help sheet; the key itself is heard by the chosen row only. */
function leaveCommand(run: () => void): readonly Command[] {
  return [
    {
      id: 'visitors.leave',
      words: (t) => t('visitors:commands.leave'),
      keys: 'Space',
      may: () => true,
      run,
    },
  ];
}

/** Index of the row the keyboard is on; -1 when there is none. */
function chosenRow(frame: HTMLElement | null): number {
  const row = frame?.querySelector<HTMLElement>('[role=row][aria-selected=true]');
  return Number(row?.dataset['index'] ?? -1);
}

/** `/visitors?owed=true`, as Today links here. */
function useFirstFilter(): VisitFilter {
  const owed = useLocation({ select: ({ searchStr }) => searchStr === '?owed=true' });
  return owed ? { ...NO_FILTER, owed: true } : NO_FILTER;
}
