/** 户: one head, one door. A household moves with everybody who belongs to it and is still here. */
import type { HouseholdRecord, householdsContract } from '#shared/contract/population/residents.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { today } from '#shared/kernel/clock.ts';
import { refuse } from '#shared/kernel/failure.ts';
import { isSyntheticOffice } from '#shared/kernel/ids.ts';
import { cleanText } from '#shared/kernel/text-input.ts';
import {
  cleanHousehold,
  householdIssues,
  type HouseholdInput,
} from '#shared/ledgers/population/households.ts';
import { consumeDraft, recordOfDraft } from '#main/desk/drafts.ts';
import { householdsLedger } from '#main/ledgers/population/tables.ts';
import type { HouseholdRecord as StoredHousehold } from '#main/ledgers/population/tables.ts';
import type { Calls } from '#main/rpc/calls.ts';
import { findHousehold, hasMembers, isStandingDoor, type Seen } from './find.ts';
import { bringAlong, moveHousehold, undoMove } from './household-move.ts';
import { householdOf, householdsAt } from './household-record.ts';
import { readerNow } from './masked-number.ts';
import type { PeopleRoom } from './room.ts';

type Room = Pick<PeopleRoom, 'db' | 'raw' | 'journal' | 'clock' | 'officeCode'>;

export function householdsService(room: Room): Calls<typeof householdsContract> {
  const { db, journal, clock, officeCode } = room;
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
    const issues = householdIssues(entry);
    if (entry.addressId !== before?.addressId && !isStandingDoor(db, entry.addressId))
      issues.push({ field: 'addressId', rule: 'no-door' });
    if (issues.length > 0) refuse({ code: 'invalid', issues });
    return entry;
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
        bringAlong(room, desk, before, entry.addressId);
      });
      return answer(caller, before.id);
    },
    move: (input, caller) => {
      const before = seen(input);
      const { addressId, on } = input;
      if (on > day()) refuse({ code: 'invalid', issues: [{ field: 'on', rule: 'future' }] });
      if (addressId !== null) checked({ ...before, addressId }, before);
      return { moved: moveHousehold(room, caller, before, addressId, on) };
    },
    undoMove: (input, caller) => ({ moved: undoMove(room, caller, input.id) }),
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
