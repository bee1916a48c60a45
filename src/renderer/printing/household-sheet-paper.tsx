/** 入户核对表: of which building, with its people or blank. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOffice } from '#renderer/client/office.ts';
import { AddressField, type ChosenAddress } from '#renderer/pickers/address-field.tsx';
import { EmptyState } from '#renderer/ui/basic/empty-state.tsx';
import { CheckField } from '#renderer/ui/fields/check-field.tsx';
import { useMaking } from '#renderer/papers/use-making.ts';
import { PopulationPaper } from './population-paper.tsx';
import type { PrintingSearch } from './printing-parts.ts';
import styles from './printing.module.css';

export function HouseholdSheetPaper({ search: { address } }: { readonly search: PrintingSearch }) {
  const { t } = useTranslation('printing');
  const { queries } = useOffice();
  const making = useMaking();
  const [chosen, setChosen] = useState<ChosenAddress | null | undefined>(undefined);
  const [blank, setBlank] = useState(false);
  // Another screen led here with a building in hand.
  const given = useQuery(
    queries.addresses.open.queryOptions({ input: { id: address ?? '' }, enabled: address !== undefined }),
  );
  const start = given.data === undefined ? null : { id: given.data.id, line: given.data.line };
  const building = chosen === undefined ? start : chosen;
  return (
    <PopulationPaper
      paper="household-sheet"
      order={building === null ? null : { name: 'household-sheet', addressId: building.id, blank }}
      making={making}
      waiting={<EmptyState why={t('noBuilding')} />}
    >
      <AddressField
        name="building"
        label={t('building')}
        takes="any"
        value={building}
        onChange={(next) => {
          making.forget();
          setChosen(next);
        }}
      />
      <CheckField
        name="blank"
        label={t('blank')}
        hint={t('blankHint')}
        value={blank}
        onChange={(next) => {
          making.forget();
          setBlank(next);
        }}
      />
      <p className={styles.hint}>{t('maskedHint')}</p>
    </PopulationPaper>
  );
}
