/** Before a record that came from a spreadsheet is saved: what it says now, and what it will say. */
import { useTranslation } from 'react-i18next';
import type { ResidentRow } from '#shared/contract/population/residents.ts';
import type { PersonValues } from '#renderer/ledgers/population/people/form/person-values.ts';
import { usePeopleWords } from '#renderer/ledgers/population/people/people-words.ts';
import { useShownFields } from '#renderer/ledgers/population/people/record/shown-fields.ts';
import styles from '#renderer/ledgers/population/people/record/record.module.css';
import { changedFields } from './amend-values.ts';

export interface WhatChangesProps {
  readonly values: PersonValues;
  readonly began: ResidentRow;
}

export function WhatChanges({ values, began }: WhatChangesProps) {
  const { t } = useTranslation(['person', 'history']);
  const words = usePeopleWords();
  const show = useShownFields();
  const changes = changedFields(values, began);
  if (changes.length === 0) return null;
  const text = (field: string, value: string | boolean | null): string => {
    if (value === null || value === '') return t('history:empty');
    if (typeof value === 'boolean') return t(value ? 'history:yes' : 'history:no');
    return show.value(field, value) ?? value;
  };
  return (
    <section className={styles.whatChanges} aria-label={t('record.whatChanges')}>
      <p>{t('record.whatChanges')}</p>
      <ul>
        {changes.map(({ field, before, after }) => (
          <li key={field}>
            {words.field(field)}:{' '}
            {before === undefined ? t('record.hidden') : <del>{text(field, before)}</del>} →{' '}
            <strong>{text(field, after)}</strong>
          </li>
        ))}
      </ul>
    </section>
  );
}
