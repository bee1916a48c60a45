/** Figures of disputes: counts of matters, never of people. What leaves the office has no count under five. */
import * as z from 'zod/mini';
import {
  DISPUTE_BODIES,
  DISPUTE_RESULTS,
  DISPUTE_TYPE_CODES,
  LEVELS,
} from '#shared/ledgers/disputes/codes.ts';
import { AGE_MARKS } from '#shared/ledgers/disputes/stages.ts';
import { call } from '#shared/contract/call.ts';
import { day } from '#shared/contract/shapes.ts';

/** Months that one sheet of figures spans at most. */
export const FIGURE_MONTHS_MAX = 12;
/** Smaller counts are left out of what the public sees: they may tell who it was. */
export const SUPPRESSED_UNDER = 5;

export const AUDIENCES = ['office', 'public'] as const;

/** Null: suppressed. */
const cell = z.nullable(z.int());
const month = z.string().check(z.regex(/^\d{4}-\d{2}$/));
const AGES = [0, ...AGE_MARKS] as const;

/** One row for each code of a list at most. */
const each = <Shape extends z.core.$ZodShape>(codes: readonly unknown[], row: Shape) =>
  z.array(z.object(row)).check(z.maxLength(codes.length));

export const disputeFigures = z.object({
  from: day,
  to: day,
  audience: z.enum(AUDIENCES),
  /** Came in, and were archived, in these days. */
  received: cell,
  archived: cell,
  /** In hand today: the parties are not told yet. */
  inHand: cell,
  byType: each(DISPUTE_TYPE_CODES, { type: z.enum(DISPUTE_TYPE_CODES), received: cell }),
  /** The level at which a matter stands or ended. */
  byLevel: each(LEVELS, { level: z.enum(LEVELS), received: cell, archived: cell }),
  byMonth: z.array(z.object({ month, received: cell, archived: cell })).check(z.maxLength(FIGURE_MONTHS_MAX)),
  byResult: each(DISPUTE_RESULTS, { result: z.enum(DISPUTE_RESULTS), archived: cell }),
  /** Of those in hand today, by how long; `0` for those under three days. */
  byAge: each(AGES, { from: z.literal(AGES), inHand: cell }),
  /** What other bodies were asked in these days. Empty for the public. */
  byBody: each(DISPUTE_BODIES, {
    body: z.enum(DISPUTE_BODIES),
    asked: z.int(),
    answered: z.int(),
    late: z.int(),
    waiting: z.int(),
    /** Middle number of days until the answer; null where nothing was answered. */
    medianDays: z.nullable(z.number()),
  }),
});
export type DisputeFigures = z.infer<typeof disputeFigures>;

export const figuresCall = call({ roles: ['officer', 'auditor'] })
  .input(z.object({ from: day, to: day, audience: z.enum(AUDIENCES) }))
  .output(disputeFigures);
