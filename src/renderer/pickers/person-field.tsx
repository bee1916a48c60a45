/** Another registered person: found by name, initials or the last four of the number. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FinderField } from './finder-field.tsx';
import { PersonLine } from './person-line.tsx';
import { useFind } from './use-find.ts';

export interface ChosenPerson {
  readonly id: string;
  readonly name: string;
}

export interface PersonFieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: ChosenPerson | null;
  readonly onChange: (value: ChosenPerson | null) => void;
  readonly onBlur?: () => void;
  /** Never offered: the person whose record this is. */
  readonly except: string | null;
  readonly error?: string | null;
  readonly hint?: string;
  readonly required?: boolean;
  readonly autoFocus?: boolean;
}

export function PersonField({ value, onChange, except, ...field }: PersonFieldProps) {
  const { t } = useTranslation('pickers');
  const [typed, setTyped] = useState('');
  const { found, looking } = useFind(value === null ? typed : '');
  const people = (found?.people ?? []).filter(({ id }) => id !== except);
  return (
    <FinderField
      {...field}
      typed={typed}
      onTyped={setTyped}
      looking={looking}
      options={people.map((person) => ({ id: person.id, words: <PersonLine person={person} /> }))}
      none={t('none', { typed })}
      example={t('person')}
      chosen={value?.name ?? null}
      onChoose={(id) => {
        const person = people.find((one) => one.id === id);
        setTyped('');
        if (person !== undefined) onChange({ id, name: person.name });
      }}
      onClear={() => onChange(null)}
    />
  );
}
