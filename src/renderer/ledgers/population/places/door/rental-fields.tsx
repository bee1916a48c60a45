/** What a landlord has to say of a home that is let: 治安管理处罚法 68. */
import { useTranslation } from 'react-i18next';
import type { DwellingRow } from '#shared/contract/population/addresses.ts';
import { RENTAL_LAW, RENTAL_USES } from '#shared/ledgers/population/dwellings.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { DayField } from '#renderer/ui/fields/day-field.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import type { FormModel } from '#renderer/ui/form/form-model.ts';
import { usePlaceWords } from '#renderer/ledgers/population/places/places-words.ts';
import shared from '#renderer/record/record.module.css';
import { DwellingPhoneField } from './dwelling-phone-field.tsx';
import type { DwellingValues } from './dwelling-values.ts';

export interface RentalFieldsProps {
  readonly form: FormModel<DwellingValues>;
  readonly row: DwellingRow | null;
}

const HINTS = { pledgeOn: 'pledgeHint', safetyCheckedOn: 'checkHint' } as const;

export function RentalFields({ form, row }: RentalFieldsProps) {
  const { t } = useTranslation('door');
  const words = usePlaceWords();
  const today = useOfficeDay();
  return (
    <>
      <p className={shared.basis}>{t('dwelling.basis', { law: RENTAL_LAW })}</p>
      <TextField
        {...form.field('landlordName')}
        label={words.field('landlordName')}
        maxLength={70}
        required
      />
      <DwellingPhoneField form={form} row={row} phone="landlordPhone" />
      <SelectField
        {...form.field('rentalUse')}
        label={words.field('rentalUse')}
        none={t('dwelling.rentalUseNone')}
        options={RENTAL_USES.map((code) => ({ value: code, label: words.rentalUse(code) }))}
      />
      <TextField
        {...form.field('occupants')}
        label={words.field('occupants')}
        hint={t('dwelling.occupantsHint')}
        inputMode="numeric"
        maxLength={3}
      />
      {(['letFrom', 'letTo', 'pledgeOn', 'safetyCheckedOn'] as const).map((field) => (
        <DayField
          key={field}
          {...form.field(field)}
          label={words.field(field)}
          {...(field === 'pledgeOn' || field === 'safetyCheckedOn'
            ? { hint: t(`dwelling.${HINTS[field]}`) }
            : {})}
          today={today}
          onUnread={(unread) => form.unread(field, unread)}
        />
      ))}
      <TextField {...form.field('agentName')} label={words.field('agentName')} maxLength={70} />
      <DwellingPhoneField form={form} row={row} phone="agentPhone" />
    </>
  );
}
