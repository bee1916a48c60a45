import { useTranslation } from 'react-i18next';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import type { FormModel } from '#renderer/ui/form/form-model.ts';
import { useOfficers } from '#renderer/client/staff.ts';

export interface OfficerFieldProps {
  readonly form: Pick<FormModel<{ readonly officer: string | null }>, 'field'>;
}

/** Who owns the matter from the next step on. */
export function OfficerField({ form }: OfficerFieldProps) {
  const { t } = useTranslation('disputeDeeds');
  const officers = useOfficers();
  return (
    <SelectField
      {...form.field('officer')}
      label={t('officer')}
      hint={t('officerWhy')}
      none={t('choose')}
      options={officers.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
