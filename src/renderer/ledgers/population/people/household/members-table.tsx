/** The members of a household, head first. Twelve fit on the screen. */
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResidentRow } from '#shared/contract/population/residents.ts';
import { belongsToInputMethod } from '#renderer/ui/keys/use-key.ts';
import { Go } from '#renderer/ledgers/population/people/go.tsx';
import { usePeopleWords } from '#renderer/ledgers/population/people/people-words.ts';
import { PersonName } from '#renderer/ledgers/population/people/person-name.tsx';
import { FlagChip, FreshChip, OutChip } from '#renderer/ledgers/population/people/resident-chips.tsx';
import styles from './household.module.css';

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

export function MembersTable({ members }: { readonly members: readonly ResidentRow[] }) {
  const { t } = useTranslation(['person', 'peopleList']);
  const words = usePeopleWords();
  const press = (event: KeyboardEvent<HTMLTableElement>) => {
    const step = STEPS[event.key];
    if (step === undefined || belongsToInputMethod(event)) return;
    event.preventDefault();
    const names = [...event.currentTarget.querySelectorAll<HTMLElement>('tbody button')];
    names[names.findIndex((name) => name === document.activeElement) + step]?.focus();
  };
  return (
    <table className={styles.members} onKeyDown={press}>
      <thead>
        <tr>
          <th scope="col">{words.field('name')}</th>
          <th scope="col">{words.field('relation')}</th>
          <th scope="col">{words.field('sex')}</th>
          <th scope="col">{words.field('age')}</th>
          <th scope="col">{t('peopleList:list.idTail')}</th>
          <th scope="col">{words.field('phone')}</th>
          <th scope="col">{words.field('residenceType')}</th>
          <th scope="col">{words.field('verifiedOn')}</th>
          <th scope="col">{t('peopleList:list.freshColumn')}</th>
        </tr>
      </thead>
      <tbody>
        {members.map((one) => (
          <tr key={one.id}>
            <td>
              <Go to={`/population/${one.id}`} label={t('household.openMember', { name: one.name })}>
                <PersonName name={one.name} />
              </Go>
            </td>
            <td>
              {one.relation === null ? (
                <span className={styles.soft}>{t('household.noRelation')}</span>
              ) : (
                words.relation(one.relation)
              )}
            </td>
            <td>{words.sex(one.sex)}</td>
            <td className={styles.number}>{words.age(one.age)}</td>
            <td>
              <span className={styles.tail}>
                {one.idType === 'none' ? words.idType('none') : `····${one.idTail ?? ''}`}
                <FlagChip idFlag={one.idFlag} />
              </span>
            </td>
            <td>{one.phonesMasked[0]}</td>
            <td>{words.residence(one.residenceType)}</td>
            <td>{one.verifiedOn}</td>
            <td>
              {one.outState === null ? (
                <FreshChip freshness={one.freshness} />
              ) : (
                <OutChip outState={one.outState} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
