/** A unit as it will be stored: cleaned, and held against the place it names. */
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { orRefuse } from '#shared/kernel/failure.ts';
import { cleanUnit, unitIssues, type UnitInput } from '#shared/ledgers/population/units.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { isStandingAddress } from './queries.ts';

/** Refuses with the fields that do not fit. */
export function checkedUnit(db: ReadHandle, input: UnitInput, day: CalendarDay): UnitInput {
  const unit = cleanUnit(input);
  const issues = unitIssues(unit, day);
  if (!isStandingAddress(db, unit.addressId)) issues.push({ field: 'addressId', rule: 'required' });
  orRefuse(issues);
  return unit;
}
