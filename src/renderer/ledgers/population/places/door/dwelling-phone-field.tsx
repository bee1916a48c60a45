/** One of the phones of a dwelling, which the form knows only masked. */
import type { DwellingRow } from '#shared/contract/population/addresses.ts';
import type { FormModel } from '#renderer/ui/form/form-model.ts';
import { usePlaceWords } from '#renderer/ledgers/population/places/places-words.ts';
import { KeptPhone } from '#renderer/record/kept-phone.tsx';
import { maskedPhone, type DwellingPhone, type DwellingValues } from './dwelling-values.ts';

export interface DwellingPhoneFieldProps {
  readonly form: FormModel<DwellingValues>;
  readonly row: DwellingRow | null;
  readonly phone: DwellingPhone;
}

export function DwellingPhoneField({ form, row, phone }: DwellingPhoneFieldProps) {
  const words = usePlaceWords();
  const { dropped } = form.values;
  return (
    <KeptPhone
      {...form.field(phone)}
      label={words.field(phone)}
      masked={maskedPhone(row, phone)}
      dropped={dropped.includes(phone)}
      onDrop={(is) => form.set('dropped', is ? [...dropped, phone] : dropped.filter((one) => one !== phone))}
    />
  );
}
