/** The fields of a visit. The quick path comes first: name, matter, phone; the rest may follow. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { BODIES, matterOf, MATTERS, NAME_MAX, RESULTS, SUMMARY_MAX } from '#shared/ledgers/visitors.ts';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { CheckField } from '#renderer/ui/fields/check-field.tsx';
import { DayField } from '#renderer/ui/fields/day-field.tsx';
import { DigitChoice } from '#renderer/ui/fields/digit-choice.tsx';
import { NumberField } from '#renderer/ui/fields/number-field.tsx';
import { PhoneField } from '#renderer/ui/fields/phone-field.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { TextAreaField, TextField } from '#renderer/ui/fields/text-field.tsx';
import type { FormModel } from '#renderer/ui/form/form-model.ts';
import { asksBody, mayCheckPapers, mayKeep, type VisitValues } from './visit-form.ts';
import styles from '#renderer/ledgers/visitors/visitors.module.css';

export interface VisitFieldsProps {
  readonly form: FormModel<VisitValues>;
  readonly today: CalendarDay;
}

/** Who came: empty means anonymous, and says so. */
export function NameField({ form, autoFocus = false }: VisitFieldsProps & { readonly autoFocus?: boolean }) {
  const { t } = useTranslation('visitors');
  const empty = form.values.name.trim() === '';
  return (
    <TextField
      {...form.field('name')}
      label={t('fields.name')}
      hint={t('quick.nameHint')}
      maxLength={NAME_MAX + 20}
      autoFocus={autoFocus}
      {...(empty ? { aside: t('noName') } : {})}
    />
  );
}

export function MatterField({ form }: VisitFieldsProps) {
  const { t } = useTranslation('visitors');
  const options = useMemo(
    () => MATTERS.map(({ code, digit }) => ({ value: code, digit, label: t(`matters.${code}`) })),
    [t],
  );
  const { matter } = form.values;
  return (
    <div>
      <DigitChoice {...form.field('matter')} label={t('fields.matter')} options={options} required />
      <p className={styles.basis}>
        {matter === null ? '' : t('quick.basis', { basis: matterOf(matter).basis })}
      </p>
    </div>
  );
}

export function ContactFields({ form }: VisitFieldsProps) {
  const { t } = useTranslation('visitors');
  return <PhoneField {...form.field('phone')} label={t('fields.phone')} hint={t('quick.phoneHint')} />;
}

/** Stands where name, phone and summary would be, for what is passed on and not kept. */
export function NotKept() {
  const { t } = useTranslation('visitors');
  return (
    <Notice tone="violet">
      <strong>{t('quick.notKeptTitle')}</strong> {t('quick.notKept')}
    </Notice>
  );
}

export function DetailFields({ form }: VisitFieldsProps) {
  const { t } = useTranslation('visitors');
  return (
    <>
      {mayKeep(form.values) && (
        <TextAreaField
          {...form.field('summary')}
          label={t('fields.summary')}
          rows={2}
          maxLength={SUMMARY_MAX + 50}
        />
      )}
      <NumberField {...form.field('people')} label={t('fields.people')} min={1} max={99} />
      {mayCheckPapers(form.values.matter) && (
        <CheckField
          {...form.field('papersChecked')}
          label={t('fields.papersChecked')}
          hint={t('quick.papersHint')}
        />
      )}
    </>
  );
}

export function HandlingFields({ form, today }: VisitFieldsProps) {
  const { t } = useTranslation('visitors');
  return (
    <>
      <SelectField
        {...form.field('result')}
        label={t('fields.result')}
        hint={t('quick.resultHint')}
        none={t('quick.noneChosen')}
        options={RESULTS.map((code) => ({ value: code, label: t(`results.${code}`) }))}
      />
      {asksBody(form.values.result) && (
        <SelectField
          {...form.field('referredTo')}
          label={t('fields.referredTo')}
          none={t('quick.noBody')}
          options={BODIES.map((code) => ({ value: code, label: t(`bodies.${code}`) }))}
          required
        />
      )}
      <DayField
        {...form.field('promisedOn')}
        label={t('fields.promisedOn')}
        hint={t('quick.promisedHint')}
        today={today}
        required={form.values.result === 'appointment'}
        onUnread={(unread) => form.unread('promisedOn', unread)}
      />
    </>
  );
}
