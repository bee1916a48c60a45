/** Found unchanged: how that is known is one key, and the deed is done. */
import { useTranslation } from 'react-i18next';
import type { ResidentRow } from '#shared/contract/residents.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { daysToAsk, VERIFIED_HOW, type VerifiedHow } from '#shared/ledgers/population/verified.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { chordOf } from '#renderer/ui/keys/use-key.ts';
import { Dialog } from '#renderer/ui/layers/dialog.tsx';
import { useVerify } from './people-deeds.ts';
import { usePeopleWords } from './people-words.ts';
import styles from './people.module.css';

export interface VerifyDialogProps {
  /** Names the object. */
  readonly title: string;
  /** Null: closed. */
  readonly people: readonly ResidentRow[] | null;
  readonly onClose: () => void;
  readonly onDone?: () => void;
}

export function VerifyDialog({ title, people, onClose, onDone }: VerifyDialogProps) {
  return (
    <Dialog opened={people !== null} title={title} onClose={onClose}>
      {people !== null && <HowQuestion people={people} onClose={onClose} onDone={onDone} />}
    </Dialog>
  );
}

interface HowQuestionProps {
  readonly people: readonly ResidentRow[];
  readonly onClose: () => void;
  readonly onDone: (() => void) | undefined;
}

function HowQuestion({ people, onClose, onDone }: HowQuestionProps) {
  const { t } = useTranslation(['people', 'peopleList']);
  const words = usePeopleWords();
  const today = useOfficeDay();
  const verify = useVerify();
  const soon = people.filter(({ verifiedOn }) => isTooSoon(verifiedOn, today)).length;
  const act = (how: VerifiedHow) => {
    onClose();
    void verify(people, how).then((done) => {
      if (done) onDone?.();
    });
  };
  return (
    <div
      className={styles.stack}
      onKeyDown={(event) => {
        const how = VERIFIED_HOW[Number(chordOf(event).normalize('NFKC')) - 1];
        if (how === undefined) return;
        event.preventDefault();
        act(how);
      }}
    >
      <p>{people.length === 1 ? t('verify.why') : t('peopleList:bulk.why', { day: today })}</p>
      {soon > 0 && <p className={styles.attention}>{t('peopleList:bulk.soon', { count: soon })}</p>}
      <div className={styles.row} role="group" aria-label={t('peopleList:bulk.how')}>
        {VERIFIED_HOW.map((how, index) => (
          <Button
            key={how}
            size="desk"
            keys={String(index + 1)}
            data-autofocus={index === 0 || undefined}
            onClick={() => act(how)}
          >
            {words.how(how)}
          </Button>
        ))}
      </div>
    </div>
  );
}

/** Nobody is asked again within three months without need. */
export function isTooSoon(verifiedOn: CalendarDay | null, today: CalendarDay): boolean {
  return verifiedOn !== null && verifiedOn !== today && daysToAsk(verifiedOn, today) > 0;
}
