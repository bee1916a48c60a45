/** Who this is and what is done most: always in sight. */
import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResidentRow } from '#shared/contract/population/residents.ts';
import { addMonths } from '#shared/kernel/calendar-day.ts';
import { ASK_AGAIN_MONTHS } from '#shared/ledgers/population/verified.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { useDesk } from '#renderer/ui/keys/command.ts';
import { PersonName } from '#renderer/ledgers/population/people/person-name.tsx';
import { usePeopleWords } from '#renderer/ledgers/population/people/people-words.ts';
import { FreshChip, OutChip, TypeChip } from '#renderer/ledgers/population/people/resident-chips.tsx';
import { VerifyDialog } from '#renderer/ledgers/population/people/verify-dialog.tsx';
import { OutPerson } from './out-person.tsx';
import { RetirePerson } from './retire-person.tsx';
import { UnmergePerson } from './unmerge-person.tsx';
import styles from './record.module.css';

export function PersonHead({ person }: { readonly person: ResidentRow }) {
  const { t } = useTranslation(['people', 'person']);
  const words = usePeopleWords();
  const [verifying, setVerifying] = useState(false);
  return (
    <header className={styles.head}>
      <Back />
      <h1>
        <PersonName name={person.name} />
      </h1>
      <span>{words.sexAge(person)}</span>
      <TypeChip residenceType={person.residenceType} />
      {person.outState === null ? (
        <FreshChip freshness={person.freshness} />
      ) : (
        <OutChip outState={person.outState} />
      )}
      <span className={styles.headEnd}>
        {person.outState === null && (
          <>
            <Asked person={person} />
            <Button kind="primary" onClick={() => setVerifying(true)}>
              {t('verify.button')}
            </Button>
          </>
        )}
        <UnmergePerson person={person} />
        <OutPerson person={person} />
        <RetirePerson person={person} />
      </span>
      <VerifyDialog
        title={t('verify.title', { name: person.name })}
        people={verifying ? [person] : null}
        onClose={() => setVerifying(false)}
      />
    </header>
  );
}

/** When they were last asked, and from when they may be asked again. */
function Asked({ person }: { readonly person: ResidentRow }) {
  const { t } = useTranslation('people');
  const today = useOfficeDay();
  const { verifiedOn } = person;
  if (verifiedOn === null) return <span className={styles.soft}>{t('verify.never')}</span>;
  const again = addMonths(verifiedOn, ASK_AGAIN_MONTHS);
  return (
    <span className={styles.soft}>
      {again > today ? t('verify.askAgain', { day: again }) : t('verify.due', { day: verifiedOn })}
    </span>
  );
}

export function Back() {
  const { t } = useTranslation('people');
  const desk = useDesk();
  return (
    <Button
      kind="quiet"
      size="small"
      icon={<IconArrowLeft size={16} aria-hidden="true" />}
      onClick={() => desk.go('/population')}
    >
      {t('title')}
    </Button>
  );
}
