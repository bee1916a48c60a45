/** What is entered of a unit, in three groups: what it is, who answers for it, and what kind of place. */
import { useTranslation } from 'react-i18next';
import type { UnitRow } from '#shared/contract/population/units.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { SMALL_PLACES, STAFF_BANDS, UNIT_TYPES } from '#shared/ledgers/population/units.ts';
import { DayField } from '#renderer/ui/fields/day-field.tsx';
import { DigitChoice } from '#renderer/ui/fields/digit-choice.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import type { FormModel } from '#renderer/ui/form/form-model.ts';
import { AddressField } from '#renderer/pickers/address-field.tsx';
import { KeptPhone } from '#renderer/record/kept-phone.tsx';
import { useUnitWords } from '#renderer/ledgers/population/units/units-words.ts';
import { CreditNote } from './credit-note.tsx';
import { maskedPhone, type UnitPhone, type UnitValues } from './unit-values.ts';

export interface UnitFieldsProps {
  readonly form: FormModel<UnitValues>;
  readonly today: CalendarDay;
  /** The record that is changed; null for a new one. What it hides is left as it is while its field stays empty. */
  readonly before: UnitRow | null;
}

export function BasicFields({ form }: UnitFieldsProps) {
  const { t } = useTranslation('units');
  const words = useUnitWords();
  const { values } = form;
  const address = form.field('addressId');
  return (
    <>
      <TextField {...form.field('name')} label={words.field('name')} maxLength={100} autoFocus />
      <div>
        <TextField
          {...form.field('creditCode')}
          label={words.field('creditCode')}
          hint={t('form.codeHint')}
          maxLength={30}
        />
        <CreditNote code={values.creditCode} />
      </div>
      <AddressField
        name="addressId"
        label={words.field('addressId')}
        takes="any"
        value={values.addressId === null ? null : { id: values.addressId, line: values.addressLine }}
        onChange={(chosen) => {
          form.set('addressId', chosen?.id ?? null);
          form.set('addressLine', chosen?.line ?? '');
        }}
        onBlur={address.onBlur}
        error={address.error}
        required
      />
      <SelectField
        {...form.field('type')}
        label={words.field('type')}
        onChange={(type) => form.set('type', type ?? values.type)}
        options={UNIT_TYPES.map((code) => ({ value: code, label: words.type(code) }))}
      />
    </>
  );
}

export function PeopleFields({ form, before }: UnitFieldsProps) {
  const { t } = useTranslation('units');
  const words = useUnitWords();
  return (
    <>
      <TextField {...form.field('keeperName')} label={words.field('keeperName')} maxLength={70} />
      <UnitPhoneField form={form} before={before} phone="keeperPhone" />
      <TextField {...form.field('securityName')} label={words.field('securityName')} maxLength={70} />
      <UnitPhoneField form={form} before={before} phone="securityPhone" />
      <TextField
        {...form.field('hours')}
        label={words.field('hours')}
        hint={t('form.hoursHint')}
        maxLength={60}
      />
      <DigitChoice
        {...form.field('staffBand')}
        label={words.field('staffBand')}
        onChange={(band) => form.set('staffBand', band)}
        options={STAFF_BANDS.map((code, index) => ({
          value: code,
          digit: String(index + 1),
          label: words.band(code),
        }))}
      />
    </>
  );
}

export function PlaceFields({ form, today }: UnitFieldsProps) {
  const { t } = useTranslation('units');
  const words = useUnitWords();
  return (
    <>
      <SelectField
        {...form.field('smallPlace')}
        label={words.field('smallPlace')}
        none={t('form.smallNone')}
        options={SMALL_PLACES.map((code) => ({ value: code, label: words.small(code) }))}
      />
      <DayField
        {...form.field('keySince')}
        label={words.field('keySince')}
        hint={t('form.keyHint')}
        today={today}
        onUnread={(unread) => form.unread('keySince', unread)}
      />
      <TextField
        {...form.field('keyDecision')}
        label={words.field('keyDecision')}
        hint={t('form.decisionHint')}
        maxLength={100}
      />
    </>
  );
}

function UnitPhoneField({
  form,
  before,
  phone,
}: Omit<UnitFieldsProps, 'today'> & { readonly phone: UnitPhone }) {
  const words = useUnitWords();
  const { dropped } = form.values;
  return (
    <KeptPhone
      {...form.field(phone)}
      label={words.field(phone)}
      masked={maskedPhone(before, phone)}
      dropped={dropped.includes(phone)}
      onDrop={(is) => form.set('dropped', is ? [...dropped, phone] : dropped.filter((one) => one !== phone))}
    />
  );
}
