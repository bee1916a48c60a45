/** One line of the list: who or what it is, and enough beside it to tell two apart. */
import { useTranslation } from 'react-i18next';
import type { FoundPerson } from '#shared/contract/population/search.ts';
import { Chip } from '#renderer/ui/basic/chip.tsx';
import { Kbd } from '#renderer/ui/basic/kbd.tsx';
import { usePeopleWords } from '#renderer/ledgers/population/people/people-words.ts';
import { PersonName } from '#renderer/ledgers/population/people/person-name.tsx';
import { OutChip } from '#renderer/ledgers/population/people/resident-chips.tsx';
import type { Line } from './find-lines.ts';
import styles from './finding.module.css';

export function FoundLine({ line }: { readonly line: Line }) {
  const { t } = useTranslation('find');
  switch (line.kind) {
    case 'person':
      return <PersonLine person={line.person} />;
    case 'address':
      return (
        <>
          <strong>{line.address.line}</strong>
          {line.address.alias !== null && (
            <span className={styles.soft}>{t('alias', { alias: line.address.alias })}</span>
          )}
        </>
      );
    case 'unit':
      return (
        <>
          <strong>{line.unit.name}</strong>
          <span className={styles.soft}>{line.unit.addressLine}</span>
        </>
      );
    case 'command':
      return (
        <>
          <span className={styles.grows}>{line.command.words}</span>
          {line.command.keys !== null && <Kbd keys={line.command.keys} />}
        </>
      );
    case 'visit':
      return <span>{line.name === '' ? t('visitNone') : t('visit', { name: line.name })}</span>;
    case 'new-person':
      return <span>{line.name === '' ? t('personNone') : t('person', { name: line.name })}</span>;
  }
}

/** 李欣 女 34 岁 青禾苑3栋2单元 ····1234, and why where it is not the name. */
function PersonLine({ person }: { readonly person: FoundPerson }) {
  const { t } = useTranslation('find');
  const words = usePeopleWords();
  const { by, idTail } = person;
  return (
    <>
      <strong className={styles.name}>
        <PersonName name={person.name} />
      </strong>
      <span className={styles.age}>{words.sexAge(person)}</span>
      <span className={styles.place}>{person.place}</span>
      {by !== 'name' && by !== 'spelling' && by !== 'address' && <Chip tone="grey">{t(`by.${by}`)}</Chip>}
      <OutChip outState={person.outState} />
      <span className={styles.tail}>
        {idTail !== null && (
          <>
            <span aria-hidden="true">····{idTail}</span>
            <span className="visually-hidden">{t('tail', { tail: [...idTail].join(' ') })}</span>
          </>
        )}
      </span>
    </>
  );
}
