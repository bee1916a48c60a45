import { useTranslation } from 'react-i18next';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { PERSON_NAME_MAX } from '#shared/kernel/person-name.ts';
import { CARE_CONTACTS, CONSENT_BY, HELP_OF, type CareCode } from '#shared/ledgers/care/care.ts';
import { PersonField } from '#renderer/pickers/person-field.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { CheckField } from '#renderer/ui/fields/check-field.tsx';
import { DayField } from '#renderer/ui/fields/day-field.tsx';
import { DigitChoice } from '#renderer/ui/fields/digit-choice.tsx';
import { PhoneField } from '#renderer/ui/fields/phone-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import type { FormModel } from '#renderer/ui/form/form-model.ts';
import { helpFor, type CareValues } from './entry-values.ts';

export interface CareFieldsProps {
  readonly form: FormModel<CareValues>;
  readonly today: CalendarDay;
  readonly offered: readonly CareCode[];
}

/** In the order of the paper. */
export function CareFields({ form, today, offered }: CareFieldsProps) {
  const { t } = useTranslation('care');
  const { category } = form.values;
  const options = <Code extends string>(codes: readonly Code[], words: (code: Code) => string) =>
    codes.map((value, index) => ({ value, label: words(value), digit: String(index + 1) }));
  return (
    <>
      <PersonField {...form.field('person')} label={t('form.person')} except={null} autoFocus />
      <DigitChoice
        {...form.field('category')}
        label={t('fields.category')}
        hint={t('form.categoryHint')}
        options={options(offered, (code) => t(`categories.${code}`))}
        onChange={(next) => {
          form.set('category', next);
          form.set('help', helpFor(next, form.values.help));
        }}
      />
      {category !== null && (
        <DigitChoice
          {...form.field('help')}
          label={t('fields.help')}
          options={options(HELP_OF[category], (code) => t(`help.${code}`))}
        />
      )}
      <DigitChoice
        {...form.field('consentBy')}
        label={t('fields.consentBy')}
        hint={t('form.guardianHint')}
        options={options(CONSENT_BY, (code) => t(`consentBys.${code}`))}
      />
      {form.values.consentBy === 'guardian' && (
        <TextField
          {...form.field('guardianName')}
          label={t('fields.guardianName')}
          maxLength={PERSON_NAME_MAX + 20}
          required
        />
      )}
      <DayField
        {...form.field('signedOn')}
        label={t('fields.signedOn')}
        hint={t('form.signedHint')}
        today={today}
        onUnread={(unread) => form.unread('signedOn', unread)}
      />
      <DigitChoice
        {...form.field('contact')}
        label={t('fields.contact')}
        options={options(CARE_CONTACTS, (code) => t(`contacts.${code}`))}
      />
      <TextField
        {...form.field('contactName')}
        label={t('fields.contactName')}
        maxLength={PERSON_NAME_MAX + 20}
      />
      <PhoneField {...form.field('contactPhone')} label={t('fields.contactPhone')} />
      <DeskLineField form={form} />
      <Notice tone="grey">{t('form.after')}</Notice>
    </>
  );
}

/** Shows the very sentence, with the name and the phone that stand above. */
function DeskLineField({ form }: Pick<CareFieldsProps, 'form'>) {
  const { t } = useTranslation(['care', 'personDesk']);
  const { contactName, contactPhone, deskLine } = form.values;
  const line = t('personDesk:line', {
    name: contactName.trim() === '' ? t('form.unnamed') : contactName.trim(),
    phone: contactPhone.trim() === '' ? t('form.unphoned') : contactPhone.trim(),
  });
  return (
    <CheckField
      {...form.field('deskLine')}
      label={t('fields.deskLine')}
      hint={deskLine ? t('form.deskLineHint', { line }) : t('form.deskLineOff')}
    />
  );
}
