/** Rows found unchanged, of one person or of several. */
import { useTranslation } from 'react-i18next';
import type { ResidentRow } from '#shared/contract/population/residents.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { daysToAsk, type VerifiedHow } from '#shared/ledgers/population/verified.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { Dialog } from '#renderer/ui/layers/dialog.tsx';
import { HowQuestion } from './how-question.tsx';
import { useVerify } from './people-deeds.ts';

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
      {people !== null && <RowsQuestion people={people} onClose={onClose} onDone={onDone} />}
    </Dialog>
  );
}

interface RowsQuestionProps {
  readonly people: readonly ResidentRow[];
  readonly onClose: () => void;
  readonly onDone: (() => void) | undefined;
}

function RowsQuestion({ people, onClose, onDone }: RowsQuestionProps) {
  const { t } = useTranslation(['people', 'peopleList']);
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
    <HowQuestion
      why={people.length === 1 ? t('verify.why') : t('peopleList:bulk.why', { day: today })}
      notes={soon > 0 ? [t('peopleList:bulk.soon', { count: soon })] : []}
      onAnswer={act}
    />
  );
}

/** Nobody is asked again within three months without need. */
export function isTooSoon(verifiedOn: CalendarDay | null, today: CalendarDay): boolean {
  return verifiedOn !== null && verifiedOn !== today && daysToAsk(verifiedOn, today) > 0;
}
