/** A community with one building of two entrances and a village, and what is done to their doors before a window opens. */
import type { AddressRecord } from '#shared/contract/population/addresses.ts';
import type { AddressInput, ElementKind } from '#shared/ledgers/population/addresses.ts';
import type { DwellingInput } from '#shared/ledgers/population/dwellings.ts';
import type { ResidentInput } from '#shared/ledgers/population/residents.ts';
import type { UnitInput } from '#shared/ledgers/population/units.ts';
import type { TestOffice } from '#tests/support/office.ts';
import { personAt } from '#tests/support/people.ts';
import { elementIn, OWN_HOME } from '#tests/support/places.ts';
import { newDraft } from '#tests/support/visits.ts';

/** The least that can be entered of a unit. */
export const SHOP: Omit<UnitInput, 'addressId'> = {
  name: '胜利便民超市',
  creditCode: null,
  type: 'shop',
  keeperName: null,
  keeperPhone: null,
  securityName: null,
  securityPhone: null,
  hours: '',
  staffBand: null,
  smallPlace: null,
  keySince: null,
  keyDecision: null,
};

/** Of every element that a test names. */
export interface Street {
  readonly community: AddressRecord;
  readonly compound: AddressRecord;
  readonly building: AddressRecord;
  readonly village: AddressRecord;
  /** 青禾苑3栋: 101, 102, 201, 202 at the first entrance, 101 at the second. */
  room(entrance: 1 | 2, name: string): AddressRecord;
  add(
    parent: { readonly id: string } | null,
    kind: ElementKind,
    name: string,
    fields?: Partial<AddressInput>,
  ): Promise<AddressRecord>;
  person(address: AddressRecord, fields: Partial<ResidentInput>): Promise<void>;
  dwell(address: AddressRecord, fields: Partial<DwellingInput>): Promise<void>;
  unit(fields: Partial<UnitInput>): Promise<string>;
}

/** Built by an officer, who is signed in afterwards. */
export async function buildStreet(office: TestOffice): Promise<Street> {
  await office.signIn('officer');
  const { counter } = office;
  const add: Street['add'] = (parent, kind, name, fields = {}) =>
    counter.addresses.add({
      address: elementIn(parent?.id ?? null, kind, name, fields),
      draft: newDraft(),
    });
  const town = await add(null, 'town', '青禾镇', { division: '519901' });
  const community = await add(town, 'community', '胜利社区', { policeGrid: '03' });
  const compound = await add(community, 'compound', '青禾苑');
  const building = await add(compound, 'building', '3栋');
  const rooms = new Map<string, AddressRecord>();
  for (const [entrance, names] of [
    [1, ['101', '102', '201', '202']],
    [2, ['101']],
  ] as const) {
    const parent = await add(building, 'entrance', `${entrance}单元`);
    for (const name of names)
      rooms.set(`${entrance} ${name}`, await add(parent, 'room', name, { floor: Number(name.slice(0, 1)) }));
  }
  await add(community, 'street', '胜利路');
  const village = await add(town, 'village', '青龙村');
  await add(village, 'group', '10组');
  const group = await add(village, 'group', '2组');
  for (const name of ['2号', '10号']) await add(group, 'gate', name);
  return {
    community,
    compound,
    building,
    village,
    room(entrance, name) {
      const found = rooms.get(`${entrance} ${name}`);
      if (found === undefined) throw new Error(`no such room: ${entrance} ${name}`);
      return found;
    },
    add,
    async person(address, fields) {
      await counter.residents.register({ resident: personAt(address.id, fields), draft: newDraft() });
    },
    async dwell(address, fields) {
      const dwelling = { ...OWN_HOME, addressId: address.id, ...fields };
      await counter.dwellings.save({ revision: null, dwelling, draft: newDraft() });
    },
    async unit(fields) {
      const unit = { ...SHOP, addressId: compound.id, ...fields };
      const saved = await counter.units.register({ unit, draft: newDraft() });
      return saved.unit.id;
    },
  };
}
