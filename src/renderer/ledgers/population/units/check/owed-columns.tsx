import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitCheckRow } from '#shared/contract/population/units.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import type { LedgerColumn } from '#renderer/ui/table/table-column.ts';
import { DeadlineChip } from '#renderer/ledgers/population/units/hazard-chip.tsx';
import { useUnitWords } from '#renderer/ledgers/population/units/units-words.ts';

export interface OwedRow {
  readonly check: UnitCheckRow;
  readonly unitName: string;
  readonly addressLine: string;
}

export function useOwedColumns(
  today: CalendarDay,
  onRecheck: (row: OwedRow) => void,
): readonly LedgerColumn<OwedRow>[] {
  const { t } = useTranslation('units');
  const words = useUnitWords();
  return useMemo(
    () => [
      {
        id: 'deadline',
        header: t('owed.deadline'),
        width: 120,
        mayHide: false,
        cell: ({ check }) =>
          check.deadline === null ? '' : <DeadlineChip deadline={check.deadline} today={today} />,
      },
      {
        id: 'unit',
        header: t('owed.unit'),
        width: 140,
        grow: 2,
        mayHide: false,
        cell: (row) => row.unitName,
        text: (row) => row.unitName,
      },
      {
        id: 'address',
        header: t('owed.address'),
        width: 110,
        grow: 1,
        cell: (row) => row.addressLine,
        text: (row) => row.addressLine,
      },
      {
        id: 'finding',
        header: t('owed.finding'),
        width: 140,
        grow: 3,
        cell: ({ check }) => check.finding,
        text: ({ check }) => check.finding,
      },
      {
        id: 'notice',
        header: t('owed.notice'),
        width: 130,
        cell: ({ check }) => check.noticeNo,
        text: ({ check }) => check.noticeNo ?? '',
      },
      {
        id: 'last',
        header: t('owed.last'),
        width: 140,
        cell: ({ check }) =>
          check.recheckedOn === null || check.recheckResult === null
            ? t('owed.never')
            : t('owed.lastIs', { day: check.recheckedOn, result: words.recheck(check.recheckResult) }),
      },
      {
        id: 'recheck',
        header: t('owed.recheck'),
        width: 100,
        mayHide: false,
        cell: (row) => (
          <Button size="small" tabIndex={-1} onClick={() => onRecheck(row)}>
            {t('owed.recheck')}
          </Button>
        ),
      },
    ],
    [t, words, today, onRecheck],
  );
}
