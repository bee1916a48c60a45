/** Which of the eight, each with the articles it stands on. Who may decide it, and so who may be chosen next, follows. */
import { useTranslation } from 'react-i18next';
import { CATEGORIES, CATEGORY_CODES } from '#shared/ledgers/statutory/categories.ts';
import { DigitChoice } from '#renderer/ui/fields/digit-choice.tsx';
import type { FormModel } from '#renderer/ui/form/form-model.ts';
import type { EntryValues } from './entry-values.ts';
import styles from './entry.module.css';

export interface EntryFieldsProps {
  readonly form: FormModel<EntryValues>;
}

export function CategoryField({ form }: EntryFieldsProps) {
  const { t } = useTranslation(['statutoryEntry', 'statutory']);
  const { category } = form.values;
  return (
    <div className={styles.group}>
      <DigitChoice
        {...form.field('category')}
        label={t('statutory:fields.category')}
        onChange={(code) => {
          form.set('category', code);
          const { decidedBy } = CATEGORIES[code];
          const [only] = decidedBy;
          if (decidedBy.length === 1 && only !== undefined) form.set('issuerKind', only);
          else if (form.values.issuerKind !== null && !decidedBy.includes(form.values.issuerKind))
            form.set('issuerKind', null);
        }}
        options={CATEGORY_CODES.map((code, index) => ({
          value: code,
          digit: String(index + 1),
          label: t(`statutory:categories.${code}`),
          note: CATEGORIES[code].basis,
        }))}
        // What is renewed stays of its kind.
        disabled={form.values.renews !== null}
        autoFocus
      />
      {category !== null && (
        <p className={styles.approval}>{t(`approvals.${CATEGORIES[category].approval}`)}</p>
      )}
    </div>
  );
}
