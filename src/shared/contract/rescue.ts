/** The old PC is gone: a new office takes back what the station holds. */
import * as z from 'zod/mini';
import { LEDGERS } from '#shared/ledgers/names.ts';
import { call } from './call.ts';
import { handle, nothing } from './shapes.ts';

/** Lines of the journal that were written and never came to the station: they are gone with the old PC. */
export const rescueLoss = z.object({ epoch: z.int(), from: z.int(), to: z.int() });
export type RescueLoss = z.infer<typeof rescueLoss>;

export const rescuePreview = z.object({
  /** Lines the station holds, in all. */
  lines: z.int(),
  /** The last one: its epoch and number. */
  epoch: z.int(),
  to: z.int(),
  /** In which epoch the office goes on. */
  next: z.int(),
  /** When the station wrote it, by the station's clock. */
  writtenAt: z.string(),
  /** Live records, without the ledgers that nobody is told of; empty where the station could not say. */
  live: z.array(z.object({ ledger: z.enum(LEDGERS), rows: z.int() })).check(z.maxLength(LEDGERS.length)),
  lost: z.nullable(rescueLoss),
});
export type RescuePreview = z.infer<typeof rescuePreview>;

export const rescued = z.object({
  epoch: z.int(),
  lines: z.int(),
  /** Folder in the data folder that keeps the new office as it was. */
  replaced: z.string(),
  lost: z.nullable(rescueLoss),
});
export type Rescued = z.infer<typeof rescued>;

export const rescueContract = {
  /** Whether this office was just set up and holds nothing yet. */
  state: call({ roles: ['administrator'] })
    .input(nothing)
    .output(z.object({ isNew: z.boolean() })),
  /** Verifies what lies on the stick to its last byte. Changes nothing. */
  look: call({ roles: ['administrator'] })
    .input(
      z.object({
        folder: handle,
        /** Number of the last line that anybody knows of; null where nobody does. */
        last: z.nullable(z.int().check(z.minimum(1), z.maximum(Number.MAX_SAFE_INTEGER))),
      }),
    )
    .output(rescuePreview),
  /** What was looked at last takes the place of the new office, which ends and begins anew, locked. */
  go: call({ roles: ['administrator'] })
    .input(nothing)
    .output(rescued),
};
