import { useTranslation } from 'react-i18next';
import { CheckField } from '#renderer/ui/fields/check-field.tsx';
import { usePeopleWords } from '#renderer/ledgers/population/people/people-words.ts';
import type { PersonFieldsProps } from './person-fields.ts';
import type { HiddenField } from './person-values.ts';

export interface DropFieldProps extends Pick<PersonFieldsProps, 'form'> {
  readonly field: HiddenField;
}

/** Deletes what a record keeps hidden: an empty field alone means that it stays. */
export function DropField({ form, field }: DropFieldProps) {
  const { t } = useTranslation('record');
  const words = usePeopleWords();
  const { dropped } = form.values;
  return (
    <CheckField
      name={`drop ${field}`}
      label={t('drop', { label: words.field(field) })}
      value={dropped.includes(field)}
      onChange={(is) =>
        form.set('dropped', is ? [...dropped, field] : dropped.filter((one) => one !== field))
      }
    />
  );
}
