import { IconArrowDown, IconArrowUp, IconArrowsSort } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LedgerColumn, LedgerSort } from './table-column.ts';
import styles from './table.module.css';

export interface HeaderRowProps<Row> {
  readonly columns: readonly LedgerColumn<Row>[];
  readonly grid: string;
  readonly height: number;
  readonly sort: LedgerSort;
  readonly onSort: (sort: LedgerSort) => void;
}

export function HeaderRow<Row>({ columns, grid, height, sort, onSort }: HeaderRowProps<Row>) {
  return (
    <div role="row" aria-rowindex={1} className={styles.header} style={{ gridTemplateColumns: grid, height }}>
      {columns.map((column) => (
        <div
          key={column.id}
          role="columnheader"
          className={styles.cell}
          data-end={column.end || undefined}
          aria-sort={ariaSort(column, sort)}
        >
          {column.sortBy === undefined ? (
            (column.headerCell ?? column.header)
          ) : (
            <SortButton column={column} by={column.sortBy} sort={sort} onSort={onSort} />
          )}
        </div>
      ))}
    </div>
  );
}

interface SortButtonProps<Row> {
  readonly column: LedgerColumn<Row>;
  readonly by: string;
  readonly sort: LedgerSort;
  readonly onSort: (sort: LedgerSort) => void;
}

function SortButton<Row>({ column, by, sort, onSort }: SortButtonProps<Row>) {
  const { t } = useTranslation('ui');
  const mine = sort.by === by;
  const words = mine ? t(sort.descending ? 'table.descending' : 'table.ascending') : '';
  return (
    <button
      type="button"
      className={styles.sort}
      title={`${t('table.sortBy', { label: column.header })} ${words}`.trim()}
      onClick={() => onSort({ by, descending: mine ? !sort.descending : true })}
    >
      {column.header}
      {!mine && <IconArrowsSort size={14} className={styles.sortIdle} aria-hidden="true" />}
      {mine && sort.descending && <IconArrowDown size={14} aria-hidden="true" />}
      {mine && !sort.descending && <IconArrowUp size={14} aria-hidden="true" />}
    </button>
  );
}

function ariaSort<Row>(column: LedgerColumn<Row>, sort: LedgerSort) {
  if (column.sortBy === undefined) return undefined;
  if (column.sortBy !== sort.by) return 'none';
  return sort.descending ? 'descending' : 'ascending';
}
