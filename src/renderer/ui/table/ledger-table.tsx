/**
 * The list of a ledger: pages come from the office as it is scrolled, sorting and filtering happen there,
 * and the counts under it are honest. Only the rows in sight are drawn.
 */
import { columnVisibilityFeature, tableFeatures, useTable, type ColumnDef } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { belongsToInputMethod, chordOf } from '#renderer/ui/keys/use-key.ts';
import { SkeletonRows } from '#renderer/ui/basic/skeleton-rows.tsx';
import { FilterBar, TableFoot } from './table-bars.tsx';
import { HeaderRow } from './header-row.tsx';
import { rowAfterKey } from './row-keys.ts';
import {
  DensityContext,
  gridOf,
  ROW_HEIGHTS,
  type LedgerColumn,
  type LedgerFilter,
  type LedgerSort,
} from './table-column.ts';
import styles from './table.module.css';

export interface LedgerTableProps<Row extends object> {
  /** The list's name for assistive technology. */
  readonly label: string;
  readonly columns: readonly LedgerColumn<Row>[];
  /** All rows loaded so far, in the office's order. */
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  /** Rows that match, and rows this person could see with no filter; null while unknown. */
  readonly total: number | null;
  readonly all: number | null;
  readonly loading: boolean;
  /** Shown instead of rows when the list could not be read. */
  readonly failed?: ReactNode;
  readonly hasMore: boolean;
  readonly onMore: () => void;
  readonly sort: LedgerSort;
  readonly onSort: (sort: LedgerSort) => void;
  readonly filters: readonly LedgerFilter[];
  readonly onClearFilters: () => void;
  /** Ids of hidden columns; kept by the caller. */
  readonly hidden: readonly string[];
  readonly onHidden: (hidden: readonly string[]) => void;
  /** Absent: rows are only read. */
  readonly onOpen?: (row: Row) => void;
  /** Keys on the chosen row beyond arrows and Enter; true when the chord was for it. */
  readonly onRowKey?: (row: Row, chord: string) => boolean;
  /** Id of the row one came back from: it is in sight, and the keyboard goes on from there. */
  readonly startAt?: string | null;
  /** What to say and offer when there is nothing at all. */
  readonly empty: ReactNode;
  /** Controls that set the filters, left of the column chooser. */
  readonly controls?: ReactNode;
}

const features = tableFeatures({ columnVisibilityFeature });

