/** 实有单位, 重点单位核查: register, amend, check, recheck. Rules come from src/shared/ledgers/population/units.ts. */
import { addMonths } from '#shared/kernel/calendar-day.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { today as dayNow, type Clock } from '#shared/kernel/clock.ts';
import type { unitsContract } from '#shared/contract/population/units.ts';
import { orRefuse, refuse } from '#shared/kernel/failure.ts';
import { isSyntheticOffice } from '#shared/kernel/ids.ts';
import { cleanText } from '#shared/kernel/text-input.ts';
import { revealReasonText } from '#shared/ledgers/reveal.ts';
import {
  cleanUnitCheck,
  UNIT_CHECK_RETENTION_MONTHS,
  unitCheckIssues,
  unitWarnings,
  type UnitCheckInput,
  type UnitInput,
} from '#shared/ledgers/population/units.ts';
import type { Journal } from '#main/db/journal.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { consumeDraft, recordOfDraft } from '#main/desk/drafts.ts';
import { unitChecksLedger, unitsLedger, type UnitRecord } from '#main/ledgers/population/tables.ts';
import type { Calls } from '#main/rpc/calls.ts';
import { checkedUnit } from './entry.ts';
import {
  checkRowOf,
  checksOf,
  findCheck,
  findUnit,
  isOfficer,
  listUnits,
  owedChecks,
  unitRowOf,
} from './queries.ts';

export interface UnitsRoom {
  readonly db: ReadHandle;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly officeCode: string;
}

export function unitsService({ db, journal, clock, officeCode }: UnitsRoom): Calls<typeof unitsContract> {
  const origin = () => ({ source: 'desk' as const, synthetic: isSyntheticOffice(officeCode) });

  function unitAt({ id, revision }: { readonly id: string; readonly revision: number }): UnitRecord {
    const unit = findUnit(db, id) ?? refuse({ code: 'missing' });
    if (unit.revision !== revision) refuse({ code: 'stale', revision: unit.revision });
    return unit;
  }

  function answer(id: string, unit: UnitInput) {
    return { unit: unitRowOf(db, id) ?? refuse({ code: 'missing' }), warnings: unitWarnings(unit) };
  }

  function checkedCheck(input: UnitCheckInput): UnitCheckInput {
    const check = cleanUnitCheck(input);
    const issues = unitCheckIssues(check, dayNow(clock));
    if (findUnit(db, check.unitId) === null) refuse({ code: 'missing' });
    if (!isOfficer(db, check.officer)) issues.push({ field: 'officer', rule: 'officer-needed' });
    orRefuse(issues);
    return check;
  }

  return {
    list: (input) => listUnits(db, input),
    open: ({ id }) => ({ unit: unitRowOf(db, id) ?? refuse({ code: 'missing' }), checks: checksOf(db, id) }),
    register: (input, caller) => {
      const unit = checkedUnit(db, input.unit, dayNow(clock));
      const made = recordOfDraft(db, caller, input.draft);
      if (made !== null && findUnit(db, made) !== null) return answer(made, unit);
      const id = journal.write(caller, (desk) => {
        const record = desk.put(unitsLedger, { ...unit, ...origin() });
        consumeDraft(desk, caller, input.draft, 'unit', record.id);
        return record.id;
      });
      return answer(id, unit);
    },
    amend: (input, caller) => {
      const before = unitAt(input);
      const { keeperPhone = before.keeperPhone, securityPhone = before.securityPhone } = input.unit;
      const unit = checkedUnit(db, { ...input.unit, keeperPhone, securityPhone }, dayNow(clock));
      journal.write(caller, (desk) => desk.patch(unitsLedger, before.id, before.revision, unit));
      return answer(before.id, unit);
    },
    retire: (input, caller) => {
      const before = unitAt(input);
      const checks = checksOf(db, before.id);
      const why = cleanText(input.reason);
      journal.write(caller, (desk) => {
        for (const check of checks) desk.retire(unitChecksLedger, check.id, check.revision, why);
        desk.retire(unitsLedger, before.id, before.revision, why);
      });
      return {};
    },
    reveal: ({ id, field, reason, note }) => {
      if (revealReasonText(reason, note) === null) refuse({ code: 'reason-needed' });
      return { value: findUnit(db, id)?.[field] ?? refuse({ code: 'missing' }) };
    },
    check: (input, caller) => {
      const check = checkedCheck(input.check);
      const made = recordOfDraft(db, caller, input.draft);
      const known = made === null ? null : checkRowOf(db, made);
      if (known !== null) return known;
      const id = saveCheck(caller, input.draft, check);
      return checkRowOf(db, id) ?? refuse({ code: 'missing' });
    },
    recheck: ({ id, revision, recheckedOn, recheckResult }, caller) => {
      const before = findCheck(db, id) ?? refuse({ code: 'missing' });
      if (recheckedOn < before.checkedOn || recheckedOn > dayNow(clock))
        refuse({ code: 'invalid', issues: [{ field: 'recheckedOn', rule: 'out-of-range' }] });
      journal.write(caller, (desk) =>
        desk.patch(unitChecksLedger, id, revision, { recheckedOn, recheckResult }),
      );
      return checkRowOf(db, id) ?? refuse({ code: 'missing' });
    },
    owed: (input) => owedChecks(db, input),
  };

  function saveCheck(caller: Caller, draft: string, check: UnitCheckInput): string {
    const retainUntil = addMonths(check.checkedOn, UNIT_CHECK_RETENTION_MONTHS);
    const progress = { recheckedOn: null, recheckResult: null };
    return journal.write(caller, (desk) => {
      const record = desk.put(unitChecksLedger, { ...check, ...progress, retainUntil, ...origin() });
      consumeDraft(desk, caller, draft, 'unit-check', record.id);
      return record.id;
    });
  }
}
