import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitRow } from '#shared/contract/population/units.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { Chip } from '#renderer/ui/basic/chip.tsx';
import type { LedgerColumn } from '#renderer/ui/table/table-column.ts';
import { HazardChip } from '#renderer/ledgers/population/units/hazard-chip.tsx';
import { useUnitWords } from '#renderer/ledgers/population/units/units-words.ts';
import styles from './list.module.css';

export const HIDDEN_AT_FIRST: readonly string[] = ['creditCode', 'policeGrid', 'hours'];

export function useUnitColumns(today: CalendarDay): readonly LedgerColumn<UnitRow>[] {
  const { t } = useTranslation('units');
  const words = useUnitWords();
  return useMemo(
    () => [
      {
        id: 'name',
        header: words.field('name'),
        width: 150,
        grow: 2,
        mayHide: false,
        sortBy: 'name',
        cell: (row) => row.name,
        text: (row) => row.name,
      },
      {
        id: 'marks',
        header: t('list.marks'),
        width: 120,
        text: (row) =>
          [row.keySince === null ? '' : t('key'), row.smallPlace === null ? '' : words.small(row.smallPlace)]
            .filter(Boolean)
            .join(' '),
        cell: (row) => (
          <span className={styles.chips}>
            {row.keySince !== null && <Chip tone="blue">{t('key')}</Chip>}
            {row.smallPlace !== null && <Chip tone="grey">{words.small(row.smallPlace)}</Chip>}
          </span>
        ),
      },
      { id: 'type', header: words.field('type'), width: 78, cell: (row) => words.type(row.type) },
      {
        id: 'address',
        header: t('list.address'),
        width: 120,
        grow: 2,
        cell: (row) => row.addressLine,
        text: (row) => row.addressLine,
      },
      {
        id: 'keeper',
        header: t('list.keeper'),
        width: 64,
        grow: 1,
        cell: (row) => row.keeperName,
        text: (row) => row.keeperName ?? '',
      },
      { id: 'phone', header: t('list.phone'), width: 108, cell: (row) => row.keeperPhoneMasked },
      {
        id: 'creditCode',
        header: words.field('creditCode'),
        width: 170,
        cell: (row) => (
          <span className={styles.chips}>
            {row.creditCode}
            {row.creditFlag !== null && <Chip tone="amber">{t('list.codeFlag')}</Chip>}
          </span>
        ),
      },
      { id: 'policeGrid', header: t('list.grid'), width: 60, cell: (row) => row.policeGrid },
      {
        id: 'hours',
        header: words.field('hours'),
        width: 100,
        cell: (row) => row.hours,
        text: (row) => row.hours,
      },
      {
        id: 'lastCheckOn',
        header: t('list.lastCheck'),
        width: 96,
        sortBy: 'lastCheckOn',
        cell: (row) =>
          row.lastCheckOn ?? (row.keySince === null ? '' : <Chip tone="amber">{t('list.never')}</Chip>),
      },
      {
        id: 'hazards',
        header: t('list.hazards'),
        width: 116,
        cell: (row) => <HazardChip {...row} today={today} />,
      },
    ],
    [t, words, today],
  );
}
