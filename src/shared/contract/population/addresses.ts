/** 标准地址 and what stands on it: the tree, the face of a building, one door, its dwelling, visits to it, the grids. */
import * as z from 'zod/mini';
import { DESK_ROLES } from '#shared/kernel/role.ts';
import {
  ALIASES_MAX,
  ADDRESS_STATES,
  addressFields,
  addressInput,
  ELEMENT_KINDS,
} from '#shared/ledgers/population/addresses.ts';
import { DWELLING_USES, dwellingInput, RENTAL_USES } from '#shared/ledgers/population/dwellings.ts';
import { GRID_KINDS, gridInput } from '#shared/ledgers/population/grids.ts';
import { homeVisitInput, VISIT_PURPOSES, VISIT_RESULTS } from '#shared/ledgers/population/home-visits.ts';
import { HOUSEHOLD_KINDS } from '#shared/ledgers/population/households.ts';
import { FRESHNESS, VERIFIED_HOW } from '#shared/ledgers/population/verified.ts';
import { REVEAL_REASONS } from '#shared/ledgers/reveal.ts';
import { call } from '#shared/contract/call.ts';
import { residentRow } from './residents.ts';
import {
  day,
  draftId,
  instant,
  nothing,
  page,
  pageRequest,
  reasonText,
  recordId,
  revision,
  keptWords,
} from '#shared/contract/shapes.ts';

/** Elements directly below one element. */
export const CHILDREN_MAX = 1000;
/** Elements above one another: one a level of the standard, and a house in a house number. */
export const DEPTH_MAX = 24;
/** Doors on the face of one building. */
export const DOORS_MAX = 800;
/** Grids of one office. */
export const GRIDS_MAX = 500;
/** People and visits shown at one door. */
export const AT_DOOR_MAX = 100;

const change = { id: recordId, revision };

export const addressNode = z.object({
  id: recordId,
  revision,
  parentId: z.nullable(recordId),
  kind: z.enum(ELEMENT_KINDS),
  name: z.string(),
  /** 青禾苑3栋2单元501 */
  line: z.string(),
  state: z.enum(ADDRESS_STATES),
  policeGrid: z.nullable(z.string()),
  civilGrid: z.nullable(z.string()),
  quiet: z.boolean(),
  /** Elements directly below. */
  children: z.int(),
});
export type AddressNode = z.infer<typeof addressNode>;

export const addressRecord = z.object({
  ...addressNode.shape,
  floor: z.nullable(z.int()),
  aliases: z.array(z.string()).check(z.maxLength(ALIASES_MAX)),
  division: z.string(),
  communityCode: z.string(),
  bestTime: z.string(),
  /** From the topmost down to the parent. */
  above: z
    .array(z.object({ id: recordId, kind: z.enum(ELEMENT_KINDS), name: z.string() }))
    .check(z.maxLength(DEPTH_MAX)),
  /** Elements below, at every level: what a new name or a merge reaches. */
  elements: z.int(),
  /** People living here or below, as registered now. */
  people: z.int(),
  /** Set when this element was merged into another. */
  mergedInto: z.nullable(recordId),
  synthetic: z.boolean(),
});
export type AddressRecord = z.infer<typeof addressRecord>;

/** What a cell of the building's face says first: the most pressing of its states. */
export const DOOR_MARKS = ['verified', 'due', 'never', 'empty'] as const;

export const doorCell = z.object({
  id: recordId,
  /** 501; the plate of a house in a street or village. */
  name: z.string(),
  /** 2单元; '' where a building has one entrance or none. */
  entrance: z.string(),
  /** Null where the door has no storey: a house. */
  floor: z.nullable(z.int()),
  mark: z.enum(DOOR_MARKS),
  isLet: z.boolean(),
  people: z.int(),
  quiet: z.boolean(),
  /** The last visit, so that nobody goes twice in vain. */
  lastVisit: z.nullable(z.object({ on: day, result: z.enum(VISIT_RESULTS) })),
});
export type DoorCell = z.infer<typeof doorCell>;

