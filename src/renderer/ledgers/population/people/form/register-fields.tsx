/** Where somebody is registered, and the day they were told what is kept of them. */
import { useTranslation } from 'react-i18next';
import { DayField } from '#renderer/ui/fields/day-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { usePeopleWords } from '#renderer/ledgers/population/people/people-words.ts';
import type { PersonFieldsProps } from './person-fields.ts';

export function RegisterFields({ form, today, autoFocus = false }: PersonFieldsProps) {
  const { t } = useTranslation('personForm');
  const words = usePeopleWords();
  return (
    <>
      <TextField
        {...form.field('registerAddress')}
        label={words.field('registerAddress')}
        hint={t('registerHint')}
        maxLength={120}
        autoFocus={autoFocus}
      />
      <TextField
        {...form.field('registerDivision')}
        label={words.field('registerDivision')}
        hint={t('divisionHint')}
        maxLength={12}
        inputMode="numeric"
      />
      <DayField
        {...form.field('noticeGivenOn')}
        label={words.field('noticeGivenOn')}
        hint={t('noticeHint')}
        today={today}
        onUnread={(unread) => form.unread('noticeGivenOn', unread)}
      />
    </>
  );
}
