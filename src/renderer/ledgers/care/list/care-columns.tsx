import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CareRow } from '#shared/contract/key-persons/care.ts';
import { CARE_REMINDER_DAYS, type CareState } from '#shared/ledgers/care/care.ts';
import { Chip, type ChipTone } from '#renderer/ui/basic/chip.tsx';
import type { LedgerColumn } from '#renderer/ui/table/table-column.ts';
import styles from './list.module.css';

const TONES: Readonly<Record<CareState, ChipTone>> = {
  waiting: 'amber',
  approved: 'green',
  withdrawn: 'grey',
};

export function CareStateChip({ state }: { readonly state: CareState }) {
  const { t } = useTranslation('care');
  return <Chip tone={TONES[state]}>{t(`states.${state}`)}</Chip>;
}

/** The day, and in words how long it still holds where that is not long. */
export function CareEnd({ row }: { readonly row: Pick<CareRow, 'endsOn' | 'daysLeft'> }) {
  const { t } = useTranslation('care');
  return (
    <span className={styles.end}>
      {row.endsOn}
      {row.daysLeft <= CARE_REMINDER_DAYS && (
        <Chip tone="amber">
          {row.daysLeft <= 0 ? t('days.today') : t('days.left', { count: row.daysLeft })}
        </Chip>
      )}
    </span>
  );
}

export function useCareColumns(): readonly LedgerColumn<CareRow>[] {
  const { t } = useTranslation('care');
  return useMemo(() => {
    const column = (
      id: string,
      header: string,
      width: number,
      text: (row: CareRow) => string,
      grow = 0,
    ): LedgerColumn<CareRow> => ({ id, header, width, text, cell: text, grow });
    return [
      { ...column('name', t('fields.name'), 96, (row) => row.name, 1), mayHide: false },
      column('category', t('fields.category'), 148, (row) => t(`categories.${row.category}`), 1),
      column('help', t('fields.help'), 128, (row) => t(`help.${row.help}`), 0.7),
      column(
        'contact',
        t('fields.contactName'),
        132,
        (row) => `${row.contactName} · ${t(`contacts.${row.contact}`)}`,
        0.8,
      ),
      column('phone', t('fields.contactPhone'), 120, (row) => row.contactPhone),
      {
        id: 'state',
        header: t('fields.state'),
        width: 84,
        cell: (row) => <CareStateChip state={row.state} />,
      },
      {
        id: 'endsOn',
        header: t('fields.endsOn'),
        width: 190,
        mayHide: false,
        cell: (row) => <CareEnd row={row} />,
      },
      column('enteredBy', t('fields.enteredBy'), 84, (row) => row.enteredByName, 0.3),
    ];
  }, [t]);
}
