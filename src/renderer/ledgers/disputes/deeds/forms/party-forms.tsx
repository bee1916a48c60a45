/** A party is added, put right, or taken off where they were written down by mistake. */
import { useTranslation } from 'react-i18next';
import type { PartyRow } from '#shared/contract/disputes/disputes.ts';
import { partyIssues, SIDES } from '#shared/ledgers/disputes/parties.ts';
import { useOffice } from '#renderer/client/office.ts';
import { keptPhone, KeptPhone } from '#renderer/record/kept-phone.tsx';
import { DigitChoice } from '#renderer/ui/fields/digit-choice.tsx';
import type { FormModel } from '#renderer/ui/form/form-model.ts';
import { useDisputeWords } from '#renderer/ledgers/disputes/dispute-words.ts';
import {
  PartyDetailFields,
  PartyNameField,
  type PartyAt,
} from '#renderer/ledgers/disputes/party/party-fields.tsx';
import { emptyParty, toParty, type PartyValues } from '#renderer/ledgers/disputes/party/party-values.ts';
import { DeedForm, type DeedProps } from '#renderer/ledgers/disputes/deeds/deed-form.tsx';
import { ReasonDeed } from './plain-forms.tsx';

export function AddParty(props: DeedProps) {
  const { client } = useOffice();
  const { violence } = props.dispute.answers;
  const taken = props.dispute.partyRows.map(({ side }) => side);
  const free = SIDES.find((side) => !taken.includes(side)) ?? 'a';
  return (
    <DeedForm<PartyValues>
      {...props}
      deed="addParty"
      initial={emptyParty(taken.includes('b') ? 'a' : free)}
      required={['name']}
      check={(values) => partyIssues(toParty(values), { violence })}
      send={(change, values) => client.disputes.addParty({ ...change, party: toParty(values) })}
    >
      {(form) => (
        <>
          <SideField form={form} />
          <NameField form={form} />
          <PartyDetailFields {...partyAt(form)} />
        </>
      )}
    </DeedForm>
  );
}

interface AmendedValues extends PartyValues {
  readonly dropPhone: boolean;
  readonly dropRepresentativePhone: boolean;
}

export function AmendParty({ party, ...props }: DeedProps & { readonly party: PartyRow }) {
  const { client } = useOffice();
  const words = useDisputeWords();
  const { violence } = props.dispute.answers;
  return (
    <DeedForm<AmendedValues>
      {...props}
      deed="amendParty"
      initial={{
        side: party.side,
        residentId: party.residentId,
        name: party.name,
        sex: party.sex,
        age: party.age === null ? '' : String(party.age),
        minor: party.minor,
        phone: '',
        address: party.address,
        representative: party.representative,
        representativeName: party.representativeName ?? '',
        representativePhone: '',
        dropPhone: false,
        dropRepresentativePhone: false,
      }}
      required={['name']}
      // A minor's name is known here only shortened: it is not held to the rules of a name.
      check={(values) =>
        partyIssues(toParty(values), { violence }).filter(
          ({ field }) => field !== 'name' || values.name !== party.name,
        )
      }
      send={(_change, values) => {
        const { phone: _phone, representativePhone: _other, ...shown } = toParty(values);
        const phone = keptPhone(values.phone, party.phoneMasked, values.dropPhone);
        const representativePhone = keptPhone(
          values.representativePhone,
          party.representativePhoneMasked,
          values.dropRepresentativePhone,
        );
        return client.disputes.amendParty({
          id: party.id,
          revision: party.revision,
          party: {
            ...shown,
            ...(phone === undefined ? {} : { phone }),
            ...(representativePhone === undefined ? {} : { representativePhone }),
          },
        });
      }}
    >
      {(form) => (
        <>
          <SideField form={form} />
          <NameField form={form} />
          <PartyDetailFields
            {...partyAt(form)}
            phones={{
              phone: (
                <KeptPhone
                  {...form.field('phone')}
                  label={words.partyField('phone')}
                  masked={party.phoneMasked}
                  dropped={form.values.dropPhone}
                  onDrop={(is) => form.set('dropPhone', is)}
                />
              ),
              representativePhone: (
                <KeptPhone
                  {...form.field('representativePhone')}
                  label={words.partyField('representativePhone')}
                  masked={party.representativePhoneMasked}
                  dropped={form.values.dropRepresentativePhone}
                  onDrop={(is) => form.set('dropRepresentativePhone', is)}
                />
              ),
            }}
          />
        </>
      )}
    </DeedForm>
  );
}

export function DropParty({ party, ...props }: DeedProps & { readonly party: PartyRow }) {
  const { t } = useTranslation('disputeDeeds');
  const { client } = useOffice();
  return (
    <ReasonDeed
      {...props}
      deed="dropParty"
      why={t('dropWhy')}
      send={({ reason }) => client.disputes.dropParty({ id: party.id, revision: party.revision, reason })}
    />
  );
}

type PartyForm = Pick<FormModel<PartyValues>, 'values' | 'field' | 'set' | 'part'>;

interface FormProps {
  readonly form: PartyForm;
}

function SideField({ form }: FormProps) {
  const { t } = useTranslation('disputes');
  return (
    <DigitChoice
      {...form.field('side')}
      label={t('partyFields.side')}
      options={SIDES.map((code, index) => ({
        value: code,
        digit: String(index + 1),
        label: t(`sides.${code}`),
      }))}
    />
  );
}

function NameField({ form }: FormProps) {
  const words = useDisputeWords();
  return <PartyNameField {...partyAt(form)} label={words.partyField('name')} required autoFocus />;
}

const PARTY_FIELDS = Object.keys(emptyParty('a')) as (keyof PartyValues)[];

/** A form that holds one party and nothing else. */
function partyAt(form: PartyForm): PartyAt {
  return {
    values: form.values,
    part: form.part,
    path: '',
    change: (part) => {
      const next = { ...form.values, ...(typeof part === 'function' ? part(form.values) : part) };
      for (const name of PARTY_FIELDS) if (next[name] !== form.values[name]) form.set(name, next[name]);
    },
  };
}
