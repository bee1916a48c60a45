import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DwellingRow } from '#shared/contract/population/addresses.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { Chip } from '#renderer/ui/basic/chip.tsx';
import type { LedgerColumn } from '#renderer/ui/table/table-column.ts';
import { PersonName } from '#renderer/ledgers/population/people/person-name.tsx';
import { FreshChip } from '#renderer/ledgers/population/people/resident-chips.tsx';
import { usePlaceWords } from '#renderer/ledgers/population/places/places-words.ts';

/** What is looked for among doors that are let: who answers for it, and what has not been done. */
export function useRentalColumns(today: CalendarDay): readonly LedgerColumn<DwellingRow>[] {
  const { t } = useTranslation('door');
  const words = usePlaceWords();
  return useMemo(() => {
    const period = ({ letFrom, letTo }: DwellingRow) =>
      letFrom === null && letTo === null
        ? ''
        : t('dwelling.period', {
            from: letFrom ?? t('dwelling.openEnd'),
            to: letTo ?? t('dwelling.openEnd'),
          });
    return [
      {
        id: 'address',
        header: t('rentals.address'),
        width: 150,
        grow: 2,
        mayHide: false,
        cell: (row) => row.addressLine,
        text: (row) => row.addressLine,
      },
      {
        id: 'landlord',
        header: t('rentals.landlord'),
        width: 70,
        grow: 1,
        cell: (row) => <PersonName name={row.landlordName ?? ''} />,
        text: (row) => row.landlordName ?? '',
      },
      {
        id: 'phone',
        header: t('rentals.phone'),
        width: 108,
        cell: (row) => row.landlordPhoneMasked,
      },
      {
        id: 'rentalUse',
        header: words.field('rentalUse'),
        width: 76,
        cell: (row) => (row.rentalUse === null ? '' : words.rentalUse(row.rentalUse)),
      },
      { id: 'occupants', header: t('rentals.occupants'), width: 44, end: true, cell: (row) => row.occupants },
      {
        id: 'until',
        header: t('rentals.until'),
        width: 118,
        cell: ({ letTo }) =>
          letTo !== null && letTo < today ? (
            <Chip tone="amber">{t('rentals.over', { day: letTo })}</Chip>
          ) : (
            letTo
          ),
        text: period,
      },
      {
        id: 'pledge',
        header: t('rentals.pledge'),
        width: 84,
        cell: (row) =>
          row.pledgeOn === null ? (
            <Chip tone="amber">{t('dwelling.pledgeNone')}</Chip>
          ) : (
            <Chip tone="green">{t('rentals.signed')}</Chip>
          ),
      },
      {
        id: 'checked',
        header: t('rentals.checked'),
        width: 92,
        cell: (row) => row.safetyCheckedOn ?? <Chip tone="amber">{t('dwelling.unchecked')}</Chip>,
      },
      {
        id: 'verified',
        header: t('rentals.verified'),
        width: 96,
        cell: (row) => <FreshChip freshness={row.freshness} />,
      },
    ];
  }, [t, words, today]);
}
