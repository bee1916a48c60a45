import { useTranslation } from 'react-i18next';
import type { MediationExclusion } from '#shared/ledgers/disputes/questions.ts';
import { DigitChoice } from '#renderer/ui/fields/digit-choice.tsx';
import type { FormModel } from '#renderer/ui/form/form-model.ts';

/** `none` is an answer and has to be given; null: not answered yet. */
export type Excluded = MediationExclusion | 'none' | null;

export function exclusionsOf(excluded: Excluded): MediationExclusion[] {
  return excluded === null || excluded === 'none' ? [] : [excluded];
}

export interface ExclusionFieldProps {
  readonly form: Pick<FormModel<{ readonly excluded: Excluded }>, 'field'>;
  readonly of: readonly MediationExclusion[];
}

/** Whether anything rules mediation out: each is read, and that there is none is said. */
export function ExclusionField({ form, of }: ExclusionFieldProps) {
  const { t } = useTranslation(['disputeDeeds', 'disputes']);
  return (
    <DigitChoice<Exclude<Excluded, null>>
      {...form.field('excluded')}
      label={t('exclusion')}
      options={[
        ...of.map((code, index) => ({
          value: code,
          digit: String(index + 1),
          label: t(`disputes:exclusions.${code}`),
        })),
        { value: 'none', digit: '0', label: t('exclusionNone') },
      ]}
      autoFocus
    />
  );
}
