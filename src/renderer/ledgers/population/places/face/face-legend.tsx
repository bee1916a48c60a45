import { IconBellOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DOOR_MARKS, type BuildingFace, type DoorCell } from '#shared/contract/population/addresses.ts';
import { usePlaceWords } from '#renderer/ledgers/population/places/places-words.ts';
import { MARK_SIGNS } from './door-cell.tsx';
import styles from './face.module.css';

export type Only = DoorCell['mark'] | 'let' | 'quiet';

export interface FaceLegendProps {
  readonly face: BuildingFace;
  readonly only: Only | null;
  readonly onOnly: (only: Only | null) => void;
}

/** What the signs mean and how many there are of each; pressed, the others step back. */
export function FaceLegend({ face, only, onOnly }: FaceLegendProps) {
  const { t } = useTranslation(['face', 'places']);
  const words = usePlaceWords();
  const press = (one: Only) => onOnly(only === one ? null : one);
  const quiet = face.doors.filter((door) => door.quiet).length;
  return (
    <div className={styles.legend} role="group" aria-label={t('legend')}>
      {DOOR_MARKS.map((mark) => {
        const Sign = MARK_SIGNS[mark];
        return (
          <button
            key={mark}
            type="button"
            data-mark={mark}
            aria-pressed={only === mark}
            onClick={() => press(mark)}
          >
            <Sign size={14} aria-hidden="true" />
            {t('legendCount', { word: words.mark(mark), count: face.counts[mark] })}
          </button>
        );
      })}
      <button type="button" aria-pressed={only === 'let'} onClick={() => press('let')}>
        <span className={styles.let}>{t('places:let')}</span>
        {t('legendCount', { word: t('letWord'), count: face.counts.let })}
      </button>
      <button type="button" aria-pressed={only === 'quiet'} onClick={() => press('quiet')}>
        <IconBellOff size={14} aria-hidden="true" />
        {t('legendCount', { word: t('places:quiet'), count: quiet })}
      </button>
    </div>
  );
}

export function isOnly(door: DoorCell, only: Only): boolean {
  if (only === 'let') return door.isLet;
  return only === 'quiet' ? door.quiet : door.mark === only;
}
