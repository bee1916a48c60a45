/** 户: one head, one door. A household moves with everybody who belongs to it and is still here. */
import type { HouseholdRecord, householdsContract } from '#shared/contract/residents.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { today } from '#shared/kernel/clock.ts';
import { refuse } from '#shared/kernel/failure.ts';
import { isSyntheticOffice } from '#shared/kernel/ids.ts';
import { cleanText } from '#shared/kernel/text-input.ts';
import { cleanHousehold, type HouseholdInput } from '#shared/ledgers/population/households.ts';
import type { Desk } from '#main/db/journal.ts';
import { consumeDraft, recordOfDraft } from '#main/desk/drafts.ts';
import { householdsLedger, residentsLedger } from '#main/ledgers/population/tables.ts';
import type { HouseholdRecord as StoredHousehold } from '#main/ledgers/population/tables.ts';
import type { Calls } from '#main/rpc/calls.ts';
import { findHousehold, hasMembers, isStandingDoor, presentMembers, type Seen } from './find.ts';
import { gone } from './gone.ts';
import { householdOf, householdsAt } from './household-record.ts';
import { readerNow } from './masked-number.ts';
import type { PeopleRoom } from './room.ts';

type Room = Pick<PeopleRoom, 'db' | 'journal' | 'clock' | 'officeCode'>;

export function householdsService({
  db,
  journal,
  clock,
  officeCode,
}: Room): Calls<typeof householdsContract> {
  const day = () => today(clock);

  function answer(caller: Caller, id: string): HouseholdRecord {
    return householdOf(db, readerNow(caller, clock), id) ?? refuse({ code: 'missing' });
  }

  function seen({ id, revision }: Seen): StoredHousehold {
    const record = findHousehold(db, id) ?? refuse({ code: 'missing' });
    if (record.revision !== revision) refuse({ code: 'stale', revision: record.revision });
    return record;
  }

  /** A cleaned entry whose door, where it is another one, stands. */
  function checked(input: HouseholdInput, before: StoredHousehold | null): HouseholdInput {
    const entry = cleanHousehold(input);
    if (entry.addressId !== before?.addressId && !isStandingDoor(db, entry.addressId))
      refuse({ code: 'invalid', issues: [{ field: 'addressId', rule: 'no-door' }] });
    return entry;
  }

  /** Everybody who is here goes along; whoever left stays written down where they were. */
  function bringAlong(desk: Desk, before: StoredHousehold, addressId: string, why?: string): number {
    if (addressId === before.addressId) return 0;
    const members = presentMembers(db, before.id);
    for (const { id, revision } of members) desk.patch(residentsLedger, id, revision, { addressId }, why);
    return members.length;
  }

  return {
    open: (input, caller) => answer(caller, input.id),
    at: (input, caller) => householdsAt(db, readerNow(caller, clock), input.addressId),
    register: (input, caller) => {
      const made = recordOfDraft(db, caller, input.draft);
      if (made !== null && findHousehold(db, made) !== null) return answer(caller, made);
      const entry = checked(input.household, null);
      const id = journal.write(caller, (desk) => {
        const record = desk.put(householdsLedger, {
          ...entry,
          batchId: null,
          source: 'desk',
          synthetic: isSyntheticOffice(officeCode),
        });
        consumeDraft(desk, caller, input.draft, 'household', record.id);
        return record.id;
      });
      return answer(caller, id);
    },
    amend: (input, caller) => {
      const before = seen(input);
      const entry = checked(input.household, before);
      journal.write(caller, (desk) => {
        desk.patch(householdsLedger, before.id, before.revision, entry);
        bringAlong(desk, before, entry.addressId);
      });
      return answer(caller, before.id);
    },
    move: (input, caller) => {
      const before = seen(input);
      const { addressId, on } = input;
      if (on > day()) refuse({ code: 'invalid', issues: [{ field: 'on', rule: 'future' }] });
      if (addressId !== null) checked({ ...before, addressId }, before);
      const moved = journal.write(caller, (desk) => {
        if (addressId !== null) {
          desk.patch(householdsLedger, before.id, before.revision, { addressId }, on);
          return bringAlong(desk, before, addressId, on);
        }
        const members = presentMembers(db, before.id);
        for (const member of members)
          desk.patch(residentsLedger, member.id, member.revision, gone(member, 'moved', on, day()));
        return members.length;
      });
      return { moved };
    },
    retire: (input, caller) => {
      const before = seen(input);
      if (hasMembers(db, before.id))
        refuse({ code: 'invalid', issues: [{ field: 'id', rule: 'has-members' }] });
      journal.write(caller, (desk) =>
        desk.retire(householdsLedger, before.id, before.revision, cleanText(input.reason)),
      );
      return {};
    },
  };
}
