/** 实有人口: people, households, saved views, doubles. Numbers and phones leave the office masked unless a reveal is witnessed. */
import * as z from 'zod/mini';
import { DESK_ROLES } from '#shared/kernel/role.ts';
import { householdInput } from '#shared/ledgers/population/households.ts';
import { RELATION_CODES } from '#shared/ledgers/population/relations.ts';
import {
  HOUSING_CODES,
  ID_TYPES,
  OUT_STATES,
  PHONES,
  RESIDENCE_TYPES,
  residentFields,
  residentInput,
  SEXES,
} from '#shared/ledgers/population/residents.ts';
import { FRESHNESS, VERIFIED_HOW } from '#shared/ledgers/population/verified.ts';
import { REVEAL_REASONS } from '#shared/ledgers/reveal.ts';
import { call } from '#shared/contract/call.ts';
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
  warningList,
  keptWords,
} from '#shared/contract/shapes.ts';

/** Records named one by one for a bulk action. Beyond it everybody is meant whom a filter finds. */
export const BULK_MAX = 500;
/** Members of one household that are shown. */
export const MEMBERS_MAX = 100;
export const VIEWS_MAX = 50;
/** Matches of a text in the list: beyond it the person types more. */
export const TEXT_MATCHES_MAX = 500;

const change = { id: recordId, revision };

export const residentRow = z.object({
  id: recordId,
  revision,
  name: z.string(),
  otherName: z.nullable(z.string()),
  sex: z.enum(SEXES),
  /** Full years today; null where the birthday is not known. */
  age: z.nullable(z.int()),
  /** `1991-04` */
  birthMonth: z.nullable(z.string()),
  idType: z.enum(ID_TYPES),
  /** Last four; null without a number, and of a child. */
  idTail: z.nullable(z.string()),
  /** `519901········0017`; all dots for a child. */
  idMasked: z.nullable(z.string()),
  /** What to look at again: rules of `residentWarnings` on the number. */
  idFlag: z.nullable(z.enum(['check-digit', 'rounded', 'old-number'])),
  /** Masked, in the order phone, phone2, phone3; empty ones left out. */
  phonesMasked: z.array(z.string()).check(z.maxLength(PHONES.length)),
  addressId: recordId,
  addressLine: z.string(),
  policeGrid: z.nullable(z.string()),
  registerAddress: z.nullable(z.string()),
  registerDivision: z.nullable(z.string()),
  residenceType: z.enum(RESIDENCE_TYPES),
  housing: z.nullable(z.enum(HOUSING_CODES)),
  householdId: z.nullable(recordId),
  relation: z.nullable(z.enum(RELATION_CODES)),
  stayFrom: z.nullable(day),
  stayUntil: z.nullable(day),
  guardianId: z.nullable(recordId),
  guardianName: z.nullable(z.string()),
  emergencyContactMasked: z.nullable(z.string()),
  emergencyConsent: z.boolean(),
  noticeGivenOn: z.nullable(day),
  outState: z.nullable(z.enum(OUT_STATES)),
  outOn: z.nullable(day),
  verifiedOn: z.nullable(day),
  verifiedHow: z.nullable(z.enum(VERIFIED_HOW)),
  verifiedByName: z.nullable(z.string()),
  freshness: z.enum(FRESHNESS),
  retainUntil: z.nullable(day),
  /** Import batch that brought this record, or null. */
  batchId: z.nullable(z.string()),
  updatedAt: instant,
  synthetic: z.boolean(),
});
export type ResidentRow = z.infer<typeof residentRow>;

export const RESIDENT_SORTS = ['id', 'name', 'address', 'verifiedOn', 'updatedAt'] as const;

export const residentFilter = z.object({
  /** Words as in search; '' for none. */
  text: z.string().check(z.maxLength(60)),
  /** At or below this element. */
  addressId: z.nullable(recordId),
  policeGrid: z.nullable(z.string().check(z.maxLength(20))),
  residenceTypes: z.array(z.enum(RESIDENCE_TYPES)),
  freshness: z.array(z.enum(FRESHNESS)),
  /** `here`: no out state. */
  presence: z.enum(['here', 'out', 'all']),
  /** Only records whose number should be looked at again, or that have none. */
  number: z.enum(['any', 'flagged', 'none']),
  batchId: z.nullable(z.string().check(z.maxLength(20))),
});
export type ResidentFilter = z.infer<typeof residentFilter>;

/** What of a filter a view may keep: choices. What was typed may be somebody's name or number, and would outlive them. */
export const viewFilter = z.omit(residentFilter, { text: true });
export type ViewFilter = z.infer<typeof viewFilter>;

export const residentList = z.object({
  ...pageRequest,
  filter: residentFilter,
  sort: z.object({ by: z.enum(RESIDENT_SORTS), descending: z.boolean() }),
});

