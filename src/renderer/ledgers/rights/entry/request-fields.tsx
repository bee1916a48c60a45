import { useTranslation } from 'react-i18next';
import { isCalendarDay, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { PERSON_NAME_MAX } from '#shared/kernel/person-name.ts';
import {
  answerDueOn,
  REQUEST_ARTICLES,
  REQUEST_KINDS,
  REQUEST_TEXT_MAX,
  REQUESTERS,
} from '#shared/ledgers/rights/requests.ts';
import { PersonField } from '#renderer/pickers/person-field.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { DayField } from '#renderer/ui/fields/day-field.tsx';
import { DigitChoice } from '#renderer/ui/fields/digit-choice.tsx';
import { PhoneField } from '#renderer/ui/fields/phone-field.tsx';
import { TextAreaField, TextField } from '#renderer/ui/fields/text-field.tsx';
import type { FormModel } from '#renderer/ui/form/form-model.ts';
import type { RequestValues } from './entry-values.ts';

export interface RequestFieldsProps {
  readonly form: FormModel<RequestValues>;
  readonly today: CalendarDay;
}

export function RequestFields({ form, today }: RequestFieldsProps) {
  const { t } = useTranslation('rights');
  const { kind, resident, receivedOn } = form.values;
  const options = <Code extends string>(codes: readonly Code[], words: (code: Code) => string) =>
    codes.map((value, index) => ({ value, label: words(value), digit: String(index + 1) }));
  return (
    <>
      <DigitChoice
        {...form.field('kind')}
        label={t('fields.kind')}
        options={options(REQUEST_KINDS, (code) => t(`kinds.${code}`))}
        {...(kind === null ? {} : { hint: t('record.article', { article: REQUEST_ARTICLES[kind] }) })}
        autoFocus
      />
      <PersonField
        {...form.field('resident')}
        label={t('fields.resident')}
        hint={t('form.residentHint')}
        except={null}
        onChange={(next) => {
          // Whoever asks for themselves is named once.
          if (next !== null && form.values.requester === 'self') form.set('name', next.name);
          form.set('resident', next);
        }}
        value={resident}
      />
      <DigitChoice
        {...form.field('requester')}
        label={t('fields.requester')}
        options={options(REQUESTERS, (code) => t(`requesters.${code}`))}
      />
      <TextField {...form.field('name')} label={t('fields.name')} maxLength={PERSON_NAME_MAX + 20} />
      <PhoneField {...form.field('phone')} label={t('fields.phone')} />
      <TextAreaField
        {...form.field('asks')}
        label={t('fields.asks')}
        hint={t('form.asksHint')}
        maxLength={REQUEST_TEXT_MAX + 50}
      />
      <DayField
        {...form.field('receivedOn')}
        label={t('fields.receivedOn')}
        today={today}
        onUnread={(unread) => form.unread('receivedOn', unread)}
      />
      {receivedOn !== null && isCalendarDay(receivedOn) && (
        <Notice tone="grey">{t('form.dueHint', { day: answerDueOn(receivedOn) })}</Notice>
      )}
    </>
  );
}
