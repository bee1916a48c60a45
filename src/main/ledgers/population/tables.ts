/** 一标三实, as stored. Meaning and rules: src/shared/ledgers/population. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { ADDRESS_STATES, ELEMENT_KINDS } from '#shared/ledgers/population/addresses.ts';
import { DWELLING_USES, RENTAL_USES } from '#shared/ledgers/population/dwellings.ts';
import { GRID_KINDS } from '#shared/ledgers/population/grids.ts';
import { VISIT_PURPOSES, VISIT_RESULTS } from '#shared/ledgers/population/home-visits.ts';
import { HOUSEHOLD_KINDS } from '#shared/ledgers/population/households.ts';
import { RELATION_CODES } from '#shared/ledgers/population/relations.ts';
import {
  HOUSING_CODES,
  ID_TYPES,
  OUT_STATES,
  RESIDENCE_TYPES,
  SEXES,
} from '#shared/ledgers/population/residents.ts';
import {
  CHECK_MARKS,
  RECHECK_RESULTS,
  SMALL_PLACES,
  STAFF_BANDS,
  UNIT_TYPES,
} from '#shared/ledgers/population/units.ts';
import { VERIFIED_HOW } from '#shared/ledgers/population/verified.ts';
import { stamps, type Ledger, type Row } from '#main/db/ledger-table.ts';
import { addressFinder } from './finding/keys/address-keys.ts';
import { residentFinder } from './finding/keys/resident-keys.ts';
import { unitFinder } from './finding/keys/unit-keys.ts';

/** Where a record came from. */
export const SOURCES = ['desk', 'visit', 'import', 'seed'] as const;

/** Where a record came from, and whether it is of a practice office. */
function origin() {
  return {
    source: text({ enum: SOURCES }).notNull(),
    synthetic: integer({ mode: 'boolean' }).notNull(),
  };
}

/** When, by whom and how it was last found true. */
function verification() {
  return {
    verifiedOn: text('verified_on'),
    verifiedBy: text('verified_by'),
    verifiedHow: text('verified_how', { enum: VERIFIED_HOW }),
  };
}

export const grids = sqliteTable('grids', {
  ...stamps(),
  kind: text({ enum: GRID_KINDS }).notNull(),
  code: text().notNull(),
  name: text().notNull(),
  policeGrid: text('police_grid'),
  keeper: text().notNull(),
});

export const addresses = sqliteTable('addresses', {
  ...stamps(),
  parentId: text('parent_id'),
  kind: text({ enum: ELEMENT_KINDS }).notNull(),
  name: text().notNull(),
  /** Follows from the names above; written anew below an element that is renamed. */
  line: text().notNull(),
  floor: integer(),
  aliases: text().notNull(),
  division: text().notNull(),
  communityCode: text('community_code').notNull(),
  policeGrid: text('police_grid'),
  civilGrid: text('civil_grid'),
  state: text({ enum: ADDRESS_STATES }).notNull(),
  quiet: integer({ mode: 'boolean' }).notNull(),
  bestTime: text('best_time').notNull(),
  mergedInto: text('merged_into'),
  batchId: text('batch_id'),
  ...origin(),
});

export const dwellings = sqliteTable('dwellings', {
  ...stamps(),
  addressId: text('address_id').notNull(),
  use: text({ enum: DWELLING_USES }).notNull(),
  ownerName: text('owner_name'),
  ownerPhone: text('owner_phone'),
  rentalUse: text('rental_use', { enum: RENTAL_USES }),
  landlordName: text('landlord_name'),
  landlordPhone: text('landlord_phone'),
  agentName: text('agent_name'),
  agentPhone: text('agent_phone'),
  letFrom: text('let_from'),
  letTo: text('let_to'),
  occupants: integer(),
  pledgeOn: text('pledge_on'),
  safetyCheckedOn: text('safety_checked_on'),
  ...verification(),
  batchId: text('batch_id'),
  ...origin(),
});

export const households = sqliteTable('households', {
  ...stamps(),
  addressId: text('address_id').notNull(),
  kind: text({ enum: HOUSEHOLD_KINDS }).notNull(),
  number: text().notNull(),
  batchId: text('batch_id'),
  ...origin(),
});

export const residents = sqliteTable('residents', {
  ...stamps(),
  name: text().notNull(),
  otherName: text('other_name'),
  idType: text('id_type', { enum: ID_TYPES }).notNull(),
  idNumber: text('id_number'),
  sex: text({ enum: SEXES }).notNull(),
  birthDate: text('birth_date'),
  phone: text(),
  phone2: text(),
  phone3: text(),
  addressId: text('address_id').notNull(),
  registerAddress: text('register_address'),
  registerDivision: text('register_division'),
  residenceType: text('residence_type', { enum: RESIDENCE_TYPES }).notNull(),
  housing: text({ enum: HOUSING_CODES }),
  householdId: text('household_id'),
  relation: text({ enum: RELATION_CODES }),
  stayFrom: text('stay_from'),
  stayUntil: text('stay_until'),
  guardianId: text('guardian_id'),
  emergencyContact: text('emergency_contact'),
  emergencyConsent: integer('emergency_consent', { mode: 'boolean' }).notNull(),
  noticeGivenOn: text('notice_given_on'),
  outState: text('out_state', { enum: OUT_STATES }),
  outOn: text('out_on'),
  ...verification(),
  /** Null while the person is here; a year after they left, the office deletes its copy. */
  retainUntil: text('retain_until'),
  /** The record that this one was merged into, when it was retired for that. */
  mergedInto: text('merged_into'),
  batchId: text('batch_id'),
  ...origin(),
});

