/** 实有单位 and the checks of key units. */
import * as z from 'zod/mini';
import { DESK_ROLES } from '#shared/kernel/role.ts';
import {
  RECHECK_RESULTS,
  SMALL_PLACES,
  UNIT_TYPES,
  unitCheckInput,
  unitFields,
  unitInput,
} from '#shared/ledgers/population/units.ts';
import { REVEAL_REASONS } from '#shared/ledgers/reveal.ts';
import { call } from '#shared/contract/call.ts';
import {
  day,
  draftId,
  nothing,
  page,
  pageRequest,
  reasonText,
  recordId,
  revision,
  warningList,
  keptWords,
} from '#shared/contract/shapes.ts';

/** Checks of one unit that are shown. */
export const CHECKS_SHOWN = 100;

const change = { id: recordId, revision };

const { keeperPhone: _k, securityPhone: _s, ...openFields } = unitInput.shape;

export const unitRow = z.object({
  id: recordId,
  revision,
  ...openFields,
  keeperPhoneMasked: z.nullable(z.string()),
  securityPhoneMasked: z.nullable(z.string()),
  addressLine: z.string(),
  policeGrid: z.nullable(z.string()),
  creditFlag: z.nullable(z.literal('check-digit')),
  lastCheckOn: z.nullable(day),
  /** Checks whose hazard is not put right. */
  openHazards: z.int(),
  /** The earliest recheck that is owed; null when none. */
  recheckOn: z.nullable(day),
  synthetic: z.boolean(),
});
export type UnitRow = z.infer<typeof unitRow>;

export const unitFilter = z.object({
  text: z.string().check(z.maxLength(60)),
  types: z.array(z.enum(UNIT_TYPES)),
  smallPlaces: z.array(z.enum(SMALL_PLACES)),
  policeGrid: z.nullable(z.string().check(z.maxLength(20))),
  keyOnly: z.boolean(),
  openHazards: z.boolean(),
});
export type UnitFilter = z.infer<typeof unitFilter>;
export const UNIT_SORTS = ['name', 'lastCheckOn', 'updatedAt'] as const;

export const unitCheckRow = z.object({
  id: recordId,
  revision,
  ...unitCheckInput.shape,
  officerName: z.string(),
  companionName: z.nullable(z.string()),
  recheckedOn: z.nullable(day),
  recheckResult: z.nullable(z.enum(RECHECK_RESULTS)),
  /** A hazard of this check is not put right. */
  isOpen: z.boolean(),
});
export type UnitCheckRow = z.infer<typeof unitCheckRow>;

const saved = z.object({ unit: unitRow, warnings: warningList });

export const unitsContract = {
  list: call({ roles: DESK_ROLES })
    .input(
      z.object({
        ...pageRequest,
        filter: unitFilter,
        sort: z.object({ by: z.enum(UNIT_SORTS), descending: z.boolean() }),
      }),
    )
    .output(page(unitRow)),
  open: call({ roles: DESK_ROLES })
    .input(z.object({ id: recordId }))
    .output(z.object({ unit: unitRow, checks: z.array(unitCheckRow).check(z.maxLength(CHECKS_SHOWN)) })),
  register: call({ roles: DESK_ROLES })
    .input(z.object({ unit: unitInput, draft: draftId }))
    .output(saved),
  amend: call({ roles: DESK_ROLES })
    .input(
      z.object({
        ...change,
        unit: z.object({
          ...unitInput.shape,
          keeperPhone: z.optional(unitFields.keeperPhone),
          securityPhone: z.optional(unitFields.securityPhone),
        }),
      }),
    )
    .output(saved),
  retire: call({ roles: ['officer'] })
    .input(z.object({ ...change, reason: keptWords(100) }))
    .output(nothing),
  reveal: call({ roles: ['officer'], witnessed: { ledger: 'units', record: 'id', reason: 'reason' } })
    .input(
      z.object({
        id: recordId,
        field: z.enum(['keeperPhone', 'securityPhone']),
        reason: z.enum(REVEAL_REASONS),
        note: reasonText,
      }),
    )
    .output(z.object({ value: z.string() })),
  /** A check of a unit, led by an officer. */
  check: call({ roles: ['officer'] })
    .input(z.object({ check: unitCheckInput, draft: draftId }))
    .output(unitCheckRow),
  recheck: call({ roles: ['officer'] })
    .input(z.object({ ...change, recheckedOn: day, recheckResult: z.enum(RECHECK_RESULTS) }))
    .output(unitCheckRow),
  /** Hazards not yet put right, the most urgent first. */
  owed: call({ roles: ['officer'] })
    .input(z.object(pageRequest))
    .output(page(z.object({ check: unitCheckRow, unitName: z.string(), addressLine: z.string() }))),
};