const household = z.object({
  ...householdInput.shape,
  id: recordId,
  revision,
  addressLine: z.string(),
  /** Head first, then by relation and age. */
  members: z.array(residentRow).check(z.maxLength(MEMBERS_MAX)),
});
export type HouseholdRecord = z.infer<typeof household>;

/** What the form left out because the counter knows it only masked stays as it is. */
const amendedResident = z.object({
  ...residentInput.shape,
  idNumber: z.optional(residentFields.idNumber),
  birthDate: z.optional(residentFields.birthDate),
  phone: z.optional(residentFields.phone),
  phone2: z.optional(residentFields.phone2),
  phone3: z.optional(residentFields.phone3),
  emergencyContact: z.optional(residentFields.emergencyContact),
});

const saved = z.object({ resident: residentRow, warnings: warningList });

export const EXPORT_FORMATS = ['xlsx', 'csv'] as const;
export const EXPORT_COLUMNS = [
  'name',
  'sex',
  'age',
  'idType',
  'idNumber',
  'phone',
  'address',
  'policeGrid',
  'residenceType',
  'housing',
  'household',
  'relation',
  'registerAddress',
  'stayFrom',
  'stayUntil',
  'verifiedOn',
  'outState',
  'outOn',
] as const;
export type ExportColumn = (typeof EXPORT_COLUMNS)[number];

export const residentsContract = {
  /** The ledger as a list: an officer's. An auxiliary finds people by search and by door. The counts are exact. */
  list: call({ roles: ['officer'] })
    .input(residentList)
    .output(page(residentRow)),
  /** Opening a child's record, or that of somebody who is no longer here, leaves a line. */
  open: call({ roles: DESK_ROLES })
    .input(z.object({ id: recordId }))
    .output(residentRow),
  /** Records that may be the same person as what is being typed: shown beside the form, never blocking. */
  alike: call({ roles: DESK_ROLES })
    .input(
      z.object({
        name: residentFields.name,
        idNumber: residentFields.idNumber,
        birthDate: residentFields.birthDate,
        except: z.nullable(recordId),
      }),
    )
    .output(
      z
        .array(
          z.object({ resident: residentRow, why: z.enum(['same-number', 'one-digit', 'same-name-birth']) }),
        )
        .check(z.maxLength(10)),
    ),
  register: call({ roles: DESK_ROLES })
    .input(z.object({ resident: residentInput, draft: draftId }))
    .output(saved),
  amend: call({ roles: DESK_ROLES })
    .input(z.object({ ...change, resident: amendedResident }))
    .output(saved),
  /** Moved out, died, missing, left; from that day the retention runs. Null brings the person back. */
  setOut: call({ roles: DESK_ROLES })
    .input(z.object({ ...change, outState: z.nullable(z.enum(OUT_STATES)), outOn: z.nullable(day) }))
    .output(residentRow),
  /** Found as registered, without any change; whoever has left is passed over. One undo takes the whole action back. */
  verify: call({ roles: DESK_ROLES })
    .input(
      z.object({ people: z.array(z.object(change)).check(z.maxLength(BULK_MAX)), how: z.enum(VERIFIED_HOW) }),
    )
    .output(z.object({ verified: z.int(), action: z.string() })),
  /** What verifying all of a filter would mean: how many are here, how many have left, how many need not be asked again yet. */
  verifyPreview: call({ roles: ['officer'] })
    .input(z.object({ filter: residentFilter }))
    .output(z.object({ here: z.int(), gone: z.int(), fresh: z.int() })),
  /** The same of everybody here whom a filter finds. Refused where they are not as many as the person was told. */
  verifyMatching: call({ roles: ['officer'] })
    .input(
      z.object({ filter: residentFilter, how: z.enum(VERIFIED_HOW), people: z.int().check(z.minimum(0)) }),
    )
    .output(z.object({ verified: z.int(), action: z.string() })),
  /** Takes a bulk action back within ten minutes, where nobody changed the record since. */
  undoVerify: call({ roles: DESK_ROLES })
    .input(z.object({ action: z.string().check(z.maxLength(40)) }))
    .output(z.object({ restored: z.int(), kept: z.int() })),
  /** Takes a wrong entry out of the ledger; it stays in the journal. */
  retire: call({ roles: ['officer'] })
    .input(z.object({ ...change, reason: keptWords(100) }))
    .output(nothing),
  reveal: call({ roles: ['officer'], witnessed: { ledger: 'residents', record: 'id', reason: 'reason' } })
    .input(
      z.object({
        id: recordId,
        field: z.enum(['idNumber', 'phone', 'phone2', 'phone3', 'birthDate', 'emergencyContact']),
        reason: z.enum(REVEAL_REASONS),
        note: reasonText,
      }),
    )
    .output(z.object({ value: z.string() })),
  /** The list as a file in the chosen place. Numbers and phones masked unless `readable`; either way a line is left. */
  export: call({ roles: ['officer'], witnessed: { ledger: 'residents', record: null, reason: 'reason' } })
    .input(
      z.object({
        filter: residentFilter,
        columns: z.array(z.enum(EXPORT_COLUMNS)).check(z.minLength(1), z.maxLength(EXPORT_COLUMNS.length)),
        format: z.enum(EXPORT_FORMATS),
        readable: z.boolean(),
        reason: reasonText,
      }),
    )
    .output(z.object({ file: z.string(), rows: z.int() })),
};

