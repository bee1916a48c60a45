/** One door of the face: its number, its state by colour, sign and word, who lives there, and the last visit. */
import { IconBellOff, IconCircleCheck, IconCircleDashed, IconClock, IconHomeOff } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DoorCell as Door } from '#shared/contract/population/addresses.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { usePlaceWords } from '#renderer/ledgers/population/places/places-words.ts';
import styles from './face.module.css';

export const MARK_SIGNS = {
  verified: IconCircleCheck,
  due: IconClock,
  never: IconCircleDashed,
  empty: IconHomeOff,
} as const;

export interface DoorCellProps {
  readonly door: Door;
  /** The keyboard enters the face here. */
  readonly isEntry: boolean;
  /** Not of the kind that is looked for. */
  readonly isDim: boolean;
  readonly today: CalendarDay;
  readonly onOpen: (id: string) => void;
  readonly onVisit: (id: string) => void;
}

export const DoorCell = memo(function DoorCell(props: DoorCellProps) {
  const { door, isEntry, isDim, today, onOpen, onVisit } = props;
  const { t } = useTranslation(['face', 'places']);
  const words = usePlaceWords();
  const Sign = MARK_SIGNS[door.mark];
  const people = door.people === 0 ? '' : t('people', { count: door.people });
  const { lastVisit } = door;
  const visit =
    lastVisit === null
      ? ''
      : t('lastVisit', { day: shortDay(lastVisit.on, today), result: words.result(lastVisit.result) });
  return (
    <button
      type="button"
      className={styles.cell}
      data-door={door.id}
      data-mark={door.mark}
      data-dim={isDim || undefined}
      tabIndex={isEntry ? 0 : -1}
      onClick={() => onOpen(door.id)}
      onFocus={() => onVisit(door.id)}
    >
      <span className={styles.top}>
        {door.entrance !== '' && <span className="visually-hidden">{door.entrance} </span>}
        <b title={door.name}>{door.name}</b>{' '}
        {door.quiet && <IconBellOff size={14} role="img" aria-label={t('places:quiet')} />}
        {door.isLet && (
          <span className={styles.let} title={t('letWord')}>
            {t('places:let')}
          </span>
        )}
      </span>{' '}
      <span className={styles.state}>
        <Sign size={14} aria-hidden="true" />
        <span>{words.mark(door.mark)}</span> <span className={styles.people}>{people}</span>
      </span>{' '}
      <span className={styles.visit} title={lastVisit === null ? undefined : lastVisit.on}>
        {visit}
      </span>
    </button>
  );
});

/** `11-20` this year, `2025-12` before: the cell is narrow. */
function shortDay(day: CalendarDay, today: CalendarDay): string {
  return day.slice(0, 4) === today.slice(0, 4) ? day.slice(5) : day.slice(0, 7);
}
