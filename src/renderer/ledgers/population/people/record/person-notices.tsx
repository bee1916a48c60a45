/** What about a person needs a hand: gone and until when kept, a doubtful number, no guardian, long not verified. */
import { useTranslation } from 'react-i18next';
import type { ResidentRow } from '#shared/contract/population/residents.ts';
import { CHILD_AGE } from '#shared/ledgers/population/residents.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { DeskLines } from '#renderer/record/person/desk-lines.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { usePeopleWords } from '#renderer/ledgers/population/people/people-words.ts';
import type { Section } from './person-facts.tsx';

export interface PersonNoticesProps {
  readonly person: ResidentRow;
  readonly onEdit: (section: Section) => void;
}

export function PersonNotices({ person, onEdit }: PersonNoticesProps) {
  const { t } = useTranslation(['person', 'people']);
  const words = usePeopleWords();
  const today = useOfficeDay();
  const { outState, outOn, retainUntil, idFlag, stayUntil } = person;
  const childAlone = person.age !== null && person.age < CHILD_AGE && person.guardianId === null;
  if (outState !== null)
    return (
      <Notice tone="grey">
        {t('record.outNotice', { words: words.out(outState), day: outOn ?? '', until: retainUntil ?? '' })}
      </Notice>
    );
  return (
    <>
      <DeskLines residentId={person.id} />
      {idFlag !== null && (
        <Notice
          tone="amber"
          action={<Button onClick={() => onEdit('identity')}>{t('people:flags.fix')}</Button>}
        >
          {words.issue({ field: 'idNumber', rule: idFlag })}
        </Notice>
      )}
      {childAlone && (
        <Notice
          tone="amber"
          action={<Button onClick={() => onEdit('identity')}>{t('record.addGuardian')}</Button>}
        >
          {t('record.childNotice')}
        </Notice>
      )}
      {stayUntil !== null && stayUntil < today && (
        <Notice tone="amber" action={<Button onClick={() => onEdit('home')}>{t('record.edit')}</Button>}>
          {t('record.stayNotice', { day: stayUntil })}
        </Notice>
      )}
      {person.freshness === 'stale' && <Notice tone="red">{t('record.staleNotice')}</Notice>}
    </>
  );
}
