/** The household at a door that somebody belongs to, or a new one. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { HouseholdRecord } from '#shared/contract/population/residents.ts';
import { useOffice } from '#renderer/client/office.ts';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';

/** Chosen instead of an id: the save makes one. */
export const NEW_HOUSEHOLD = 'new';

export interface HouseholdFieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly onBlur?: () => void;
  /** Null: not chosen yet. */
  readonly addressId: string | null;
  readonly error?: string | null;
}

export function HouseholdField({ addressId, ...field }: HouseholdFieldProps) {
  const { t } = useTranslation('people');
  const households = useHouseholdsAt(addressId);
  const words = (household: HouseholdRecord): string => {
    const count = household.members.length;
    const head = household.members[0];
    if (head !== undefined) return t('picker.householdOf', { head: head.name, count });
    if (household.number !== '') return t('picker.householdNumber', { number: household.number, count });
    return t('picker.householdEmpty');
  };
  return (
    <SelectField
      {...field}
      none={t('picker.noHousehold')}
      disabled={addressId === null}
      {...(addressId === null ? { hint: t('picker.householdHint') } : {})}
      options={[
        ...households.map((household) => ({ value: household.id, label: words(household) })),
        { value: NEW_HOUSEHOLD, label: t('picker.newHousehold') },
      ]}
    />
  );
}

const NONE: readonly HouseholdRecord[] = [];

export function useHouseholdsAt(addressId: string | null): readonly HouseholdRecord[] {
  const { queries } = useOffice();
  const at = useQuery(
    queries.households.at.queryOptions({
      input: { addressId: addressId ?? '' },
      enabled: addressId !== null,
    }),
  );
  return at.data ?? NONE;
}
