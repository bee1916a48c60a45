/** Another registered person: found by name, initials or the last four of the number. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundPerson } from '#shared/contract/search.ts';
import { usePeopleWords } from '#renderer/ledgers/population/people/people-words.ts';
import { FinderField } from './finder-field.tsx';
import { useFind } from './use-find.ts';
import styles from './pickers.module.css';

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
}

export function PersonField({ value, onChange, except, ...field }: PersonFieldProps) {
  const { t } = useTranslation('people');
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
      none={t('picker.none', { typed })}
      example={t('picker.person')}
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

/** 李欣 女 34 岁 · 青禾苑3栋2单元 · ····1234 */
function PersonLine({ person }: { readonly person: FoundPerson }) {
  const words = usePeopleWords();
  const rest = [
    words.sexAge(person),
    person.place,
    person.idTail === null ? '' : `····${person.idTail}`,
    person.outState === null ? '' : words.out(person.outState),
  ];
  return (
    <>
      <strong>{person.name}</strong>
      <span className={styles.soft}>{rest.filter(Boolean).join(' · ')}</span>
    </>
  );
}