export const householdsContract = {
  open: call({ roles: DESK_ROLES })
    .input(z.object({ id: recordId }))
    .output(household),
  /** Households registered at a door. */
  at: call({ roles: DESK_ROLES })
    .input(z.object({ addressId: recordId }))
    .output(z.array(household).check(z.maxLength(20))),
  register: call({ roles: DESK_ROLES })
    .input(z.object({ household: householdInput, draft: draftId }))
    .output(household),
  amend: call({ roles: DESK_ROLES })
    .input(z.object({ ...change, household: householdInput }))
    .output(household),
  /** The whole household to another door, or marked as moved out, in one go. */
  move: call({ roles: DESK_ROLES })
    .input(z.object({ ...change, addressId: z.nullable(recordId), on: day }))
    .output(z.object({ moved: z.int() })),
  /** Takes one's own last move back within UNDO_SECONDS: everybody, or nobody where one of them was changed since. */
  undoMove: call({ roles: DESK_ROLES })
    .input(z.object({ id: recordId }))
    .output(z.object({ moved: z.int() })),
  /** Only a household without members. */
  retire: call({ roles: ['officer'] })
    .input(z.object({ ...change, reason: keptWords(100) }))
    .output(nothing),
};

export const savedView = z.object({
  id: z.string(),
  name: z.string(),
  /** Seen by everybody in the room. */
  shared: z.boolean(),
  mine: z.boolean(),
  filter: viewFilter,
  /** Rows now. */
  count: z.int(),
});
export type SavedView = z.infer<typeof savedView>;

export const viewsContract = {
  list: call({ roles: ['officer'] })
    .input(nothing)
    .output(z.array(savedView).check(z.maxLength(VIEWS_MAX))),
  /** A new view for `id` null, else that one is replaced. */
  save: call({ roles: ['officer'] })
    .input(
      z.object({
        id: z.nullable(z.string().check(z.maxLength(40))),
        name: keptWords(20),
        shared: z.boolean(),
        filter: viewFilter,
      }),
    )
    .output(savedView),
  drop: call({ roles: ['officer'] })
    .input(z.object({ id: z.string().check(z.maxLength(40)) }))
    .output(nothing),
};

export const PAIR_KINDS = ['same-number', 'one-digit', 'same-name-birth', 'same-phone-address'] as const;

/** Fields in which two records are compared; values never leave but masked. */
export const PAIR_FIELDS = [
  'name',
  'idNumber',
  'sex',
  'birthDate',
  'phone',
  'address',
  'registerAddress',
  'residenceType',
  'housing',
  'household',
  'relation',
  'stayFrom',
  'stayUntil',
] as const;
export type PairField = (typeof PAIR_FIELDS)[number];

export const doublePair = z.object({
  kind: z.enum(PAIR_KINDS),
  a: residentRow,
  b: residentRow,
  differing: z.array(z.enum(PAIR_FIELDS)),
});
export type DoublePair = z.infer<typeof doublePair>;

const pair = z.object({ a: recordId, b: recordId });

export const doublesContract = {
  /** Pairs that may be one person, surest first; looked for anew when people changed. */
  list: call({ roles: ['officer'] })
    .input(z.object(pageRequest))
    .output(page(doublePair)),
  /** Two people indeed: the pair is not shown again. */
  settle: call({ roles: ['officer'] })
    .input(pair)
    .output(nothing),
  /** Takes one's own answer back within UNDO_SECONDS, where neither of the two was changed since. */
  unsettle: call({ roles: ['officer'] })
    .input(pair)
    .output(nothing),
  /** `drop` goes into `keep`; fields named in `take` come from it. Both histories are kept. */
  merge: call({ roles: ['officer'] })
    .input(
      z.object({
        keep: z.object(change),
        drop: z.object(change),
        take: z.array(z.enum(PAIR_FIELDS)),
        reason: keptWords(100),
      }),
    )
    .output(residentRow),
  /** Takes the last merge into this record back within a day, where neither of the two was changed since. */
  unmerge: call({ roles: ['officer'] })
    .input(z.object(change))
    .output(residentRow),
};
