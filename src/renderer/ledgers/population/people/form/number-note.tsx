/** Below the number while it is typed: what it says of the person, and what to compare with the paper again. */
import { useTranslation } from 'react-i18next';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { ageOn, cleanIdNumber, readIdNumber } from '#shared/kernel/citizen-number.ts';
import { isCheckedType, sexOf } from '#shared/ledgers/population/residents.ts';
import { usePeopleWords } from '#renderer/ledgers/population/people/people-words.ts';
import type { PersonValues } from './person-values.ts';
import { Attention } from './attention.tsx';
import styles from './form.module.css';

/** Characters of a whole number; with fewer somebody is still typing. */
const WHOLE = 18;

export interface NumberNoteProps {
  readonly values: Pick<PersonValues, 'idType' | 'idNumber'>;
  readonly today: CalendarDay;
  /** The field was left: an old number of fifteen digits is whole, too. */
  readonly left: boolean;
}

export function NumberNote({ values, today, left }: NumberNoteProps) {
  const { t } = useTranslation('personForm');
  const words = usePeopleWords();
  const number = cleanIdNumber(values.idNumber);
  if (!isCheckedType(values.idType) || number === '') return null;
  if (number.length < WHOLE && !(left && number.length === 15)) return null;
  const { flaw, kind, sex, birthDate, certain } = readIdNumber(number, today);
  const rule = flaw === 'check-digit' || flaw === 'rounded' ? flaw : kind === 'old-15' ? 'old-number' : null;
  return (
    <div className={styles.note} role="status">
      {birthDate !== null && (
        <p>
          {t('derived', {
            sex: words.sex(sex === null ? '0' : sexOf(sex)),
            birth: birthDate,
            age: words.age(ageOn(birthDate, today)),
          })}
          {certain && ` · ${t('checked')}`}
        </p>
      )}
      {rule !== null && <Attention>{words.issue({ field: 'idNumber', rule })}</Attention>}
    </div>
  );
}
