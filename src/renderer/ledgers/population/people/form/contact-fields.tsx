/** How somebody is reached. A further phone is only asked for once there is one before it. */
import { useTranslation } from 'react-i18next';
import { PHONES } from '#shared/ledgers/population/residents.ts';
import { CheckField } from '#renderer/ui/fields/check-field.tsx';
import { PhoneField } from '#renderer/ui/fields/phone-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { usePeopleWords } from '#renderer/ledgers/population/people/people-words.ts';
import { DropField } from './drop-field.tsx';
import type { PersonFieldsProps } from './person-fields.ts';

export function ContactFields({ form, before, autoFocus = false }: PersonFieldsProps) {
  const { t } = useTranslation(['personForm', 'record']);
  const words = usePeopleWords();
  const { values } = form;
  const kept = before?.phonesMasked ?? [];
  const last = PHONES.findLastIndex((field, index) => values[field].trim() !== '' || index < kept.length);
  const contactMasked = before?.emergencyContactMasked ?? null;
  return (
    <>
      {PHONES.slice(0, last + 2).map((field, index) => {
        const masked = kept[index];
        const hint = masked !== undefined ? t('record:keep', { masked }) : index === 0 ? t('phoneHint') : '';
        return (
          <div key={field}>
            <PhoneField
              {...form.field(field)}
              label={words.field(field)}
              hint={hint}
              autoFocus={autoFocus && index === 0}
              disabled={values.dropped.includes(field)}
            />
            {masked !== undefined && <DropField form={form} field={field} />}
          </div>
        );
      })}
      <CheckField
        {...form.field('emergencyConsent')}
        label={words.field('emergencyConsent')}
        hint={t('contactHint')}
      />
      {values.emergencyConsent && (
        <TextField
          {...form.field('emergencyContact')}
          label={words.field('emergencyContact')}
          maxLength={80}
          hint={contactMasked === null ? '' : t('record:keep', { masked: contactMasked })}
        />
      )}
    </>
  );
}
