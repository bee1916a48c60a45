/** Who belongs to a person: the household, and who else lives behind the same door. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ResidentRow } from '#shared/contract/population/residents.ts';
import { useOffice } from '#renderer/client/office.ts';
import { Card } from '#renderer/ui/basic/card.tsx';
import { Go } from '#renderer/ledgers/population/people/go.tsx';
import { usePeopleWords } from '#renderer/ledgers/population/people/people-words.ts';
import { PersonName } from '#renderer/ledgers/population/people/person-name.tsx';
import { OutChip } from '#renderer/ledgers/population/people/resident-chips.tsx';
import styles from './record.module.css';

const NOBODY: readonly ResidentRow[] = [];

export interface RelatedProps {
  readonly person: ResidentRow;
  /** False where a tab already says so. */
  readonly titled: boolean;
}

export function Related({ person, titled }: RelatedProps) {
  const { t } = useTranslation('person');
  const { queries } = useOffice();
  const { householdId, addressId } = person;
  const household = useQuery(
    queries.households.open.queryOptions({ input: { id: householdId ?? '' }, enabled: householdId !== null }),
  );
  const door = useQuery(queries.addresses.door.queryOptions({ input: { id: addressId } }));
  const isOther = (other: ResidentRow) => other.id !== person.id;
  const members = (household.data?.members ?? NOBODY).filter(isOther);
  const atDoor = (door.data?.people ?? NOBODY).filter(
    (other) => isOther(other) && (householdId === null || other.householdId !== householdId),
  );
  const wards = [...members, ...atDoor].filter(({ guardianId }) => guardianId === person.id);
  return (
    <Card {...(titled ? { title: t('record.related') } : {})}>
      <div className={styles.related}>
        <People
          title={t('record.sameHousehold')}
          people={members}
          none={t(householdId === null ? 'record.noHousehold' : 'record.alone')}
        />
        {householdId !== null && (
          <Go to={`/population/household/${householdId}`}>{t('record.openHousehold')}</Go>
        )}
        <People title={t('record.sameDoor')} people={atDoor} none={t('record.nobodyElse')} />
        <Go to={`/places/${addressId}`}>{t('record.openDoor')}</Go>
        {wards.length > 0 && <People title={t('record.guards')} people={wards} none="" />}
      </div>
    </Card>
  );
}

interface PeopleProps {
  readonly title: string;
  readonly people: readonly ResidentRow[];
  readonly none: string;
}

function People({ title, people, none }: PeopleProps) {
  const words = usePeopleWords();
  return (
    <section>
      <h3>
        {title} {people.length > 0 && people.length}
      </h3>
      {people.length === 0 && <p className={styles.soft}>{none}</p>}
      <ul>
        {people.map((one) => (
          <li key={one.id}>
            <Go to={`/population/${one.id}`}>
              <PersonName name={one.name} />
            </Go>{' '}
            <span className={styles.soft}>
              {[one.relation === null ? '' : words.relation(one.relation), words.sexAge(one)]
                .filter(Boolean)
                .join(' · ')}
            </span>{' '}
            <OutChip outState={one.outState} />
          </li>
        ))}
      </ul>
    </section>
  );
}
