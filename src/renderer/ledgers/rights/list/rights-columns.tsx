import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RightsRow } from '#shared/contract/key-persons/rights.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { LedgerColumn } from '#renderer/ui/table/table-column.ts';
import { AnswerDue, OutcomeChip } from '#renderer/ledgers/rights/chips.tsx';
import styles from './list.module.css';

export function useRightsColumns(today: CalendarDay): readonly LedgerColumn<RightsRow>[] {
  const { t } = useTranslation('rights');
  return useMemo(() => {
    const column = (
      id: 'receivedOn' | 'kind' | 'name' | 'asks' | 'registeredBy' | 'answeredBy' | 'answeredOn',
      width: number,
      text: (row: RightsRow) => string,
      grow = 0,
    ): LedgerColumn<RightsRow> => ({ id, header: t(`fields.${id}`), width, text, cell: text, grow });
    return [
      column('receivedOn', 96, (row) => row.receivedOn),
      {
        ...column('name', 110, (row) => `${row.name} · ${t(`requesters.${row.requester}`)}`, 0.8),
        mayHide: false,
      },
      column('kind', 116, (row) => t(`kinds.${row.kind}`)),
      column('asks', 140, (row) => row.asks, 2),
      {
        id: 'dueOn',
        header: t('fields.dueOn'),
        width: 196,
        mayHide: false,
        cell: (row) => (
          <span className={styles.due}>
            {row.dueOn} <AnswerDue request={row} today={today} />
          </span>
        ),
      },
      {
        id: 'state',
        header: t('fields.state'),
        width: 92,
        cell: (row) => <OutcomeChip outcome={row.outcome} />,
      },
      column('registeredBy', 84, (row) => row.registeredByName),
      column('answeredBy', 84, (row) => row.answeredByName),
    ];
  }, [t, today]);
}
