/** The questions that have to be answered, in their order. None has an answer before somebody gave it. */
import { useTranslation } from 'react-i18next';
import { INJURIES, NATURES, type Question } from '#shared/ledgers/disputes/questions.ts';
import { DigitChoice } from '#renderer/ui/fields/digit-choice.tsx';
import type { FormModel } from '#renderer/ui/form/form-model.ts';
import { asksNature, type IntakeValues } from './intake-values.ts';
import styles from './intake.module.css';

export interface QuestionFieldsProps {
  readonly form: Pick<FormModel<Pick<IntakeValues, Question>>, 'values' | 'field'>;
  readonly autoFocus?: boolean;
}

export function QuestionFields({ form, autoFocus = false }: QuestionFieldsProps) {
  const { t } = useTranslation(['disputeIntake', 'disputes']);
  const yesNo = [
    { value: 'yes', digit: '1', label: t('disputes:yes') },
    { value: 'no', digit: '2', label: t('disputes:no') },
  ] as const;
  return (
    <>
      <DigitChoice
        {...form.field('danger')}
        label={t('questions.danger')}
        options={yesNo}
        autoFocus={autoFocus}
      />
      <DigitChoice
        {...form.field('injury')}
        label={t('questions.injury')}
        hint={t('injuryHint')}
        options={INJURIES.map((code, index) => ({
          value: code,
          digit: String(index + 1),
          label: t(`disputes:injuries.${code}`),
        }))}
      />
      <DigitChoice {...form.field('weapon')} label={t('questions.weapon')} options={yesNo} />
      <DigitChoice
        {...form.field('violence')}
        label={t('questions.violence')}
        hint={t('violenceHint')}
        options={yesNo}
      />
      <DigitChoice {...form.field('minor')} label={t('questions.minor')} options={yesNo} />
      {asksNature(form.values) ? (
        <DigitChoice
          {...form.field('nature')}
          label={t('questions.nature')}
          hint={t('natureHint')}
          options={NATURES.map((code, index) => ({
            value: code,
            digit: String(index + 1),
            label: t(`disputes:natures.${code}`),
          }))}
        />
      ) : (
        form.values.violence !== 'yes' && <p className={styles.soft}>{t('natureForced')}</p>
      )}
    </>
  );
}
