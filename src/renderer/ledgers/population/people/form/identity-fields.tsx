/** Who somebody is. Only the name is asked of everybody; the number says the rest where there is one. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ID_TYPES, isChild } from '#shared/ledgers/population/residents.ts';
import { DayField } from '#renderer/ui/fields/day-field.tsx';
import { DigitChoice } from '#renderer/ui/fields/digit-choice.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { PersonField } from '#renderer/pickers/person-field.tsx';
import { usePeopleWords } from '#renderer/ledgers/population/people/people-words.ts';
import { NumberNote } from './number-note.tsx';
import type { PersonFieldsProps } from './person-fields.ts';
import { Warned } from './warned.tsx';

const KNOWN_SEXES = ['1', '2', '9'] as const;

export function IdentityFields({ form, today, warnings, before, autoFocus = false }: PersonFieldsProps) {
  const { t } = useTranslation(['personForm', 'record']);
  const words = usePeopleWords();
  const [left, setLeft] = useState(false);
  const { values } = form;
  const number = form.field('idNumber');
  const sex = form.field('sex');
  const hidden = before?.idMasked ?? null;
  const child = before?.age == null ? isChild(values.birthDate, today) : before.age < 14;
  return (
    <>
      <TextField
        {...form.field('name')}
        label={words.field('name')}
        maxLength={80}
        autoFocus={autoFocus}
        required
      />
      <SelectField
        {...form.field('idType')}
        label={words.field('idType')}
        onChange={(idType) => form.set('idType', idType ?? 'none')}
        options={ID_TYPES.map((code) => ({ value: code, label: words.idType(code) }))}
      />
      {values.idType !== 'none' && (
        <div>
          <TextField
            {...number}
            label={words.field('idNumber')}
            onBlur={() => {
              setLeft(true);
              number.onBlur();
            }}
            hint={hidden === null ? t('numberHint') : t('record:keep', { masked: hidden })}
            maxLength={40}
            required={hidden === null}
          />
          <NumberNote values={values} today={today} left={left} />
        </div>
      )}
      <Warned warnings={warnings} field="sex">
        <DigitChoice
          {...sex}
          label={words.field('sex')}
          value={values.sex === '0' ? null : values.sex}
          onChange={(code) => form.set('sex', code)}
          options={KNOWN_SEXES.map((code) => ({ value: code, digit: code, label: words.sex(code) }))}
        />
      </Warned>
      <Warned warnings={warnings} field="birthDate">
        <DayField
          {...form.field('birthDate')}
          label={words.field('birthDate')}
          hint={before?.birthMonth == null ? t('birthHint') : t('record:keep', { masked: before.birthMonth })}
          today={today}
          onUnread={(unread) => form.unread('birthDate', unread)}
        />
      </Warned>
      {(child || values.guardianId !== null) && (
        <Warned warnings={warnings} field="guardianId">
          <PersonField
            name="guardianId"
            label={words.field('guardianId')}
            value={values.guardianId === null ? null : { id: values.guardianId, name: values.guardianName }}
            onChange={(guardian) => {
              form.set('guardianId', guardian?.id ?? null);
              form.set('guardianName', guardian?.name ?? '');
            }}
            except={before?.id ?? null}
            error={form.field('guardianId').error}
          />
        </Warned>
      )}
      <TextField
        {...form.field('otherName')}
        label={words.field('otherName')}
        hint={t('otherNameHint')}
        maxLength={80}
      />
    </>
  );
}
