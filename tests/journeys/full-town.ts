/** A town in which every screen of the population has something to show. */
import type { UnitCheckInput, UnitInput } from '#shared/ledgers/population/units.ts';
import { addHousehold, buildTown } from '#tests/renderer/population/town.ts';
import { numberOf } from '#tests/support/people.ts';
import { OWN_HOME } from '#tests/support/places.ts';
import { newDraft } from '#tests/support/visits.ts';
import type { AtDesk } from './journey.ts';

const HOTEL: Omit<UnitInput, 'addressId'> = {
  name: '平安旅馆',
  creditCode: null,
  type: 'hotel',
  keeperName: '周正',
  keeperPhone: '15400010021',
  securityName: null,
  securityPhone: null,
  hours: '全天',
  staffBand: 'under-10',
  smallPlace: 'hotel',
  keySince: null,
  keyDecision: null,
};

const CHECK: Omit<UnitCheckInput, 'unitId' | 'officer'> = {
  checkedOn: '2026-01-05',
  companion: null,
  guardDuty: 'fine',
  keyPositions: 'not-applicable',
  fireExits: 'fine',
  extinguishers: 'fault',
  wiring: 'fine',
  gas: 'fine',
  hotelBook: 'fine',
  finding: '灭火器过期',
  fixedOnSite: false,
  noticeNo: null,
  deadline: '2030-01-01',
};

/** A household, two who may be one, a door that is let, a hotel with a hazard, a grid. */
export async function fillTown(desk: AtDesk): Promise<void> {
  const officer = await desk.signIn();
  const { counter } = desk;
  const town = await buildTown(desk);
  const householdId = await addHousehold(desk, town.door);
  await town.person({ name: '徐云梅', relation: '02', householdId, idNumber: numberOf('19840302', '002') });
  await town.person({ name: '何沐宸', relation: '22', householdId, idNumber: numberOf('20130405', '013') });
  for (const order of ['002', '042'])
    await town.person({ name: '李欣', addressId: town.nextDoor, idNumber: numberOf('19910412', order) });
  const isLet = { use: 'let', rentalUse: '02', landlordName: '周正', landlordPhone: '15400010022' } as const;
  const dwelling = { ...OWN_HOME, ...isLet, addressId: town.nextDoor };
  await counter.dwellings.save({ revision: null, dwelling, draft: newDraft() });
  const grid = { kind: 'police', code: '03', name: '胜利一区', policeGrid: null, keeper: '' } as const;
  await counter.grids.add({ grid, draft: newDraft() });
  const unit = { ...HOTEL, addressId: town.nextDoor };
  const { unit: hotel } = await counter.units.register({ unit, draft: newDraft() });
  await counter.units.check({ check: { ...CHECK, unitId: hotel.id, officer }, draft: newDraft() });
}