export const buildingFace = z.object({
  address: addressNode,
  /** In the order of entrance, storey from above, number. */
  doors: z.array(doorCell).check(z.maxLength(DOORS_MAX)),
  /** Doors beyond DOORS_MAX that are not shown. */
  more: z.int(),
  counts: z.object({ verified: z.int(), due: z.int(), never: z.int(), empty: z.int(), let: z.int() }),
});
export type BuildingFace = z.infer<typeof buildingFace>;

export const dwellingRow = z.object({
  id: recordId,
  revision,
  addressId: recordId,
  addressLine: z.string(),
  use: z.enum(DWELLING_USES),
  ownerName: z.nullable(z.string()),
  ownerPhoneMasked: z.nullable(z.string()),
  rentalUse: z.nullable(z.enum(RENTAL_USES)),
  landlordName: z.nullable(z.string()),
  landlordPhoneMasked: z.nullable(z.string()),
  agentName: z.nullable(z.string()),
  agentPhoneMasked: z.nullable(z.string()),
  letFrom: z.nullable(day),
  letTo: z.nullable(day),
  occupants: z.nullable(z.int()),
  pledgeOn: z.nullable(day),
  safetyCheckedOn: z.nullable(day),
  verifiedOn: z.nullable(day),
  verifiedHow: z.nullable(z.enum(VERIFIED_HOW)),
  freshness: z.enum(FRESHNESS),
});
export type DwellingRow = z.infer<typeof dwellingRow>;

export const householdRow = z.object({
  id: recordId,
  revision,
  addressId: recordId,
  kind: z.enum(HOUSEHOLD_KINDS),
  number: z.string(),
  headName: z.nullable(z.string()),
  members: z.int(),
});
export type HouseholdRow = z.infer<typeof householdRow>;

export const homeVisitRow = z.object({
  id: recordId,
  revision,
  addressId: recordId,
  addressLine: z.string(),
  visitedAt: instant,
  purpose: z.enum(VISIT_PURPOSES),
  result: z.enum(VISIT_RESULTS),
  byName: z.string(),
  companionName: z.nullable(z.string()),
  nextDueOn: z.nullable(day),
});
export type HomeVisitRow = z.infer<typeof homeVisitRow>;

export const doorRecord = z.object({
  address: addressRecord,
  dwelling: z.nullable(dwellingRow),
  households: z.array(householdRow).check(z.maxLength(AT_DOOR_MAX)),
  people: z.array(residentRow).check(z.maxLength(AT_DOOR_MAX)),
  /** Newest first. */
  visits: z.array(homeVisitRow).check(z.maxLength(AT_DOOR_MAX)),
});
export type DoorRecord = z.infer<typeof doorRecord>;

export const addressesContract = {
  /** Elements directly below `parent`; the topmost ones for null. Ordered as people read them: 2栋 before 10栋. */
  below: call({ roles: DESK_ROLES })
    .input(z.object({ parent: z.nullable(recordId) }))
    .output(z.array(addressNode).check(z.maxLength(CHILDREN_MAX))),
  open: call({ roles: DESK_ROLES })
    .input(z.object({ id: recordId }))
    .output(addressRecord),
  /** Floors × doors below any element that holds doors, up to a whole community or village. */
  face: call({ roles: DESK_ROLES })
    .input(z.object({ id: recordId }))
    .output(buildingFace),
  door: call({ roles: DESK_ROLES })
    .input(z.object({ id: recordId }))
    .output(doorRecord),
  add: call({ roles: DESK_ROLES })
    .input(z.object({ address: addressInput, draft: draftId }))
    .output(addressRecord),
  /** A new name goes down to every element below. Moving to another parent too. */
  amend: call({ roles: DESK_ROLES })
    .input(z.object({ ...change, address: addressInput }))
    .output(addressRecord),
  /** The grids of everything below that has none of its own or the one that stood here. */
  setGrids: call({ roles: ['officer'] })
    .input(z.object({ ...change, policeGrid: addressFields.policeGrid, civilGrid: addressFields.civilGrid }))
    .output(z.object({ changed: z.int() })),
  /** Everything at and below `id` goes to `into`; its name stays there as an alias. Elements of the same name are joined. */
  merge: call({ roles: ['officer'] })
    .input(z.object({ ...change, into: recordId, reason: keptWords(100) }))
    .output(addressRecord),
  /** Only an element with nothing on it and nothing below. */
  retire: call({ roles: ['officer'] })
    .input(z.object({ ...change, reason: keptWords(100) }))
    .output(nothing),
};

