/** How it is known that nothing changed: one key, and the deed is done. */
import { useTranslation } from 'react-i18next';
import { VERIFIED_HOW, type VerifiedHow } from '#shared/ledgers/population/verified.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { chordOf } from '#renderer/ui/keys/use-key.ts';
import { usePeopleWords } from './people-words.ts';
import styles from './people.module.css';

export interface HowQuestionProps {
  readonly why: string;
  /** What to think of before. */
  readonly notes: readonly string[];
  readonly onAnswer: (how: VerifiedHow) => void;
}

export function HowQuestion({ why, notes, onAnswer }: HowQuestionProps) {
  const { t } = useTranslation('peopleList');
  const words = usePeopleWords();
  return (
    <div
      className={styles.stack}
      onKeyDown={(event) => {
        const how = VERIFIED_HOW[Number(chordOf(event).normalize('NFKC')) - 1];
        if (how === undefined) return;
        event.preventDefault();
        onAnswer(how);
      }}
    >
      <p>{why}</p>
      {notes.map((note) => (
        <p key={note} className={styles.attention}>
          {note}
        </p>
      ))}
      <div className={styles.row} role="group" aria-label={t('bulk.how')}>
        {VERIFIED_HOW.map((how, index) => (
          <Button
            key={how}
            size="desk"
            keys={String(index + 1)}
            autoFocus={index === 0}
            data-autofocus={index === 0 || undefined}
            onClick={() => onAnswer(how)}
          >
            {words.how(how)}
          </Button>
        ))}
      </div>
    </div>
  );
}
