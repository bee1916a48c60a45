/** Where and how somebody lives, and with whom. */
import { useTranslation } from 'react-i18next';
import { RELATION_CODES } from '#shared/ledgers/population/relations.ts';
import { HOUSING_CODES, RESIDENCE_TYPES } from '#shared/ledgers/population/residents.ts';
import { DayField } from '#renderer/ui/fields/day-field.tsx';
import { DigitChoice } from '#renderer/ui/fields/digit-choice.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { useOfferPick } from '#renderer/ui/keys/pick.ts';
import { AddressField, type ChosenAddress } from '#renderer/pickers/address-field.tsx';
import { HouseholdField } from '#renderer/ledgers/population/people/household-field.tsx';
import { usePeopleWords } from '#renderer/ledgers/population/people/people-words.ts';
import type { PersonFieldsProps } from './person-fields.ts';
import { Warned } from './warned.tsx';

export function HomeFields({ form, today, warnings, autoFocus = false }: PersonFieldsProps) {
  const { t } = useTranslation('personForm');
  const words = usePeopleWords();
  const { values } = form;
  const address = form.field('addressId');
  const stays = values.residenceType === 'temporary' || values.stayFrom !== null;
  const choose = (chosen: ChosenAddress | null) => {
    form.set('addressId', chosen?.id ?? null);
    form.set('addressLine', chosen?.line ?? '');
    // A household stays at its door.
    form.set('householdId', null);
  };
  useOfferPick({ takes: ['door'], pick: ({ id, words: line }) => choose({ id, line }) });
  return (
    <>
      <AddressField
        name="addressId"
        label={words.field('addressId')}
        value={values.addressId === null ? null : { id: values.addressId, line: values.addressLine }}
        onChange={choose}
        onBlur={address.onBlur}
        error={address.error}
        autoFocus={autoFocus}
        required
      />
      <DigitChoice
        {...form.field('residenceType')}
        label={words.field('residenceType')}
        onChange={(code) => form.set('residenceType', code)}
        options={RESIDENCE_TYPES.map((code, index) => ({
          value: code,
          digit: String(index + 1),
          label: words.residence(code),
        }))}
      />
      {stays && (
        <>
          <Warned warnings={warnings} field="stayFrom">
            <DayField
              {...form.field('stayFrom')}
              label={words.field('stayFrom')}
              today={today}
              onUnread={(unread) => form.unread('stayFrom', unread)}
            />
          </Warned>
          <Warned warnings={warnings} field="stayUntil">
            <DayField
              {...form.field('stayUntil')}
              label={words.field('stayUntil')}
              today={today}
              onUnread={(unread) => form.unread('stayUntil', unread)}
            />
          </Warned>
        </>
      )}
      <SelectField
        {...form.field('housing')}
        label={words.field('housing')}
        none={t('housingNone')}
        options={HOUSING_CODES.map((code) => ({ value: code, label: words.housing(code) }))}
      />
      <HouseholdField
        {...form.field('householdId')}
        label={words.field('household')}
        addressId={values.addressId}
      />
      {values.householdId !== null && (
        <SelectField
          {...form.field('relation')}
          label={words.field('relation')}
          none={t('relationNone')}
          options={RELATION_CODES.map((code) => ({ value: code, label: words.relation(code) }))}
        />
      )}
    </>
  );
}
