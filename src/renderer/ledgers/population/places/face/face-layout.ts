/** Doors as they stand in a building: by entrance, storey and place on the storey; and where an arrow leads from each. */
import type { DoorCell } from '#shared/contract/population/addresses.ts';

export interface Storey {
  /** Null where the doors have none: houses, and rooms whose number tells nothing. */
  readonly floor: number | null;
  readonly doors: readonly DoorCell[];
}

export interface Entrance {
  readonly name: string;
  /** From above, as the building is seen. */
  readonly storeys: readonly Storey[];
}

/** The office gives the doors in order: entrances, storeys from above, numbers. */
export function layOut(doors: readonly DoorCell[]): Entrance[] {
  const entrances = new Map<string, Map<number | null, DoorCell[]>>();
  for (const door of doors) {
    const storeys = entrances.get(door.entrance) ?? new Map<number | null, DoorCell[]>();
    entrances.set(door.entrance, storeys);
    const row = storeys.get(door.floor);
    if (row === undefined) storeys.set(door.floor, [door]);
    else row.push(door);
  }
  return [...entrances].map(([name, storeys]) => ({
    name,
    storeys: [...storeys].map(([floor, own]) => ({ floor, doors: own })),
  }));
}

/** A street or a village: a list reads better than storeys where there are none. */
export function isRural(entrances: readonly Entrance[]): boolean {
  return entrances.every(({ storeys }) => storeys.every(({ floor }) => floor === null));
}

/** Doors that stand side by side on the widest storey. */
export function widthOf({ storeys }: Entrance): number {
  return Math.max(0, ...storeys.map(({ doors }) => doors.length));
}

interface Place {
  readonly entrance: number;
  readonly storey: number;
  readonly column: number;
}

/** The door that an arrow, Home or End leads to; null when the key is not for moving or leads nowhere. */
export function doorAfterKey(entrances: readonly Entrance[], id: string, key: string): string | null {
  const at = placeOf(entrances, id);
  if (at === null) return null;
  switch (key) {
    case 'ArrowRight':
      return beside(entrances, at, 1);
    case 'ArrowLeft':
      return beside(entrances, at, -1);
    case 'ArrowDown':
      return above(entrances, at, 1);
    case 'ArrowUp':
      return above(entrances, at, -1);
    case 'Home':
      return entrances[0]?.storeys[0]?.doors[0]?.id ?? null;
    case 'End':
      return entrances.at(-1)?.storeys.at(-1)?.doors.at(-1)?.id ?? null;
    default:
      return null;
  }
}

function placeOf(entrances: readonly Entrance[], id: string): Place | null {
  for (const [entrance, { storeys }] of entrances.entries())
    for (const [storey, { doors }] of storeys.entries()) {
      const column = doors.findIndex((door) => door.id === id);
      if (column !== -1) return { entrance, storey, column };
    }
  return null;
}

/** The next door of the storey; past the last one the same storey of the next entrance. */
function beside(entrances: readonly Entrance[], at: Place, step: 1 | -1): string | null {
  const storey = entrances[at.entrance]?.storeys[at.storey];
  const next = storey?.doors[at.column + step];
  if (next !== undefined) return next.id;
  const other = entrances[at.entrance + step];
  if (other === undefined) return null;
  const same =
    other.storeys.find(({ floor }) => floor === storey?.floor) ??
    other.storeys[Math.min(at.storey, other.storeys.length - 1)];
  return (step > 0 ? same?.doors[0] : same?.doors.at(-1))?.id ?? null;
}

/** The door above or below it; of a shorter storey its last one. Past the last storey the next entrance begins. */
function above(entrances: readonly Entrance[], at: Place, step: 1 | -1): string | null {
  const storeys = entrances[at.entrance]?.storeys ?? [];
  const other = entrances[at.entrance + step]?.storeys;
  const next = storeys[at.storey + step] ?? (step > 0 ? other?.[0] : other?.at(-1));
  return next?.doors[Math.min(at.column, next.doors.length - 1)]?.id ?? null;
}