export const homeVisits = sqliteTable('home_visits', {
  ...stamps(),
  addressId: text('address_id').notNull(),
  visitedAt: text('visited_at').notNull(),
  purpose: text({ enum: VISIT_PURPOSES }).notNull(),
  result: text({ enum: VISIT_RESULTS }).notNull(),
  how: text({ enum: VERIFIED_HOW }).notNull(),
  companion: text(),
  nextDueOn: text('next_due_on'),
  retainUntil: text('retain_until').notNull(),
  ...origin(),
});

export const units = sqliteTable('units', {
  ...stamps(),
  name: text().notNull(),
  creditCode: text('credit_code'),
  type: text({ enum: UNIT_TYPES }).notNull(),
  addressId: text('address_id').notNull(),
  keeperName: text('keeper_name'),
  keeperPhone: text('keeper_phone'),
  securityName: text('security_name'),
  securityPhone: text('security_phone'),
  hours: text().notNull(),
  staffBand: text('staff_band', { enum: STAFF_BANDS }),
  smallPlace: text('small_place', { enum: SMALL_PLACES }),
  keySince: text('key_since'),
  keyDecision: text('key_decision'),
  ...origin(),
});

export const unitChecks = sqliteTable('unit_checks', {
  ...stamps(),
  unitId: text('unit_id').notNull(),
  checkedOn: text('checked_on').notNull(),
  officer: text().notNull(),
  companion: text(),
  guardDuty: text('guard_duty', { enum: CHECK_MARKS }).notNull(),
  keyPositions: text('key_positions', { enum: CHECK_MARKS }).notNull(),
  fireExits: text('fire_exits', { enum: CHECK_MARKS }).notNull(),
  extinguishers: text({ enum: CHECK_MARKS }).notNull(),
  wiring: text({ enum: CHECK_MARKS }).notNull(),
  gas: text({ enum: CHECK_MARKS }).notNull(),
  hotelBook: text('hotel_book', { enum: CHECK_MARKS }).notNull(),
  finding: text().notNull(),
  fixedOnSite: integer('fixed_on_site', { mode: 'boolean' }).notNull(),
  noticeNo: text('notice_no'),
  deadline: text(),
  recheckedOn: text('rechecked_on'),
  recheckResult: text('recheck_result', { enum: RECHECK_RESULTS }),
  retainUntil: text('retain_until').notNull(),
  ...origin(),
});

export type AddressRow = Row<typeof addresses>;
export type DwellingRecord = Row<typeof dwellings>;
export type HouseholdRecord = Row<typeof households>;
export type ResidentRecord = Row<typeof residents>;
export type HomeVisitRecord = Row<typeof homeVisits>;
export type UnitRecord = Row<typeof units>;
export type UnitCheckRecord = Row<typeof unitChecks>;
export type GridRecord = Row<typeof grids>;

export const gridsLedger: Ledger<typeof grids> = { name: 'grids', table: grids, personal: false };
export const dwellingsLedger: Ledger<typeof dwellings> = {
  name: 'dwellings',
  table: dwellings,
  personal: true,
};
export const householdsLedger: Ledger<typeof households> = {
  name: 'households',
  table: households,
  personal: true,
};
/** Of a forgotten visit to a door stays that there was one, what for and what came of it: no door, nobody. */
export const homeVisitsLedger: Ledger<typeof homeVisits> = {
  name: 'home_visits',
  table: homeVisits,
  personal: true,
  keeps: ['visitedAt', 'purpose', 'result', 'how', 'source', 'synthetic'],
};
/** Of a forgotten check stay its marks, and whether the hazard was put right. */
export const unitChecksLedger: Ledger<typeof unitChecks> = {
  name: 'unit_checks',
  table: unitChecks,
  personal: false,
  keeps: [
    'unitId',
    'checkedOn',
    'guardDuty',
    'keyPositions',
    'fireExits',
    'extinguishers',
    'wiring',
    'gas',
    'hotelBook',
    'fixedOnSite',
    'recheckResult',
    'source',
    'synthetic',
  ],
};
export const addressesLedger: Ledger<typeof addresses> = {
  name: 'addresses',
  table: addresses,
  personal: false,
  finder: addressFinder,
};
/** Of a forgotten person stays that there was one, how they lived here and why they left. */
export const residentsLedger: Ledger<typeof residents> = {
  name: 'residents',
  table: residents,
  personal: true,
  finder: residentFinder,
  keeps: ['residenceType', 'outState', 'source', 'synthetic'],
};
export const unitsLedger: Ledger<typeof units> = {
  name: 'units',
  table: units,
  personal: true,
  finder: unitFinder,
};
