/** The matters in this officer's charge: who, under what, until when, and what is to be done next. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterRow } from '#shared/contract/key-persons/statutory.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { Chip } from '#renderer/ui/basic/chip.tsx';
import { EmptyState } from '#renderer/ui/basic/empty-state.tsx';
import { LedgerTable } from '#renderer/ui/table/ledger-table.tsx';
import type { LedgerColumn } from '#renderer/ui/table/table-column.ts';
import { DutyChip, LeftChip } from '#renderer/ledgers/statutory/chips.tsx';
import styles from './list.module.css';

/** As the office gives them: the most urgent first. */
const ORDER = { by: 'endsOn', descending: false } as const;
const NOTHING = () => undefined;

export interface MattersTableProps {
  readonly rows: readonly MatterRow[];
  readonly startAt: string | null;
  readonly onOpen: (row: MatterRow) => void;
}

export function MattersTable({ rows, startAt, onOpen }: MattersTableProps) {
  const { t } = useTranslation(['statutoryReading', 'statutory']);
  const columns = useMatterColumns();
  return (
    <LedgerTable
      label={t('statutory:ledger')}
      columns={columns}
      rows={rows}
      rowId={({ id }) => id}
      total={rows.length}
      all={rows.length}
      loading={false}
      hasMore={false}
      onMore={NOTHING}
      sort={ORDER}
      onSort={NOTHING}
      filters={[]}
      onClearFilters={NOTHING}
      hidden={[]}
      onHidden={NOTHING}
      startAt={startAt}
      onOpen={onOpen}
      empty={
        <EmptyState why={t('none')}>
          <p>{t('noneHow')}</p>
        </EmptyState>
      }
    />
  );
}

function useMatterColumns(): readonly LedgerColumn<MatterRow>[] {
  const { t } = useTranslation('statutory');
  const today = useOfficeDay();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('fields.name'),
        width: 104,
        grow: 1,
        mayHide: false,
        text: nameOf,
        cell: nameOf,
      },
      {
        id: 'category',
        header: t('fields.category'),
        width: 112,
        grow: 0.6,
        mayHide: false,
        text: ({ category }) => t(`categories.${category}`),
        cell: ({ category }) => t(`categories.${category}`),
      },
      {
        id: 'term',
        header: t('fields.term'),
        width: 176,
        mayHide: false,
        text: termOf,
        cell: (row) => <span className={styles.days}>{termOf(row)}</span>,
      },
      {
        id: 'left',
        header: t('fields.left'),
        width: 176,
        mayHide: false,
        cell: (row) => <LeftChip {...row} />,
      },
      {
        id: 'next',
        header: t('fields.next'),
        width: 250,
        grow: 1.4,
        mayHide: false,
        cell: ({ next }) =>
          next !== null && (
            <span className={styles.next}>
              <span className={styles.cut} title={t(`duties.${next.kind}`)}>
                {t(`duties.${next.kind}`)}
              </span>
              <span className={styles.days}>{next.dueOn.slice(5)}</span>
              <DutyChip dueOn={next.dueOn} today={today} />
            </span>
          ),
      },
      {
        id: 'overdue',
        header: t('fields.overdue'),
        width: 72,
        end: true,
        mayHide: false,
        cell: ({ overdue }) => (overdue === 0 ? '' : <Chip tone="red">{overdue}</Chip>),
      },
    ],
    [t, today],
  );
}

function nameOf({ name }: MatterRow): string {
  return name;
}

function termOf({ startsOn, endsOn }: MatterRow): string {
  return `${startsOn} – ${endsOn}`;
}
