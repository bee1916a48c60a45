/** 走访记录: what came of going to a door. Facts found become changes of the records they concern, never prose here. */
import * as z from 'zod/mini';
import { RECORD_ID } from '#shared/kernel/ids.ts';

export const VISIT_PURPOSES = [
  'verify',
  'rental',
  'hazard',
  'follow-up',
  'publicity',
  'care',
  'statutory',
] as const;
export type VisitPurpose = (typeof VISIT_PURPOSES)[number];

/** 见面核实, 无人, 拒访, 已搬离, 地址不存在; and the check without going: at the counter or from the community's sheet. */
export const VISIT_RESULTS = ['met', 'nobody', 'refused', 'moved-away', 'no-such-address'] as const;
export type VisitResult = (typeof VISIT_RESULTS)[number];

export const homeVisitFields = {
  addressId: z.string().check(z.regex(RECORD_ID)),
  purpose: z.enum(VISIT_PURPOSES),
  result: z.enum(VISIT_RESULTS),
  /** Staff id of whoever went along; an auxiliary does not go alone to what needs an officer. */
  companion: z.nullable(z.string().check(z.regex(RECORD_ID))),
  nextDueOn: z.nullable(z.string().check(z.maxLength(10))),
};
export const homeVisitInput = z.object(homeVisitFields);
export type HomeVisitInput = z.infer<typeof homeVisitInput>;

/** Years a visit is kept as a record of work done. */
export const HOME_VISIT_RETENTION_MONTHS = 36;
