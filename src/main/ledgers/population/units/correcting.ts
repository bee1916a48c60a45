/** How the station's proposals about units are taken over: as if an officer had typed them into the form. */
import { today } from '#shared/kernel/clock.ts';
import { refuse } from '#shared/kernel/failure.ts';
import { unitFields, type UnitInput } from '#shared/ledgers/population/units.ts';
import type { CorrectionOf } from '#main/desk/correcting.ts';
import { unitsLedger, type UnitRecord } from '#main/ledgers/population/tables.ts';
import { checkedUnit } from './entry.ts';
import { findUnit } from './queries.ts';
import type { UnitsRoom } from './service.ts';

export function unitCorrection({ db, clock }: Pick<UnitsRoom, 'db' | 'clock'>): CorrectionOf {
  return {
    ledger: unitsLedger,
    find(id) {
      const unit = findUnit(db, id);
      return unit === null ? null : { id, revision: unit.revision, values: inputOf(unit) };
    },
    amend(desk, _caller, seen, fields) {
      const before = findUnit(db, seen.id) ?? refuse({ code: 'missing' });
      const unit = checkedUnit(db, { ...inputOf(before), ...fields }, today(clock));
      desk.patch(unitsLedger, seen.id, seen.revision, unit);
    },
  };
}

function inputOf(unit: UnitRecord): UnitInput {
  return Object.fromEntries(
    Object.entries(unit).filter(([name]) => Object.hasOwn(unitFields, name)),
  ) as UnitInput;
}
