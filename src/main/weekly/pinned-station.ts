/** The station this office trusts: pinned once by digits read from paper, from then on only its root's word counts. */
import { digitsOfKeyset, encodeKeyset, type Keyset } from '#bundle-format';
import type { Caller } from '#shared/kernel/caller.ts';
import type { Desk } from '#main/db/journal.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { stations } from '#main/db/shelf-tables.ts';

/** Null before enrolment. */
export function pinnedStation(db: ReadHandle): Keyset | null {
  const row = db.select().from(stations).limit(1).get();
  // Written by keepStation from a verified keyset, inside the encrypted store.
  return row === undefined ? null : (JSON.parse(row.keyset) as Keyset);
}

export function stationFacts(keyset: Keyset): { code: string; name: string; digits: string[] } {
  return { code: keyset.station, name: keyset.name, digits: digitsOfKeyset(keyset) };
}

/** Pins the keyset, or replaces it by a newer one of the same root. */
export function keepStation(
  desk: Desk,
  caller: Caller,
  keyset: Keyset,
  event: 'station-pinned' | 'keyset-renewed',
): void {
  desk.shelves.keep(stations, {
    code: keyset.station,
    keyset: encodeKeyset(keyset),
    version: keyset.version,
    pinnedAt: desk.now,
    pinnedBy: caller.staff,
  });
  desk.note('A', 'station', keyset.station, { event, version: keyset.version });
}
