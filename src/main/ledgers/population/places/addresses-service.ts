/** 标准地址: the tree is added to, renamed, joined. Rules come from src/shared/ledgers/population/addresses.ts. */
import type { AddressRecord, addressesContract } from '#shared/contract/population/addresses.ts';
import { today as dayNow } from '#shared/kernel/clock.ts';
import { orRefuse, refuse, refuseField } from '#shared/kernel/failure.ts';
import { isSyntheticOffice } from '#shared/kernel/ids.ts';
import { cleanText } from '#shared/kernel/text-input.ts';
import {
  addressIssues,
  addressLine,
  cleanAddress,
  mayHold,
  type AddressInput,
} from '#shared/ledgers/population/addresses.ts';
import { consumeDraft, recordOfDraft } from '#main/desk/drafts.ts';
import type { Calls } from '#main/rpc/calls.ts';
import { addressesLedger, type AddressRow } from '#main/ledgers/population/tables.ts';
import { addressRecordOf, childrenOf, findAddress, isInUse, nodesBelow } from './address-rows.ts';
import { doorOf } from './door.ts';
import { elementKey } from './element-key.ts';
import { faceOf } from './face.ts';
import { gridsBelow } from './grids/grid-rows.ts';
import { below } from './lines.ts';
import { checkMerge, mergeElements, sizeOfMerge } from './merge.ts';
import { linesBelow } from './rewrite-lines.ts';
import { afterwards, writeMany, type PlacesRoom } from './room.ts';

export function addressesService(room: PlacesRoom): Calls<typeof addressesContract> {
  const { db, raw, journal, clock } = room;

  function answer(id: string): AddressRecord {
    return addressRecordOf(raw, id) ?? refuse({ code: 'missing' });
  }

  function standing(id: string): AddressRow {
    return findAddress(db, id) ?? refuse({ code: 'missing' });
  }

  /** The element at the revision the person saw. */
  function seen({ id, revision }: { readonly id: string; readonly revision: number }): AddressRow {
    const row = standing(id);
    if (row.revision !== revision) refuse({ code: 'stale', revision: row.revision });
    return row;
  }

  /** The cleaned entry and its parent; refused where it cannot stand there. */
  function checked(
    input: AddressInput,
    self: string | null,
  ): { address: AddressInput; parent: AddressRow | null } {
    const address = cleanAddress(input);
    const issues = addressIssues(address);
    const parent = address.parentId === null ? null : findAddress(db, address.parentId);
    if (address.parentId !== null && parent === null) issues.push({ field: 'parentId', rule: 'required' });
    if (parent !== null && !mayHold(parent.kind, address.kind))
      issues.push({ field: 'parentId', rule: 'cannot-hold' });
    orRefuse(issues);
    const key = elementKey(address.kind, address.name);
    const namesake = childrenOf(raw, address.parentId).some(
      ({ id, kind, name }) => id !== self && elementKey(kind, name) === key,
    );
    if (namesake) refuseField('name', 'exists');
    return { address, parent };
  }

  return {
    below: ({ parent }) => nodesBelow(raw, parent),
    open: ({ id }) => answer(id),
    face: ({ id }, caller) => faceOf(raw, caller, id, dayNow(clock)) ?? refuse({ code: 'missing' }),
    door: ({ id }, caller) => doorOf(room, caller, id) ?? refuse({ code: 'missing' }),
    add: (input, caller) => {
      const made = recordOfDraft(db, caller, input.draft);
      if (made !== null && findAddress(db, made) !== null) return answer(made);
      const { address, parent } = checked(input.address, null);
      const row = {
        ...address,
        line: addressLine(parent, address),
        division: address.division === '' ? (parent?.division ?? '') : address.division,
        policeGrid: address.policeGrid ?? parent?.policeGrid ?? null,
        civilGrid: address.civilGrid ?? parent?.civilGrid ?? null,
        mergedInto: null,
        batchId: null,
        source: 'desk' as const,
        synthetic: isSyntheticOffice(room.officeCode),
      };
      const id = journal.write(caller, (desk) => {
        const record = desk.put(addressesLedger, row);
        consumeDraft(desk, caller, input.draft, 'address', record.id);
        return record.id;
      });
      return answer(id);
    },
    amend: (input, caller, { signal }) => {
      const before = seen(input);
      const { address, parent } = checked(input.address, before.id);
      if (parent !== null && parent.id !== before.parentId && below(raw, before.id).includes(parent.id))
        refuseField('parentId', 'cannot-hold');
      if (childrenOf(raw, before.id).some(({ kind }) => !mayHold(address.kind, kind)))
        refuseField('kind', 'cannot-hold');
      const line = addressLine(parent, address);
      const lines = linesBelow(raw, before.id, { kind: address.kind, line });
      const work = writeMany(journal, caller, lines.length, signal, function* (desk) {
        desk.patch(addressesLedger, before.id, before.revision, { ...address, line });
        for (const [done, one] of lines.entries()) {
          desk.patch(addressesLedger, one.id, one.revision, { line: one.line });
          yield { done, total: lines.length };
        }
      });
      return afterwards(work, () => answer(before.id));
    },
    setGrids: (input, caller, { signal }) => {
      const before = seen(input);
      const changes = gridsBelow(raw, before, {
        policeGrid: cleanText(input.policeGrid ?? '') || null,
        civilGrid: cleanText(input.civilGrid ?? '') || null,
      });
      return writeMany(journal, caller, changes.length, signal, function* (desk) {
        for (const [done, { id, revision, grids }] of changes.entries()) {
          desk.patch(addressesLedger, id, revision, grids);
          yield { done, total: changes.length };
        }
        return { changed: changes.length };
      });
    },
    merge: (input, caller, { signal }) => {
      const from = seen(input);
      const into = checkMerge(raw, from, findAddress(db, input.into));
      const why = cleanText(input.reason);
      const work = writeMany(journal, caller, sizeOfMerge(raw, from), signal, (desk) =>
        mergeElements(room, desk, from, into, why),
      );
      return afterwards(work, () => answer(into.id));
    },
    retire: (input, caller) => {
      const before = seen(input);
      if (isInUse(raw, before.id)) refuseField('id', 'not-empty');
      journal.write(caller, (desk) =>
        desk.retire(addressesLedger, before.id, before.revision, cleanText(input.reason)),
      );
      return {};
    },
  };
}
