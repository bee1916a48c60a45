/** Who, where, how reached, where registered: the four sections of a person. */
import { useTranslation } from 'react-i18next';
import type { ResidentRow } from '#shared/contract/population/residents.ts';
import { PHONES } from '#shared/ledgers/population/residents.ts';
import type { Fact } from '#renderer/ui/basic/facts.tsx';
import { ContactFields } from '#renderer/ledgers/population/people/form/contact-fields.tsx';
import { HomeFields } from '#renderer/ledgers/population/people/form/home-fields.tsx';
import { IdentityFields } from '#renderer/ledgers/population/people/form/identity-fields.tsx';
import { RegisterFields } from '#renderer/ledgers/population/people/form/register-fields.tsx';
import { Go } from '#renderer/ledgers/population/people/go.tsx';
import { MaskedField } from '#renderer/ledgers/population/people/masked-field.tsx';
import { usePeopleWords, type PeopleWords } from '#renderer/ledgers/population/people/people-words.ts';
import { PersonName } from '#renderer/ledgers/population/people/person-name.tsx';
import { FactsSection } from './facts-section.tsx';

export type Section = 'identity' | 'home' | 'contact' | 'register';

export interface PersonFactsProps {
  readonly person: ResidentRow;
  /** The one that is being changed. */
  readonly editing: Section | null;
  readonly onEdit: (section: Section | null) => void;
}

const FIELDS = {
  identity: IdentityFields,
  home: HomeFields,
  contact: ContactFields,
  register: RegisterFields,
} as const;
const SECTIONS: readonly Section[] = ['identity', 'home', 'contact', 'register'];

export function PersonFacts({ person, editing, onEdit }: PersonFactsProps) {
  const { t } = useTranslation('person');
  const words = usePeopleWords();
  const facts: Readonly<Record<Section, readonly Fact[]>> = {
    identity: identityFacts(person, words),
    home: homeFacts(person, words, t('record.openHousehold')),
    contact: contactFacts(person, words),
    register: registerFacts(person, words),
  };
  return SECTIONS.map((section) => {
    const Fields = FIELDS[section];
    return (
      <FactsSection
        key={section}
        person={person}
        title={t(`record.${section}`)}
        facts={facts[section]}
        editing={editing === section}
        onEdit={(is) => onEdit(is ? section : null)}
        fields={(fields) => <Fields {...fields} />}
      />
    );
  });
}

function identityFacts(person: ResidentRow, words: PeopleWords): Fact[] {
  const { id, birthMonth, idMasked, guardianId, guardianName } = person;
  return [
    { label: words.field('name'), value: <PersonName name={person.name} coded /> },
    { label: words.field('otherName'), value: person.otherName },
    { label: words.field('idType'), value: words.idType(person.idType) },
    {
      label: words.field('idNumber'),
      value: idMasked === null ? null : <MaskedField id={id} field="idNumber" masked={idMasked} />,
    },
    { label: words.field('sex'), value: person.sex === '0' ? null : words.sex(person.sex) },
    {
      label: words.field('birthDate'),
      value: birthMonth === null ? null : <MaskedField id={id} field="birthDate" masked={birthMonth} />,
    },
    {
      label: words.field('guardianId'),
      value:
        guardianId === null ? null : <Go to={`/population/${guardianId}`}>{guardianName ?? guardianId}</Go>,
    },
  ];
}

function homeFacts(person: ResidentRow, words: PeopleWords, openHousehold: string): Fact[] {
  const { addressId, householdId, housing, relation } = person;
  return [
    {
      label: words.field('address'),
      value: <Go to={`/places/${addressId}`}>{person.addressLine}</Go>,
    },
    { label: words.field('policeGrid'), value: person.policeGrid },
    { label: words.field('residenceType'), value: words.residence(person.residenceType) },
    { label: words.field('housing'), value: housing === null ? null : words.housing(housing) },
    {
      label: words.field('household'),
      value:
        householdId === null ? null : <Go to={`/population/household/${householdId}`}>{openHousehold}</Go>,
    },
    { label: words.field('relation'), value: relation === null ? null : words.relation(relation) },
    { label: words.field('stayFrom'), value: person.stayFrom },
    { label: words.field('stayUntil'), value: person.stayUntil },
  ];
}

function contactFacts(person: ResidentRow, words: PeopleWords): Fact[] {
  const { id, phonesMasked, emergencyContactMasked } = person;
  const phones = PHONES.flatMap((field, index) => {
    const masked = phonesMasked[index];
    if (masked === undefined && index > 0) return [];
    const value = masked === undefined ? null : <MaskedField id={id} field={field} masked={masked} />;
    return [{ label: words.field(field), value }];
  });
  return [
    ...phones,
    {
      label: words.field('emergencyContact'),
      value:
        emergencyContactMasked === null ? null : (
          <MaskedField id={id} field="emergencyContact" masked={emergencyContactMasked} />
        ),
    },
  ];
}

function registerFacts(person: ResidentRow, words: PeopleWords): Fact[] {
  return [
    { label: words.field('registerAddress'), value: person.registerAddress },
    { label: words.field('registerDivision'), value: person.registerDivision },
    { label: words.field('noticeGivenOn'), value: person.noticeGivenOn },
  ];
}
