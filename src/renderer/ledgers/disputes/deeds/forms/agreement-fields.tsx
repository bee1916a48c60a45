/** What was agreed: the contents that article 184 asks of a written agreement. */
import { useTranslation } from 'react-i18next';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import {
  AGREEMENT_FORMS,
  agreementIssues,
  cleanAgreement,
  RECORD_TEXT_MAX,
  REQUEST_MAX,
  TERMS_MAX,
  type AgreementInput,
  type AgreementKind,
} from '#shared/ledgers/disputes/records.ts';
import { DayField } from '#renderer/ui/fields/day-field.tsx';
import { DigitChoice } from '#renderer/ui/fields/digit-choice.tsx';
import { TextAreaField, TextField } from '#renderer/ui/fields/text-field.tsx';
import type { FormModel } from '#renderer/ui/form/form-model.ts';

export interface AgreementValues {
  readonly form: (typeof AGREEMENT_FORMS)[number];
  readonly agreedOn: CalendarDay | null;
  readonly facts: string;
  readonly terms: string;
  readonly performBy: CalendarDay | null;
  readonly manner: string;
}

export function emptyAgreement(today: CalendarDay): AgreementValues {
  return { form: 'written', agreedOn: today, facts: '', terms: '', performBy: null, manner: '' };
}

export function toAgreement(values: AgreementValues): AgreementInput {
  const { form, agreedOn, facts, terms, performBy, manner } = values;
  return cleanAgreement({
    form,
    agreedOn: agreedOn ?? '',
    facts,
    terms,
    performBy: performBy ?? '',
    manner,
  });
}

/** What is wrong with it; a day that was not written is told as missing by the ledger's own rule. */
export function checkAgreement(
  values: AgreementValues,
  kind: AgreementKind,
  today: CalendarDay,
): FieldIssue[] {
  return agreementIssues(toAgreement(values), kind, today);
}

export interface AgreementFieldsProps {
  readonly form: Pick<FormModel<AgreementValues>, 'field' | 'unread' | 'values'>;
  readonly today: CalendarDay;
  /** Before the police an agreement is always written: then nothing is asked. */
  readonly mayBeOral: boolean;
}

export function AgreementFields({ form, today, mayBeOral }: AgreementFieldsProps) {
  const { t } = useTranslation(['disputeDeeds', 'disputes']);
  const written = form.values.form === 'written';
  return (
    <>
      {mayBeOral && (
        <DigitChoice
          {...form.field('form')}
          label={t('agreementForm')}
          options={AGREEMENT_FORMS.map((code, index) => ({
            value: code,
            digit: String(index + 1),
            label: t(`disputes:agreementForms.${code}`),
          }))}
        />
      )}
      <DayField
        {...form.field('agreedOn')}
        label={t('agreedOn')}
        today={today}
        required
        onUnread={(unread) => form.unread('agreedOn', unread)}
      />
      <TextAreaField
        {...form.field('facts')}
        label={t('facts')}
        hint={t('factsHint')}
        rows={3}
        maxLength={RECORD_TEXT_MAX + 50}
        required={written}
      />
      <TextAreaField
        {...form.field('terms')}
        label={t('terms')}
        rows={3}
        maxLength={TERMS_MAX + 50}
        required
      />
      <DayField
        {...form.field('performBy')}
        label={t('performBy')}
        today={today}
        required
        onUnread={(unread) => form.unread('performBy', unread)}
      />
      <TextField
        {...form.field('manner')}
        label={t('manner')}
        maxLength={REQUEST_MAX + 50}
        required={written}
      />
    </>
  );
}
