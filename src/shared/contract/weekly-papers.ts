/**
 * 上报盘交接单: what lies on the stick, in marks that say nothing of its content, and who gave it to whom. 上报盘遗失说明: what lay
 * on a stick that is gone, in the same marks.
 */
import * as z from 'zod/mini';
import { DESK_ROLES } from '#shared/kernel/role.ts';
import { call } from './call.ts';
import { day, instant } from './shapes.ts';
import { usedStick } from './weekly.ts';

/** Files that one sheet names: more than a year of weeks without a receipt. */
export const HANDED_MAX = 60;

export const handOverSheet = z.object({
  name: z.literal('hand-over'),
  officeName: z.string(),
  officeCode: z.string(),
  stationName: z.string(),
  printedBy: z.string(),
  printedOn: day,
  /** `HH:mm` in China. */
  printedAt: z.string(),
  template: z.string(),
  /** Null: the blank form. */
  handed: z.nullable(
    z.object({
      year: z.int(),
      week: z.int(),
      files: z
        .array(
          z.object({
            seq: z.int(),
            /** First 8 hex of the name, which are the first of the file's own SHA-256. */
            short: z.string(),
            /** First 16 hex of the SHA-256 of its manifest. */
            head: z.string(),
            bytes: z.int(),
            writtenAt: instant,
          }),
        )
        .check(z.maxLength(HANDED_MAX)),
    }),
  ),
});
export type HandOverSheet = z.infer<typeof handOverSheet>;

export const stickLossNote = z.object({
  name: z.literal('stick-loss'),
  officeName: z.string(),
  officeCode: z.string(),
  stationName: z.string(),
  printedBy: z.string(),
  printedOn: day,
  /** `HH:mm` in China. */
  printedAt: z.string(),
  template: z.string(),
  stick: usedStick,
});
export type StickLossNote = z.infer<typeof stickLossNote>;

export const handOverOrder = z.object({ name: z.literal('hand-over'), blank: z.boolean() });
export type HandOverOrder = z.infer<typeof handOverOrder>;

/** `stick` is its id; it was put down as lost. */
export const stickLossOrder = z.object({ name: z.literal('stick-loss'), stick: z.string() });
export type StickLossOrder = z.infer<typeof stickLossOrder>;

export const weeklyPaperOrder = z.discriminatedUnion('name', [handOverOrder, stickLossOrder]);
export type WeeklyPaperOrder = z.infer<typeof weeklyPaperOrder>;
export const weeklyPaper = z.discriminatedUnion('name', [handOverSheet, stickLossNote]);
export type WeeklyPaper = z.infer<typeof weeklyPaper>;

export const weeklyPapersContract = {
  preview: call({ roles: DESK_ROLES })
    .input(z.object({ order: weeklyPaperOrder }))
    .output(weeklyPaper),
  savePdf: call({ roles: DESK_ROLES })
    .input(z.object({ order: weeklyPaperOrder }))
    .output(z.object({ file: z.string(), pages: z.int() })),
  print: call({ roles: DESK_ROLES })
    .input(z.object({ order: weeklyPaperOrder }))
    .output(z.object({ pages: z.int() })),
};
