import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderRow } from '#shared/contract/sent/orders.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { LedgerColumn } from '#renderer/ui/table/table-column.ts';
import { OrderDue, OrderStateChip, useOrderTitle } from './chips.tsx';
import styles from './orders.module.css';

export function useOrderColumns(today: CalendarDay): readonly LedgerColumn<OrderRow>[] {
  const { t } = useTranslation('orders');
  const titleOf = useOrderTitle();
  return useMemo(() => {
    const column = (
      id: 'number' | 'title' | 'text' | 'sender' | 'sentOn' | 'doneBy' | 'feedback',
      width: number,
      text: (row: OrderRow) => string,
      grow = 0,
    ): LedgerColumn<OrderRow> => ({ id, header: t(`fields.${id}`), width, text, cell: text, grow });
    return [
      column('number', 116, (row) => row.number),
      { ...column('title', 130, titleOf, 1), mayHide: false },
      column('text', 140, (row) => row.text, 2),
      {
        id: 'dueOn',
        header: t('fields.dueOn'),
        width: 196,
        mayHide: false,
        cell: (row) => (
          <span className={styles.due}>
            {row.dueOn} <OrderDue order={row} today={today} />
          </span>
        ),
      },
      {
        id: 'state',
        header: t('fields.state'),
        width: 96,
        cell: (row) => <OrderStateChip state={row.state} />,
      },
      column('sender', 84, (row) => row.sender),
      column('sentOn', 96, (row) => row.sentOn),
      column('doneBy', 84, (row) => row.doneByName),
      column('feedback', 140, (row) => row.feedback, 1),
    ];
  }, [t, titleOf, today]);
}
