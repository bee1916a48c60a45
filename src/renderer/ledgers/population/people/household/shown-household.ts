/** A field of a household and its value in words, as the history shows them. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { HOUSEHOLD_KINDS, householdFields } from '#shared/ledgers/population/households.ts';
import type { ShownFields } from '#renderer/record/history/shown-field.ts';
import { usePeopleWords } from '#renderer/ledgers/population/people/people-words.ts';

export function useShownHousehold(): ShownFields {
  const { t } = useTranslation('person');
  const words = usePeopleWords();
  return useMemo(() => {
    const names: Readonly<Record<string, string>> = {
      addressId: words.field('address'),
      kind: t('household.kind'),
      number: t('household.numberField'),
    };
    return {
      field: (name) => names[name] ?? null,
      value: (name, value) => {
        const kind = name === 'kind' ? HOUSEHOLD_KINDS.find((one) => one === value) : undefined;
        return kind === undefined ? null : words.kind(kind);
      },
      entered: (name) => name in householdFields,
    };
  }, [t, words]);
}
