/** 走访: what came of going to a door, and the verification that follows from having met somebody. */
import { and, eq, isNull } from 'drizzle-orm';
import type { homeVisitsContract } from '#shared/contract/population/addresses.ts';
import { addMonths, isCalendarDay } from '#shared/kernel/calendar-day.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { today as dayNow } from '#shared/kernel/clock.ts';
import { type FieldIssue, orRefuse, refuse } from '#shared/kernel/failure.ts';
import { isSyntheticOffice } from '#shared/kernel/ids.ts';
import { cleanText } from '#shared/kernel/text-input.ts';
import { mayBeDoor } from '#shared/ledgers/population/addresses.ts';
import { HOME_VISIT_RETENTION_MONTHS, type HomeVisitInput } from '#shared/ledgers/population/home-visits.ts';
import type { Desk } from '#main/db/journal.ts';
import { consumeDraft, recordOfDraft } from '#main/desk/drafts.ts';
import { liveResident } from '#main/ledgers/population/people/shown.ts';
import { verifyResidents, type VerifyStamp } from '#main/ledgers/population/people/verifying/verify.ts';
import { dwellings, dwellingsLedger, homeVisitsLedger, residents } from '#main/ledgers/population/tables.ts';
import type { Calls } from '#main/rpc/calls.ts';
import { staff } from '#main/staff/table.ts';
import { findAddress } from '#main/ledgers/population/places/address-rows.ts';
import { findDwelling } from '#main/ledgers/population/places/dwelling-rows.ts';
import type { PlacesRoom } from '#main/ledgers/population/places/room.ts';
import { listDue } from '#main/ledgers/population/places/stops.ts';
import { homeVisitRowOf } from './visit-rows.ts';

export function homeVisitsService(room: PlacesRoom): Calls<typeof homeVisitsContract> {
  const { db, journal, clock } = room;

  function registeredAt(addressId: string): { id: string; revision: number }[] {
    return db
      .select({ id: residents.id, revision: residents.revision })
      .from(residents)
      .where(and(eq(residents.addressId, addressId), liveResident, isNull(residents.outState)))
      .all();
  }

  function checked(caller: Caller, input: HomeVisitInput): HomeVisitInput {
    const visit = { ...input, nextDueOn: cleanText(input.nextDueOn ?? '') || null };
    const issues: FieldIssue[] = [];
    const address = findAddress(db, visit.addressId);
    if (address === null) issues.push({ field: 'addressId', rule: 'required' });
    else if (!mayBeDoor(address.kind)) issues.push({ field: 'addressId', rule: 'no-door' });
    if (visit.nextDueOn !== null && !isCalendarDay(visit.nextDueOn))
      issues.push({ field: 'nextDueOn', rule: 'unread' });
    else if (visit.nextDueOn !== null && visit.nextDueOn < dayNow(clock))
      issues.push({ field: 'nextDueOn', rule: 'past' });
    issues.push(...companionIssues(caller, visit));
    orRefuse(issues);
    return visit;
  }

  function companionIssues(caller: Caller, { purpose, companion }: HomeVisitInput): FieldIssue[] {
    if (companion === caller.staff) return [{ field: 'companion', rule: 'oneself' }];
    const who =
      companion === null
        ? undefined
        : db
            .select({ role: staff.role })
            .from(staff)
            .where(and(eq(staff.id, companion), isNull(staff.retiredAt)))
            .get();
    if (companion !== null && who === undefined) return [{ field: 'companion', rule: 'missing' }];
    const needsOfficer = purpose === 'statutory' && caller.role !== 'officer';
    return needsOfficer && who?.role !== 'officer' ? [{ field: 'companion', rule: 'officer-needed' }] : [];
  }

  function verifyDoor(desk: Desk, addressId: string, stamp: VerifyStamp): number {
    const here = registeredAt(addressId);
    verifyResidents(desk, here, stamp);
    const dwelling = findDwelling(db, eq(dwellings.addressId, addressId));
    if (dwelling !== null) {
      const { on: verifiedOn, by: verifiedBy, how: verifiedHow } = stamp;
      desk.patch(dwellingsLedger, dwelling.id, dwelling.revision, { verifiedOn, verifiedBy, verifiedHow });
    }
    return here.length;
  }

  return {
    record: (input, caller) => {
      const made = recordOfDraft(db, caller, input.draft);
      const known = made === null ? null : homeVisitRowOf(db, made);
      const verifies = ({ purpose, result }: Pick<HomeVisitInput, 'purpose' | 'result'>) =>
        purpose === 'verify' && result === 'met';
      if (known !== null)
        return { visit: known, verified: verifies(known) ? registeredAt(known.addressId).length : 0 };
      const visit = checked(caller, input.visit);
      const on = dayNow(clock);
      const { id, verified } = journal.write(caller, (desk) => {
        const record = desk.put(homeVisitsLedger, {
          ...visit,
          how: input.how,
          visitedAt: desk.now,
          retainUntil: addMonths(on, HOME_VISIT_RETENTION_MONTHS),
          source: 'desk',
          synthetic: isSyntheticOffice(room.officeCode),
        });
        consumeDraft(desk, caller, input.draft, 'home-visit', record.id);
        const stamp = { on, by: caller.staff, how: input.how };
        return { id: record.id, verified: verifies(visit) ? verifyDoor(desk, visit.addressId, stamp) : 0 };
      });
      return { visit: homeVisitRowOf(db, id) ?? refuse({ code: 'missing' }), verified };
    },
    due: (input, caller) => listDue(db, caller, input),
  };
}