export const dwellingsContract = {
  /** Makes or changes the record of a door. `revision` null: there was none. Phones left out stay as they are. */
  save: call({ roles: DESK_ROLES })
    .input(
      z.object({
        revision: z.nullable(revision),
        dwelling: z.object({
          ...dwellingInput.shape,
          ownerPhone: z.optional(dwellingInput.shape.ownerPhone),
          landlordPhone: z.optional(dwellingInput.shape.landlordPhone),
          agentPhone: z.optional(dwellingInput.shape.agentPhone),
        }),
        draft: draftId,
      }),
    )
    .output(dwellingRow),
  /** Doors that are let, the least recently checked first. */
  rentals: call({ roles: ['officer'] })
    .input(z.object({ ...pageRequest, policeGrid: z.nullable(z.string()), withoutPledge: z.boolean() }))
    .output(page(dwellingRow)),
  reveal: call({ roles: ['officer'], witnessed: { ledger: 'dwellings', record: 'id', reason: 'reason' } })
    .input(
      z.object({
        id: recordId,
        field: z.enum(['ownerPhone', 'landlordPhone', 'agentPhone']),
        reason: z.enum(REVEAL_REASONS),
        note: reasonText,
      }),
    )
    .output(z.object({ value: z.string() })),
};

export const homeVisitsContract = {
  /**
   * A visit to a door, now. `met` with the purpose to verify marks the dwelling and everybody registered there as verified;
   * `how` says whether somebody went there.
   */
  record: call({ roles: DESK_ROLES })
    .input(z.object({ visit: homeVisitInput, how: z.enum(VERIFIED_HOW), draft: draftId }))
    .output(z.object({ visit: homeVisitRow, verified: z.int() })),
  /** Doors to go to again, by the day: what a route is made of. */
  due: call({ roles: DESK_ROLES })
    .input(z.object({ ...pageRequest, until: day }))
    .output(page(homeVisitRow)),
};

export const gridRow = z.object({
  id: recordId,
  revision,
  ...gridInput.shape,
  kind: z.enum(GRID_KINDS),
  /** Doors that carry it. */
  doors: z.int(),
});
export type GridRow = z.infer<typeof gridRow>;

/** How recently the people of one police grid were verified. Places, never persons, are compared. */
export const gridFreshness = z.object({
  policeGrid: z.nullable(z.string()),
  people: z.int(),
  fresh: z.int(),
  due: z.int(),
  stale: z.int(),
  never: z.int(),
});
export type GridFreshness = z.infer<typeof gridFreshness>;

export const gridsContract = {
  /** Police grids first, then civil ones, each by code. */
  list: call({ roles: DESK_ROLES })
    .input(nothing)
    .output(z.array(gridRow).check(z.maxLength(GRIDS_MAX))),
  add: call({ roles: ['officer', 'administrator'] })
    .input(z.object({ grid: gridInput, draft: draftId }))
    .output(gridRow),
  amend: call({ roles: ['officer', 'administrator'] })
    .input(z.object({ ...change, grid: gridInput }))
    .output(gridRow),
  /** Only a grid that no address carries. */
  retire: call({ roles: ['officer', 'administrator'] })
    .input(z.object({ ...change, reason: keptWords(100) }))
    .output(nothing),
  freshness: call({ roles: ['officer'] })
    .input(nothing)
    .output(z.array(gridFreshness).check(z.maxLength(GRIDS_MAX))),
};
