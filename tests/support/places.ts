/** A small town in a store of its own, and the rooms of places as the router calls them. */
import type { AddressNode, AddressRecord } from '#shared/contract/population/addresses.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { addressLine, type AddressInput, type ElementKind } from '#shared/ledgers/population/addresses.ts';
import type { DwellingInput } from '#shared/ledgers/population/dwellings.ts';
import type { HomeVisitInput } from '#shared/ledgers/population/home-visits.ts';
import type { VerifiedHow } from '#shared/ledgers/population/verified.ts';
import type { Desk } from '#main/db/journal.ts';
import type { NewRow } from '#main/db/ledger-table.ts';
import { readRow } from '#main/db/row-writer.ts';
import { historyService } from '#main/desk/history.ts';
import { openPlaces, placeHistories } from '#main/ledgers/population/places/places.ts';
import {
  addresses,
  addressesLedger,
  residents,
  residentsLedger,
  type AddressRow,
  type ResidentRecord,
} from '#main/ledgers/population/tables.ts';
import { staffNames } from '#main/staff/service.ts';
import { now } from './answers.ts';
import { CONTEXT, personAt } from './people.ts';
import { OFFICE_CODE, openTestStore } from './store.ts';
import { newDraft } from './visits.ts';

/** The least that can be entered of an element. */
export function elementIn(
  parentId: string | null,
  kind: ElementKind,
  name: string,
  fields: Partial<AddressInput> = {},
): AddressInput {
  return {
    parentId,
    kind,
    name,
    floor: null,
    aliases: '',
    division: '',
    communityCode: '',
    policeGrid: null,
    civilGrid: null,
    state: 'in-use',
    quiet: false,
    bestTime: '',
    ...fields,
  };
}

export const OWN_HOME: Omit<DwellingInput, 'addressId'> = {
  use: 'own',
  ownerName: null,
  ownerPhone: null,
  rentalUse: null,
  landlordName: null,
  landlordPhone: null,
  agentName: null,
  agentPhone: null,
  letFrom: null,
  letTo: null,
  occupants: null,
  pledgeOn: null,
  safetyCheckedOn: null,
};

export type PlacesDesk = ReturnType<typeof openPlacesDesk>;

