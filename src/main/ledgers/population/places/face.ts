/** The face of a building, a street or a village: every door with what is known of it, read in one pass. */
import { DOORS_MAX, type BuildingFace, type DoorCell } from '#shared/contract/population/addresses.ts';
import { dayOf, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { elementOf, type ElementKind } from '#shared/ledgers/population/addresses.ts';
import type { DwellingUse } from '#shared/ledgers/population/dwellings.ts';
import type { VisitResult } from '#shared/ledgers/population/home-visits.ts';
import { freshness } from '#shared/ledgers/population/verified.ts';
import { refuseField } from '#shared/kernel/failure.ts';
import type { Store } from '#main/db/open.ts';
import { aboveOf, addressNodeOf } from './address-rows.ts';
import { compareElements, compareNames } from './element-key.ts';

interface StoredDoor {
  readonly id: string;
  readonly kind: ElementKind;
  /** 501, 12号; of a house beside another one with its number: 12号附3号. */
  readonly name: string;
  /** Names between the element asked for and the door. */
  readonly path: string;
  readonly floor: number | null;
  readonly quiet: number;
  readonly use: DwellingUse | null;
  readonly dwellingVerified: CalendarDay | null;
  /** Registered there and not gone; `living` without those of whom only the register is here. */
  readonly people: number;
  readonly living: number;
  readonly verified: number;
  /** The earliest day on which one of them was verified. */
  readonly oldest: CalendarDay | null;
  /** Instant and result of the last visit this person sees, in one text: see `visitsSeenBy`. */
  readonly visit: string | null;
}

/** Characters of an instant. */
const INSTANT = 24;

/**
 * Rooms, houses with somebody or something registered, and in the country every house in which nothing stands.
 * A house of the town that nobody is known to live in is a shop or a gate.
 */
const DOORS = `
  WITH RECURSIVE tree (id, kind, name, floor, quiet, path, rural) AS (
    SELECT id, kind, name, floor, quiet, '', @rural OR kind IN ('village', 'group') FROM addresses WHERE id = @id
    UNION ALL
    SELECT a.id, a.kind, CASE WHEN a.kind = 'gate' AND tree.kind = 'gate' THEN tree.name || a.name ELSE a.name END,
           a.floor, a.quiet OR tree.quiet,
           CASE WHEN tree.id = @id THEN ''
                WHEN a.kind = 'gate' AND tree.kind = 'gate' THEN tree.path
                ELSE tree.path || tree.name END,
           a.kind IN ('village', 'group') OR tree.rural AND a.kind NOT IN ('street', 'compound')
      FROM tree JOIN addresses a ON a.parent_id = tree.id WHERE a.retired_at IS NULL)
  SELECT tree.id, tree.kind, tree.name, tree.path, tree.floor, tree.quiet,
         d.use, d.verified_on AS dwellingVerified,
         count(r.id) AS people, count(r.verified_on) AS verified, min(r.verified_on) AS oldest,
         count(CASE WHEN r.residence_type <> 'empty' THEN 1 END) AS living,
         (SELECT visited_at || result FROM home_visits v
           WHERE v.address_id = tree.id AND v.retired_at IS NULL
             AND (@seesAll OR v.purpose <> 'statutory' OR v.created_by = @staff)
           ORDER BY visited_at DESC LIMIT 1) AS visit
    FROM tree
    LEFT JOIN dwellings d ON d.address_id = tree.id AND d.retired_at IS NULL
    LEFT JOIN residents r ON r.address_id = tree.id AND r.retired_at IS NULL AND r.out_state IS NULL
   WHERE tree.kind IN ('room', 'gate', 'building', 'entrance')
   GROUP BY tree.id
  HAVING tree.kind = 'room' OR people > 0 OR d.id IS NOT NULL OR tree.rural AND NOT EXISTS
         (SELECT 1 FROM addresses c WHERE c.parent_id = tree.id AND c.retired_at IS NULL)`;

export function faceOf(
  raw: Store['raw'],
  { staff, role }: Caller,
  id: string,
  day: CalendarDay,
): BuildingFace | null {
  const address = addressNodeOf(raw, id);
  if (address === null) return null;
  // A door of a whole town is looked for by search; counting them all would stop everybody else's work for seconds.
  if (elementOf(address.kind).level < elementOf('community').level) refuseField('id', 'too-large');
  const rural = isRural(aboveOf(raw, address.parentId));
  const asked = { id, rural: Number(rural), seesAll: Number(role === 'officer'), staff };
  const stored = raw.prepare(DOORS).all(asked) as StoredDoor[];
  const doors = stored.sort(compareDoors);
  const isOneEntrance = new Set(doors.map(({ path }) => path)).size <= 1;
  const cells = doors.map((door) => cellOf(door, isOneEntrance ? '' : door.path, day));
  const counts = { verified: 0, due: 0, never: 0, empty: 0, let: 0 };
  for (const { mark, isLet } of cells) {
    counts[mark] += 1;
    if (isLet) counts.let += 1;
  }
  return { address, doors: cells.slice(0, DOORS_MAX), more: Math.max(0, cells.length - DOORS_MAX), counts };
}

/** By entrance, storey from above, number. */
function compareDoors(a: StoredDoor, b: StoredDoor): number {
  return (
    compareNames(a.path, b.path) ||
    (b.floor ?? Number.NEGATIVE_INFINITY) - (a.floor ?? Number.NEGATIVE_INFINITY) ||
    compareElements(a, b)
  );
}

function cellOf(door: StoredDoor, entrance: string, day: CalendarDay): DoorCell {
  const { id, name, floor, people, quiet, use, visit } = door;
  return {
    id,
    name,
    entrance,
    floor,
    mark: markOf(door, day),
    isLet: use === 'let',
    people,
    quiet: quiet !== 0,
    lastVisit:
      visit === null
        ? null
        : { on: dayOf(visit.slice(0, INSTANT)), result: visit.slice(INSTANT) as VisitResult },
  };
}

/** The oldest verification decides. A door called empty where somebody lives is not: it is looked at. */
function markOf(door: StoredDoor, day: CalendarDay): DoorCell['mark'] {
  const { use, dwellingVerified, people, living, verified, oldest } = door;
  if (use === 'empty' && living === 0) return 'empty';
  const known = use !== null || people > 0;
  if (!known || verified < people || (use !== null && dwellingVerified === null)) return 'never';
  const days = [oldest, dwellingVerified].filter((one) => one !== null).sort();
  return freshness(days[0] ?? null, day) === 'fresh' ? 'verified' : 'due';
}

function isRural(above: readonly { readonly kind: ElementKind }[]): boolean {
  const place = above.findLast(({ kind }) => ['village', 'group', 'street', 'compound'].includes(kind));
  return place?.kind === 'village' || place?.kind === 'group';
}
