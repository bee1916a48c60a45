/**
 * Who came, with residents offered by initials, last four or door. Only the name is taken: a visit holds no reference to a
 * resident, so no profile grows out of visits.
 */
import { skipToken, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import type { FoundPerson } from '#shared/contract/search.ts';
import { NAME_MAX } from '#shared/ledgers/visitors.ts';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { SuggestField } from '#renderer/ui/fields/suggest-field.tsx';
import type { VisitFieldsProps } from './visit-fields.tsx';
import styles from '#renderer/ledgers/visitors/visitors.module.css';

/** Offers below the field: who is not among them is found by one more key, or with F3. */
const OFFERED = 5;

export function KnownNameField({ form }: Pick<VisitFieldsProps, 'form'>) {
  const { t } = useTranslation('visitors');
  const { queries } = useOffice();
  const me = useMe();
  const { name } = form.values;
  const typed = name.trim();
  const mayFind = mayCall(me.role, contract.search.find);
  const asks = mayFind && [...typed].length >= 2;
  const query = useQuery(
    queries.search.find.queryOptions({
      input: asks ? { text: typed.slice(0, 60) } : skipToken,
      gcTime: 0,
      staleTime: 0,
    }),
  );
  const people = query.data?.people.slice(0, OFFERED) ?? [];
  return (
    <SuggestField
      {...form.field('name')}
      label={t('fields.name')}
      hint={mayFind ? t('quick.findHint') : t('quick.nameHint')}
      maxLength={NAME_MAX + 20}
      autoFocus
      suggestions={people.map((person) => ({
        id: person.id,
        text: person.name,
        words: <Offer person={person} />,
      }))}
      looking={asks && query.isFetching}
      isShort={isShort(typed)}
      asTyped={t('quick.asTyped', { typed })}
      listName={t('quick.offers')}
      {...(typed === '' ? { aside: t('noName') } : {})}
    />
  );
}

/** Initials, a reading in small letters, digits of a number or a door: nobody's name is written so. */
function isShort(typed: string): boolean {
  return /^[a-zü']{2,}$|^[\d\p{L}]*\d[\d\p{L}\-–—]*$/u.test(typed.normalize('NFKC'));
}

/** 李欣 女 34 岁 · 青禾苑3栋2单元 · ····1234 */
function Offer({ person }: { readonly person: FoundPerson }) {
  const { t } = useTranslation('visitors');
  const age = person.age === null ? '' : t('quick.age', { age: person.age });
  const facts = [
    [t(`quick.sexes.${person.sex}`), age].filter(Boolean).join(' '),
    person.place,
    person.outState === null ? '' : t('quick.notHere'),
  ];
  return (
    <>
      <strong>{person.name}</strong>
      <span className={styles.offered}>{facts.filter(Boolean).join(' · ')}</span>
      {person.idTail !== null && <span className={styles.soft}>····{person.idTail}</span>}
    </>
  );
}
