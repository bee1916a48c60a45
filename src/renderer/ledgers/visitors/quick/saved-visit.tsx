import { useRef } from 'react';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitRow } from '#shared/contract/visitors.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { AfterSaveBar } from '#renderer/ui/form/after-save-bar.tsx';
import { useDesk } from '#renderer/ui/keys/command.ts';
import { useVisitWords } from '#renderer/ledgers/visitors/visit-words.ts';
import styles from '#renderer/ledgers/visitors/visitors.module.css';

/** Enter saves, and a quick hand presses it twice: for these milliseconds the second press is still part of the save. */
export const SETTLE_MS = 400;

export interface SavedVisitProps {
  readonly visit: VisitRow;
  readonly onAgain: () => void;
  readonly onDone: () => void;
}

/** Says what was registered and stays a while: Enter for the next visitor, Esc to go back to work. */
export function SavedVisit({ visit, onAgain, onDone }: SavedVisitProps) {
  const { t } = useTranslation('visitors');
  const words = useVisitWords();
  const desk = useDesk();
  const shownAt = useRef(performance.now());
  const again = (event: MouseEvent) => {
    const isKey = event.detail === 0;
    if (!isKey || performance.now() - shownAt.current > SETTLE_MS) onAgain();
  };
  return (
    <div className={styles.saved}>
      <p>{t('quick.savedNamed', { name: words.name(visit), matter: words.matter(visit.matter) })}</p>
      <AfterSaveBar savedAt={visit.arrivedAt} onReturn={onDone}>
        <Button kind="primary" size="desk" keys="Enter" autoFocus onClick={again}>
          {t('quick.again')}
        </Button>
        <Button size="desk" keys="Esc" onClick={onDone}>
          {t('quick.done')}
        </Button>
        <Button
          kind="quiet"
          size="desk"
          onClick={() => {
            onDone();
            desk.go(`/visitors/${visit.id}`);
          }}
        >
          {t('quick.open')}
        </Button>
      </AfterSaveBar>
    </div>
  );
}
