/** The fields of one party. The name comes first and is often all; the rest stands folded until it is wanted. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundPerson } from '#shared/contract/population/search.ts';
import { PARTY_ADDRESS_MAX, REPRESENTATIVES } from '#shared/ledgers/disputes/parties.ts';
import { PERSON_NAME_MAX } from '#shared/kernel/person-name.ts';
import { SEXES } from '#shared/ledgers/population/residents.ts';
import { useOffice } from '#renderer/client/office.ts';
import { KnownPersonField } from '#renderer/pickers/known-person-field.tsx';
import { CheckField } from '#renderer/ui/fields/check-field.tsx';
import { DigitChoice } from '#renderer/ui/fields/digit-choice.tsx';
import { PhoneField } from '#renderer/ui/fields/phone-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import type { FormModel } from '#renderer/ui/form/form-model.ts';
import { useDisputeWords } from '#renderer/ledgers/disputes/dispute-words.ts';
import { isMinor, type PartyValues } from './party-values.ts';

/** Where the values of the party stand in a form: a list has them at `parties.1`, a form of its own at ''. */
export interface PartyAt {
  readonly values: PartyValues;
  /** A function is asked for what changes when its turn comes: it may come later than what was typed meanwhile. */
  readonly change: (part: Partial<PartyValues> | ((now: PartyValues) => Partial<PartyValues>)) => void;
  readonly part: FormModel<object>['part'];
  readonly path: string;
}

export interface PartyNameFieldProps extends PartyAt {
  readonly label: string;
  readonly hint?: string;
  readonly required: boolean;
  readonly autoFocus?: boolean;
}

export function PartyNameField({ values, change, part, path, ...field }: PartyNameFieldProps) {
  const { t } = useTranslation('disputeIntake');
  const { client } = useOffice();
  const take = (person: FoundPerson) => {
    const { id, name, sex, age, place, addressId } = person;
    change({ residentId: id, name, sex, age: age === null ? '' : String(age), address: place });
    // The place of an offer ends at the entrance; a paper wants the door.
    client.addresses.open({ id: addressId }).then(
      ({ line }) =>
        change((now) => (now.residentId === id && now.address === place ? { address: line } : {})),
      () => undefined,
    );
  };
  return (
    <KnownPersonField
      {...field}
      {...part(`${path}name`)}
      value={values.name}
      onChange={(name) => change({ name, residentId: null })}
      onTake={take}
      maxLength={PERSON_NAME_MAX + 20}
      {...(values.residentId === null ? {} : { aside: t('known') })}
    />
  );
}

export interface PartyDetailFieldsProps extends PartyAt {
  /** What an empty phone means. */
  readonly phoneHint?: string;
  /** Instead of the fields for phones, where a record keeps them already. */
  readonly phones?: { readonly phone: ReactNode; readonly representativePhone: ReactNode };
}

export function PartyDetailFields({ values, change, part, path, phoneHint, phones }: PartyDetailFieldsProps) {
  const { t } = useTranslation(['disputeIntake', 'disputes']);
  const words = useDisputeWords();
  return (
    <>
      {phones?.phone ?? (
        <PhoneField
          {...part(`${path}phone`)}
          label={words.partyField('phone')}
          value={values.phone}
          onChange={(phone) => change({ phone })}
          {...(phoneHint === undefined ? {} : { hint: phoneHint })}
        />
      )}
      <TextField
        {...part(`${path}address`)}
        label={words.partyField('address')}
        value={values.address}
        onChange={(address) => change({ address })}
        maxLength={PARTY_ADDRESS_MAX + 20}
      />
      <DigitChoice
        {...part(`${path}sex`)}
        label={words.partyField('sex')}
        value={values.sex}
        onChange={(sex) => change({ sex })}
        options={SEXES.filter((code) => code !== '9').map((code) => ({
          value: code,
          digit: code,
          label: t(`disputes:sexes.${code}`),
        }))}
      />
      <TextField
        {...part(`${path}age`)}
        label={words.partyField('age')}
        value={values.age}
        onChange={(age) => change({ age })}
        hint={t('ageHint')}
        inputMode="numeric"
        maxLength={3}
      />
      <MinorFields {...{ values, change, part, path }} phone={phones?.representativePhone} />
    </>
  );
}

function MinorFields({ values, change, part, path, phone }: PartyAt & { readonly phone: ReactNode }) {
  const { t } = useTranslation(['disputeIntake', 'disputes']);
  const words = useDisputeWords();
  const minor = isMinor(values);
  return (
    <>
      {values.age === '' && (
        <CheckField
          {...part(`${path}minor`)}
          label={words.partyField('minor')}
          value={values.minor}
          onChange={(is) => change({ minor: is })}
        />
      )}
      <DigitChoice
        {...part(`${path}representative`)}
        label={words.partyField('representative')}
        value={values.representative ?? 'none'}
        onChange={(code) => change({ representative: REPRESENTATIVES.find((one) => one === code) ?? null })}
        required={minor}
        options={[
          { value: 'none', digit: '1', label: t('representativeNone') },
          ...REPRESENTATIVES.map((code, index) => ({
            value: code,
            digit: String(index + 2),
            label: t(`disputes:representatives.${code}`),
          })),
        ]}
      />
      {values.representative !== null && (
        <>
          <TextField
            {...part(`${path}representativeName`)}
            label={words.partyField('representativeName')}
            value={values.representativeName}
            onChange={(representativeName) => change({ representativeName })}
            maxLength={PERSON_NAME_MAX + 20}
            required
          />
          {phone ?? (
            <PhoneField
              {...part(`${path}representativePhone`)}
              label={words.partyField('representativePhone')}
              value={values.representativePhone}
              onChange={(representativePhone) => change({ representativePhone })}
            />
          )}
        </>
      )}
    </>
  );
}
