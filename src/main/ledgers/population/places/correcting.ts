/** How the station's proposals about dwellings are taken over: as if an officer had typed them into the form. */
import { eq } from 'drizzle-orm';
import { refuse } from '#shared/kernel/failure.ts';
import { dwellingFields, type DwellingInput } from '#shared/ledgers/population/dwellings.ts';
import type { CorrectionOf } from '#main/desk/correcting.ts';
import { dwellings, dwellingsLedger, type DwellingRecord } from '#main/ledgers/population/tables.ts';
import { checkedDwelling } from './dwelling-entry.ts';
import { findDwelling } from './dwelling-rows.ts';
import type { PlacesRoom } from './room.ts';

export function dwellingCorrection({ db }: Pick<PlacesRoom, 'db'>): CorrectionOf {
  const at = (id: string) => findDwelling(db, eq(dwellings.id, id));
  return {
    ledger: dwellingsLedger,
    find(id) {
      const dwelling = at(id);
      return dwelling === null ? null : { id, revision: dwelling.revision, values: inputOf(dwelling) };
    },
    amend(desk, _caller, seen, fields) {
      const before = at(seen.id) ?? refuse({ code: 'missing' });
      desk.patch(
        dwellingsLedger,
        seen.id,
        seen.revision,
        checkedDwelling(db, { ...inputOf(before), ...fields }),
      );
    },
  };
}

function inputOf(dwelling: DwellingRecord): DwellingInput {
  return Object.fromEntries(
    Object.entries(dwelling).filter(([name]) => Object.hasOwn(dwellingFields, name)),
  ) as DwellingInput;
}
