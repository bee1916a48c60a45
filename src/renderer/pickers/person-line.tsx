import { useTranslation } from 'react-i18next';
import type { FoundPerson } from '#shared/contract/population/search.ts';
import styles from './pickers.module.css';

/** 李欣 女 34 岁 · 青禾苑3栋2单元 · ····1234 */
export function PersonLine({ person }: { readonly person: FoundPerson }) {
  const { t } = useTranslation('pickers');
  const age = person.age === null ? '' : t('age', { age: person.age });
  const rest = [
    [t(`sexes.${person.sex}`), age].filter(Boolean).join(' '),
    person.place,
    person.idTail === null ? '' : `····${person.idTail}`,
    person.outState === null ? '' : t(`outStates.${person.outState}`),
  ];
  return (
    <>
      <strong>{person.name}</strong>
      <span className={styles.soft}>{rest.filter(Boolean).join(' · ')}</span>
    </>
  );
}