export function LedgerTable<Row extends object>(props: LedgerTableProps<Row>) {
  const { columns, rows, rowId, hidden, hasMore, onMore, onOpen } = props;
  const { t } = useTranslation('ui');
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = ROW_HEIGHTS[useContext(DensityContext)];
  const [chosen, setChosen] = useState(0);

  const defs = useMemo(() => columns.map((column) => defOf<Row>(column)), [columns]);
  const visibility = useMemo(() => Object.fromEntries(hidden.map((id) => [id, false])), [hidden]);
  const table = useTable({
    features,
    columns: defs,
    data: rows,
    getRowId: rowId,
    state: { columnVisibility: visibility },
  });
  const shownIds = new Set(table.getVisibleLeafColumns().map((column) => column.id));
  const shown = columns.filter((column) => shownIds.has(column.id));
  const grid = gridOf(shown);
  const model = table.getRowModel().rows;
  const virtual = useVirtualizer({
    count: model.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => model[index]?.id ?? index,
    overscan: 12,
    scrollPaddingStart: rowHeight,
  });
  useEffect(() => virtual.measure(), [virtual, rowHeight]);

  const items = virtual.getVirtualItems();
  const lastDrawn = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (hasMore && lastDrawn >= rows.length - 20 && rows.length > 0) onMore();
  }, [hasMore, lastDrawn, rows.length, onMore]);

  const move = (to: number) => {
    setChosen(to);
    virtual.scrollToIndex(to);
    requestAnimationFrame(() => {
      scroller.current?.querySelector<HTMLElement>(`[data-index="${to}"]`)?.focus();
    });
  };
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current || model.length === 0) return;
    begun.current = true;
    const from = model.findIndex((row) => row.id === props.startAt);
    if (from >= 0) move(from);
  });
  const active = Math.min(chosen, Math.max(0, model.length - 1));
  const firstLoad = props.loading && rows.length === 0;
  const nothing = !props.loading && props.failed === undefined && rows.length === 0;

  return (
    <div className={styles.frame}>
      <FilterBar
        columns={columns}
        hidden={hidden}
        onHidden={props.onHidden}
        filters={props.filters}
        onClear={props.onClearFilters}
        controls={props.controls}
      />
      {props.failed}
      <div ref={scroller} className={styles.scroller}>
        <div
          role="grid"
          aria-label={props.label}
          aria-rowcount={props.total ?? -1}
          aria-busy={props.loading}
          className={styles.grid}
        >
          <HeaderRow columns={shown} grid={grid} height={rowHeight} sort={props.sort} onSort={props.onSort} />
          {items.length > 0 && (
            <div role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize() }}>
              {items.map((item) => {
                const row = model[item.index];
                if (row === undefined) return null;
                return (
                  <div
                    key={item.key}
                    role="row"
                    data-index={item.index}
                    aria-rowindex={item.index + 2}
                    aria-selected={item.index === active}
                    tabIndex={item.index === active ? 0 : -1}
                    className={styles.row}
                    data-opens={onOpen !== undefined}
                    style={{ gridTemplateColumns: grid, height: rowHeight, top: item.start }}
                    onFocus={() => setChosen(item.index)}
                    onClick={(event) => {
                      if (!(
                        event.target instanceof Element && event.target.closest('button, a, input') !== null
                      ))
                        onOpen?.(row.original);
                    }}
                    onKeyDown={(event) => {
                      const to = rowAfterKey(
                        event,
                        item.index,
                        model.length,
                        pageRows(scroller.current, rowHeight),
                      );
                      if (to !== null) {
                        event.preventDefault();
                        move(to);
                      } else if (event.key === 'Enter' && event.target === event.currentTarget) {
                        event.preventDefault();
                        onOpen?.(row.original);
                      } else if (
                        event.target === event.currentTarget &&
                        !belongsToInputMethod(event) &&
                        props.onRowKey?.(row.original, chordOf(event)) === true
                      ) {
                        event.preventDefault();
                      }
                    }}
                  >
                    {row.getVisibleCells().map((cell) => (
                      <Cell
                        key={cell.id}
                        column={columns.find((one) => one.id === cell.column.id)}
                        row={row.original}
                      />
                    ))}
                  </div>
                );
              })}
            </div>
          )}
        </div>
        {/* Beside the grid: a grid holds rows and nothing else. */}
        {firstLoad && <SkeletonRows rows={8} />}
        {nothing && <Nothing {...props} />}
      </div>
      <TableFoot
        shown={rows.length}
        total={props.total}
        all={props.all}
        filtered={props.filters.length > 0}
        hidden={hidden.length}
        onRestore={() => props.onHidden([])}
        more={hasMore && !props.loading ? onMore : null}
        busy={props.loading && rows.length > 0 ? t('table.loading') : null}
      />
    </div>
  );
}

function Nothing<Row extends object>({ filters, all, onClearFilters, empty }: LedgerTableProps<Row>) {
  const { t } = useTranslation('ui');
  return (
    <div className={styles.nothing}>
      {filters.length === 0 ? (
        empty
      ) : (
        <p>
          {t('table.none', { all: all ?? 0 })}{' '}
          <button type="button" className={styles.link} onClick={onClearFilters}>
            {t('table.clear')}
          </button>
        </p>
      )}
    </div>
  );
}

function Cell<Row>({ column, row }: { readonly column: LedgerColumn<Row> | undefined; readonly row: Row }) {
  if (column === undefined) return null;
  return (
    <div
      role="gridcell"
      className={styles.cell}
      data-end={column.end || undefined}
      title={column.text?.(row)}
    >
      {column.cell(row)}
    </div>
  );
}

function defOf<Row extends object>(column: LedgerColumn<Row>): ColumnDef<typeof features, Row> {
  return { id: column.id, header: column.header, enableHiding: column.mayHide ?? true };
}

function pageRows(scroller: HTMLElement | null, rowHeight: number): number {
  return Math.max(1, Math.floor((scroller?.clientHeight ?? 0) / rowHeight) - 2);
}
