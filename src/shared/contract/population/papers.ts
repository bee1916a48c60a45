/** Papers of the population ledger: the check sheet of a building, the notice at a door, the notice on personal information. */
import * as z from 'zod/mini';
import { DESK_ROLES } from '#shared/kernel/role.ts';
import { RELATION_CODES } from '#shared/ledgers/population/relations.ts';
import { RESIDENCE_TYPES, SEXES } from '#shared/ledgers/population/residents.ts';
import { call } from '#shared/contract/call.ts';
import { imprint } from '#shared/contract/imprint.ts';
import { day, recordId } from '#shared/contract/shapes.ts';

/** Doors on one check sheet. */
export const SHEET_DOORS_MAX = 800;

/** 入户核对表: a row a person, masked, with room to write. */
export const householdSheet = z.object({
  name: z.literal('household-sheet'),
  ...imprint,
  building: z.string(),
  policeGrid: z.nullable(z.string()),
  /** Without people: for a power cut. */
  blank: z.boolean(),
  doors: z
    .array(
      z.object({
        door: z.string(),
        quiet: z.boolean(),
        bestTime: z.string(),
        people: z.array(
          z.object({
            name: z.string(),
            sex: z.enum(SEXES),
            age: z.nullable(z.int()),
            idTail: z.nullable(z.string()),
            relation: z.nullable(z.enum(RELATION_CODES)),
            residenceType: z.enum(RESIDENCE_TYPES),
            verifiedOn: z.nullable(day),
          }),
        ),
      }),
    )
    .check(z.maxLength(SHEET_DOORS_MAX)),
});
export type HouseholdSheet = z.infer<typeof householdSheet>;

/** 上门告知: two on a sheet; says nothing about who lives there or why. */
export const doorNotice = z.object({
  name: z.literal('door-notice'),
  ...imprint,
  officerName: z.string(),
  officerPhone: z.string(),
  sheets: z.int(),
});
export type DoorNotice = z.infer<typeof doorNotice>;

/** 个人信息处理告知 (PIPL 17, 35): a poster for the wall or a leaflet to hand out. */
export const privacyNotice = z.object({
  name: z.literal('privacy-notice'),
  ...imprint,
  form: z.enum(['poster', 'leaflet']),
  supervisionPhone: z.string(),
});
export type PrivacyNotice = z.infer<typeof privacyNotice>;

export const populationPaper = z.discriminatedUnion('name', [householdSheet, doorNotice, privacyNotice]);

export const paperOrder = z.discriminatedUnion('name', [
  z.object({ name: z.literal('household-sheet'), addressId: recordId, blank: z.boolean() }),
  z.object({
    name: z.literal('door-notice'),
    staff: recordId,
    sheets: z.int().check(z.minimum(1), z.maximum(50)),
  }),
  z.object({ name: z.literal('privacy-notice'), form: z.enum(['poster', 'leaflet']) }),
]);
export type PaperOrder = z.infer<typeof paperOrder>;

export const papersContract = {
  preview: call({ roles: DESK_ROLES })
    .input(z.object({ order: paperOrder }))
    .output(populationPaper),
  /** Asks where to, and answers with the file's name. A line is left. */
  savePdf: call({ roles: DESK_ROLES })
    .input(z.object({ order: paperOrder }))
    .output(z.object({ file: z.string(), pages: z.int() })),
  print: call({ roles: DESK_ROLES })
    .input(z.object({ order: paperOrder }))
    .output(z.object({ pages: z.int() })),
};
