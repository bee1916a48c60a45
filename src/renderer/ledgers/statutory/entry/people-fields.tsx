/** Who it is about, who leads, and who is protected: names and phones, and never where a protected person lives. */
import { useTranslation } from 'react-i18next';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { PERSON_NAME_MAX } from '#shared/kernel/person-name.ts';
import { CATEGORIES } from '#shared/ledgers/statutory/categories.ts';
import { BODY_NAME_MAX } from '#shared/ledgers/statutory/entry.ts';
import { KnownPersonField } from '#renderer/pickers/known-person-field.tsx';
import { DayField } from '#renderer/ui/fields/day-field.tsx';
import { PhoneField } from '#renderer/ui/fields/phone-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import type { EntryFieldsProps } from './category-field.tsx';
import styles from './entry.module.css';

export interface DatedFieldsProps extends EntryFieldsProps {
  readonly today: CalendarDay;
}

export function PersonFields({ form, today }: DatedFieldsProps) {
  const { t } = useTranslation(['statutoryEntry', 'statutory']);
  return (
    <>
      <KnownPersonField
        {...form.field('name')}
        label={t('statutory:fields.name')}
        hint={t('whoHint')}
        onChange={(name) => {
          form.set('name', name);
          form.set('residentId', null);
        }}
        onTake={({ id, name }) => {
          form.set('name', name);
          form.set('residentId', id);
        }}
        maxLength={PERSON_NAME_MAX + 20}
        {...(form.values.residentId === null ? {} : { aside: t('known') })}
      />
      <DayField
        {...form.field('birthDate')}
        label={t('statutory:fields.birthDate')}
        hint={t('birthHint')}
        today={today}
        onUnread={(unread) => form.unread('birthDate', unread)}
      />
    </>
  );
}

export function LeadFields({ form }: EntryFieldsProps) {
  const { t } = useTranslation(['statutoryEntry', 'statutory']);
  return (
    <>
      <h3 className={styles.divider}>{t('lead')}</h3>
      <TextField
        {...form.field('leadBody')}
        label={t('statutory:fields.leadBody')}
        maxLength={BODY_NAME_MAX + 20}
      />
      <div className={styles.pair}>
        <TextField
          {...form.field('leadContact')}
          label={t('statutory:fields.leadContact')}
          maxLength={PERSON_NAME_MAX + 20}
        />
        <PhoneField {...form.field('leadPhone')} label={t('statutory:fields.leadPhone')} />
      </div>
    </>
  );
}

export function ProtectedFields({ form }: EntryFieldsProps) {
  const { t } = useTranslation(['statutoryEntry', 'statutory']);
  const { category } = form.values;
  if (category === null || !CATEGORIES[category].protects) return null;
  return (
    <>
      <h3 className={styles.divider}>{t('protected')}</h3>
      <p className={styles.soft}>{t('protectedNote')}</p>
      <div className={styles.pair}>
        <TextField
          {...form.field('protectedName')}
          label={t('statutory:fields.protectedName')}
          maxLength={PERSON_NAME_MAX + 20}
        />
        <PhoneField {...form.field('protectedPhone')} label={t('statutory:fields.protectedPhone')} />
      </div>
    </>
  );
}