/** 青禾镇 with 胜利社区, whose grids are 03 and 胜利01. */
export function openPlacesDesk(options: Parameters<typeof openTestStore>[0] = {}) {
  const desk = openTestStore(options);
  const { store, journal, clock, officer, auxiliary } = desk;
  const { read, raw } = store;
  const places = openPlaces({ db: read, raw, journal, clock, officeCode: OFFICE_CODE });
  const history = historyService(raw, journal, clock, placeHistories({ db: read, raw }), staffNames(read));

  const add = (
    parent: { readonly id: string } | null,
    kind: ElementKind,
    name: string,
    fields: Partial<AddressInput> = {},
    caller: Caller = officer,
    draft = newDraft(),
  ): AddressRecord =>
    now(
      places.addresses.add(
        { address: elementIn(parent?.id ?? null, kind, name, fields), draft },
        caller,
        CONTEXT,
      ),
    );
  const town = add(null, 'town', '青禾镇', { division: '519901' });
  const community = add(town, 'community', '胜利社区', { policeGrid: '03', civilGrid: '胜利01' });

  const storedAddress = (id: string): AddressRow =>
    readRow(
      addresses,
      raw.prepare('SELECT * FROM addresses WHERE id = ?').get(id) as Record<string, unknown>,
    );
  const amendInput = (id: string, fields: Partial<AddressInput>) => {
    const { revision, parentId, kind, name, ...row } = storedAddress(id);
    const { floor, aliases, division, communityCode, policeGrid, civilGrid, state, quiet, bestTime } = row;
    const kept = { floor, aliases, division, communityCode, policeGrid, civilGrid, state, quiet, bestTime };
    return { id, revision, address: elementIn(parentId, kind, name, { ...kept, ...fields }) };
  };

  return {
    ...desk,
    places,
    history,
    town,
    community,
    add,
    storedAddress,
    /** What is sent to amend an element in some of its fields. */
    amendInput,
    amend: (id: string, fields: Partial<AddressInput>, caller: Caller = officer) =>
      now(places.addresses.amend(amendInput(id, fields), caller, CONTEXT)),
    open: (id: string) => now(places.addresses.open({ id }, officer, CONTEXT)),
    door: (id: string, caller: Caller = officer) => now(places.addresses.door({ id }, caller, CONTEXT)),
    face: (id: string) => now(places.addresses.face({ id }, officer, CONTEXT)),
    below: (parent: string | null): AddressNode[] =>
      now(places.addresses.below({ parent }, officer, CONTEXT)),
    merge: (from: string, into: string, reason = '重复录入') =>
      places.addresses.merge(
        { id: from, revision: storedAddress(from).revision, into, reason },
        officer,
        CONTEXT,
      ),
    dwell: (
      addressId: string,
      fields: Partial<DwellingInput> = {},
      revision: number | null = null,
      draft = newDraft(),
    ) =>
      now(
        places.dwellings.save(
          { revision, dwelling: { ...OWN_HOME, addressId, ...fields }, draft },
          auxiliary,
          CONTEXT,
        ),
      ),
    visit: (
      addressId: string,
      fields: Partial<HomeVisitInput> = {},
      caller: Caller = auxiliary,
      how: VerifiedHow = 'visit',
      draft = newDraft(),
    ) =>
      now(
        places.homeVisits.record(
          {
            visit: {
              addressId,
              purpose: 'verify',
              result: 'met',
              companion: null,
              nextDueOn: null,
              ...fields,
            },
            how,
            draft,
          },
          caller,
          CONTEXT,
        ),
      ),
    /** Somebody registered at a door, as another room would put them there. */
    person: (addressId: string, fields: Partial<ResidentRecord> = {}): ResidentRecord =>
      journal.write(officer, (write) => write.put(residentsLedger, residentAt(addressId, fields))),
    storedPerson: (id: string): ResidentRecord =>
      readRow(
        residents,
        raw.prepare('SELECT * FROM residents WHERE id = ?').get(id) as Record<string, unknown>,
      ),
    undo: (
      ledger: 'addresses' | 'dwellings' | 'grids' | 'home_visits',
      { id, revision }: { readonly id: string; readonly revision: number },
      caller: Caller = officer,
    ) => now(history.undo({ ledger, id, revision }, caller, CONTEXT)),
    historyOf: (
      ledger: 'addresses' | 'dwellings' | 'grids' | 'home_visits',
      id: string,
      caller: Caller = officer,
    ) => now(history.of({ ledger, id }, caller, CONTEXT)),
  };
}

function residentAt(addressId: string, fields: Partial<ResidentRecord>): NewRow<typeof residents> {
  return {
    ...personAt(addressId),
    outState: null,
    outOn: null,
    verifiedOn: null,
    verifiedBy: null,
    verifiedHow: null,
    retainUntil: null,
    mergedInto: null,
    batchId: null,
    source: 'desk',
    synthetic: true,
    ...fields,
  };
}

/** A compound of so many doors, straight into the ledger: buildings of two entrances with 25 rooms each. */
export function putCompound(desk: Desk, parent: AddressRow, name: string, rooms: number): AddressRow {
  const put = (above: AddressRow, kind: ElementKind, own: string, floor: number | null = null): AddressRow =>
    desk.put(addressesLedger, {
      ...elementIn(above.id, kind, own, { floor, division: above.division, policeGrid: above.policeGrid }),
      line: addressLine(above, { kind, name: own }),
      mergedInto: null,
      batchId: null,
      source: 'desk',
      synthetic: true,
    });
  const compound = put(parent, 'compound', name);
  let building = compound;
  let entrance = compound;
  for (let at = 0; at < rooms; at += 1) {
    if (at % 50 === 0) building = put(compound, 'building', `${at / 50 + 1}栋`);
    if (at % 25 === 0) entrance = put(building, 'entrance', `${(at % 50) / 25 + 1}单元`);
    const floor = Math.floor((at % 25) / 5) + 1;
    put(entrance, 'room', `${floor}0${(at % 5) + 1}`, floor);
  }
  return compound;
}
