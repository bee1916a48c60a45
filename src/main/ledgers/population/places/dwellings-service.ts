/** 实有房屋, 出租房屋: one record a door. Rules come from src/shared/ledgers/population/dwellings.ts. */
import { eq } from 'drizzle-orm';
import type { DwellingRow, dwellingsContract } from '#shared/contract/population/addresses.ts';
import { today as dayNow } from '#shared/kernel/clock.ts';
import { refuse } from '#shared/kernel/failure.ts';
import { isSyntheticOffice } from '#shared/kernel/ids.ts';
import { revealReasonText } from '#shared/ledgers/reveal.ts';
import { consumeDraft, recordOfDraft } from '#main/desk/drafts.ts';
import { dwellings, dwellingsLedger } from '#main/ledgers/population/tables.ts';
import type { Calls } from '#main/rpc/calls.ts';
import { checkedDwelling } from './dwelling-entry.ts';
import { dwellingRowOf, findDwelling, listRentals } from './dwelling-rows.ts';
import type { PlacesRoom } from './room.ts';

const UNVERIFIED = { verifiedOn: null, verifiedBy: null, verifiedHow: null } as const;

export function dwellingsService(room: PlacesRoom): Calls<typeof dwellingsContract> {
  const { db, journal, clock } = room;

  function answer(id: string): DwellingRow {
    return dwellingRowOf(db, dayNow(clock), eq(dwellings.id, id)) ?? refuse({ code: 'missing' });
  }

  return {
    save: (input, caller) => {
      const made = recordOfDraft(db, caller, input.draft);
      if (made !== null && findDwelling(db, eq(dwellings.id, made)) !== null) return answer(made);
      const before = findDwelling(db, eq(dwellings.addressId, input.dwelling.addressId));
      if (before === null && input.revision !== null) refuse({ code: 'missing' });
      if (before !== null && before.revision !== input.revision)
        refuse({ code: 'stale', revision: before.revision });
      const {
        ownerPhone = before?.ownerPhone ?? null,
        landlordPhone = before?.landlordPhone ?? null,
        agentPhone = before?.agentPhone ?? null,
      } = input.dwelling;
      const dwelling = checkedDwelling(db, { ...input.dwelling, ownerPhone, landlordPhone, agentPhone });
      const id = journal.write(caller, (desk) => {
        const record =
          before === null
            ? desk.put(dwellingsLedger, {
                ...dwelling,
                ...UNVERIFIED,
                batchId: null,
                source: 'desk',
                synthetic: isSyntheticOffice(room.officeCode),
              })
            : desk.patch(dwellingsLedger, before.id, before.revision, dwelling);
        consumeDraft(desk, caller, input.draft, 'dwelling', record.id);
        return record.id;
      });
      return answer(id);
    },
    rentals: (input) => listRentals(db, dayNow(clock), input),
    reveal: ({ id, field, reason, note }) => {
      if (revealReasonText(reason, note) === null) refuse({ code: 'reason-needed' });
      return { value: findDwelling(db, eq(dwellings.id, id))?.[field] ?? refuse({ code: 'missing' }) };
    },
  };
}
