/** Where something happened: an address of the tree where it is one, else the words as they were typed. */
import { useTranslation } from 'react-i18next';
import type { FoundAddress } from '#shared/contract/population/search.ts';
import type { FieldProps } from '#renderer/ui/fields/field-props.tsx';
import { SuggestField } from '#renderer/ui/fields/suggest-field.tsx';
import { isShort } from './is-short.ts';
import { useFind } from './use-find.ts';

export interface KnownPlaceFieldProps extends FieldProps<string> {
  /** An address was taken from the offers; typing anything else afterwards is another place. */
  readonly onTake: (address: FoundAddress) => void;
  readonly maxLength: number;
  readonly aside?: string;
}

export function KnownPlaceField({ onTake, ...field }: KnownPlaceFieldProps) {
  const { t } = useTranslation('pickers');
  const typed = field.value.trim();
  const { found, looking } = useFind(typed.slice(0, 60));
  const addresses = found?.addresses ?? [];
  return (
    <SuggestField
      {...field}
      suggestions={addresses.map(({ id, line, alias }) => ({
        id,
        text: line,
        words: alias === null ? line : `${line}（${alias}）`,
      }))}
      onTake={(id) => {
        const address = addresses.find((one) => one.id === id);
        if (address !== undefined) onTake(address);
      }}
      looking={typed !== '' && looking}
      isShort={isShort(typed)}
      asTyped={t('asTyped', { typed })}
      listName={t('results')}
    />
  );
}
