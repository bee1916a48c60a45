/** 出租房屋: doors that are let, those longest without a check first. An officer's list. */
import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import type { DwellingRow } from '#shared/contract/population/addresses.ts';
import { PAGE_ROWS } from '#shared/contract/shapes.ts';
import { useListProps, usePagedList } from '#renderer/client/paged-list.tsx';
import { useKeptState } from '#renderer/client/kept-state.ts';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { listOfWords, usePreference } from '#renderer/client/preferences.ts';
import { invalidateRoom } from '#renderer/client/watch.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { EmptyState } from '#renderer/ui/basic/empty-state.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { useCommands, useDesk } from '#renderer/ui/keys/command.ts';
import { FilterSelect } from '#renderer/ui/table/filter-select.tsx';
import { LedgerTable } from '#renderer/ui/table/ledger-table.tsx';
import type { LedgerFilter } from '#renderer/ui/table/table-column.ts';
import { Back } from '#renderer/record/back.tsx';
import { refreshCommand } from '#renderer/ledgers/population/places/tree/refresh-command.ts';
import { gridName } from '#renderer/ledgers/population/places/grid-name.ts';
import { useRentalColumns } from './rental-columns.tsx';
import styles from './rentals.module.css';

interface Wanted {
  readonly policeGrid: string | null;
  readonly withoutPledge: boolean;
}

const ALL: Wanted = { policeGrid: null, withoutPledge: false };
/** The office's own order; there is no other. */
const ORDER = { by: 'safetyCheckedOn', descending: false } as const;

export function RentalsPage() {
  const { t } = useTranslation(['door', 'places']);
  const me = useMe();
  const desk = useDesk();
  if (mayCall(me.role, contract.dwellings.rentals)) return <RentalsList />;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <Back to="/places">{t('places:title')}</Back>
        <h1>{t('rentals.title')}</h1>
      </header>
      <Notice
        tone="violet"
        action={<Button onClick={() => desk.go('/places')}>{t('rentals.toPlaces')}</Button>}
      >
        {t('rentals.why')}
      </Notice>
    </div>
  );
}

function RentalsList() {
  const { t } = useTranslation(['door', 'places']);
  const { queries } = useOffice();
  const desk = useDesk();
  const cache = useQueryClient();
  const [wanted, setWanted] = useKeptState('rentals.wanted', ALL);
  const [hidden, setHidden] = usePreference('rentals.hidden', listOfWords, []);
  const columns = useRentalColumns(useOfficeDay());
  const grids = useQuery(queries.grids.list.queryOptions({ input: {} }));
  const police = (grids.data ?? []).filter(({ kind }) => kind === 'police');
  useCommands([refreshCommand(() => void invalidateRoom(cache, 'dwellings'))]);
  const query = useInfiniteQuery(
    queries.dwellings.rentals.infiniteOptions({
      input: (after: string | null) => ({ after, rows: PAGE_ROWS, ...wanted }),
      initialPageParam: null,
      getNextPageParam: (last) => last.next,
      placeholderData: keepPreviousData,
    }),
  );
  const list = usePagedList(query);
  const listProps = useListProps(list);
  const chips: LedgerFilter[] = [];
  if (wanted.policeGrid !== null)
    chips.push({
      id: 'grid',
      words: t('rentals.gridIs', { code: wanted.policeGrid }),
      remove: () => setWanted({ ...wanted, policeGrid: null }),
    });
  if (wanted.withoutPledge)
    chips.push({
      id: 'pledge',
      words: t('rentals.noPledge'),
      remove: () => setWanted({ ...wanted, withoutPledge: false }),
    });
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <Back to="/places">{t('places:title')}</Back>
        <h1>{t('rentals.title')}</h1>
        <span className={styles.soft}>{t('rentals.order')}</span>
      </header>
      <div className={styles.table}>
        <LedgerTable
          label={t('rentals.ledger')}
          columns={columns}
          rowId={idOf}
          {...listProps}
          sort={ORDER}
          onSort={() => undefined}
          filters={chips}
          onClearFilters={() => setWanted(ALL)}
          hidden={hidden}
          onHidden={setHidden}
          onOpen={(row) => desk.go(`/places/${row.addressId}?door=1`)}
          empty={
            <EmptyState why={t('rentals.empty')}>
              <Button onClick={() => desk.go('/places')}>{t('rentals.toPlaces')}</Button>
            </EmptyState>
          }
          controls={
            <>
              {police.length > 0 && (
                <FilterSelect
                  label={t('rentals.grid')}
                  none={t('rentals.grid')}
                  value={wanted.policeGrid}
                  options={police.map((grid) => ({ value: grid.code, label: gridName(grid) }))}
                  onChange={(policeGrid) => setWanted({ ...wanted, policeGrid })}
                />
              )}
              <label className={styles.check}>
                <input
                  type="checkbox"
                  checked={wanted.withoutPledge}
                  onChange={(event) => setWanted({ ...wanted, withoutPledge: event.currentTarget.checked })}
                />
                {t('rentals.noPledge')}
              </label>
            </>
          }
        />
      </div>
    </div>
  );
}

function idOf(row: DwellingRow): string {
  return row.id;
}
