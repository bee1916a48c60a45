/** Entrances side by side, storeys from above: the building as one stands before it. */
import { useTranslation } from 'react-i18next';
import type { DoorCell as Door } from '#shared/contract/population/addresses.ts';
import { DoorCell, type DoorCellProps } from './door-cell.tsx';
import { widthOf, type Entrance } from './face-layout.ts';
import styles from './face.module.css';

export interface FaceProps extends Pick<DoorCellProps, 'today' | 'onOpen' | 'onVisit'> {
  readonly entrances: readonly Entrance[];
  readonly entry: string | null;
  readonly isDim: (door: Door) => boolean;
}

export function BuildingFace({ entrances, ...cells }: FaceProps) {
  const { t } = useTranslation('face');
  return (
    <div className={styles.building}>
      {entrances.map((entrance) => (
        <section
          key={entrance.name}
          className={styles.entrance}
          aria-label={entrance.name === '' ? t('oneEntrance') : entrance.name}
        >
          {entrance.name !== '' && <h2>{entrance.name}</h2>}
          {entrance.storeys.map(({ floor, doors }) => (
            <div key={floor} className={styles.storey}>
              <span className={styles.floor}>
                {floor === null ? '' : floor}
                <span className="visually-hidden">
                  {floor === null ? t('noFloor') : t('floor', { floor })}
                </span>
              </span>
              <div className={styles.doors} style={{ gridTemplateColumns: columnsOf(entrance) }}>
                <Cells doors={doors} {...cells} />
              </div>
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}

/** Houses by themselves: a line each, or several beside each other where there is room. */
export function RuralFace({ entrances, ...cells }: FaceProps) {
  const { t } = useTranslation('face');
  return (
    <div className={styles.rural}>
      {entrances.map(({ name, storeys }) => (
        <section key={name} aria-label={name === '' ? t('oneEntrance') : name}>
          {name !== '' && <h2>{name}</h2>}
          <div className={styles.houses}>
            <Cells doors={storeys.flatMap(({ doors }) => doors)} {...cells} />
          </div>
        </section>
      ))}
    </div>
  );
}

type CellsProps = Omit<FaceProps, 'entrances'> & { readonly doors: readonly Door[] };

function Cells({ doors, entry, isDim, ...cell }: CellsProps) {
  return doors.map((door) => (
    <DoorCell key={door.id} door={door} isEntry={door.id === entry} isDim={isDim(door)} {...cell} />
  ));
}

/** Beyond so many a storey goes on in the next line: a corridor of thirty rooms. */
const MOST_BESIDE = 8;

function columnsOf(entrance: Entrance): string {
  return `repeat(${Math.min(widthOf(entrance), MOST_BESIDE)}, var(--door))`;
}
