/** Calls of the retention run (到期删除): what is due, what was deleted, and the certificate of it. Nothing about people. */
import * as z from 'zod/mini';
import type { Role } from '#shared/kernel/role.ts';
import { LEDGERS } from '#shared/ledgers/names.ts';
import { call } from './call.ts';
import { day, instant, nothing } from './shapes.ts';

const WATCHERS = ['officer', 'administrator', 'auditor'] as const satisfies readonly Role[];

/** Newest certificates that are listed; all of them stay in the journal. */
export const CERTIFICATES_SHOWN = 50;

const certificateRow = {
  /** Its own journal line, and the epoch of that and of the lines it counts. */
  epoch: z.int(),
  n: z.int(),
  at: instant,
  /** The day by which the records were due. */
  day,
  ledger: z.enum(LEDGERS),
  /** Records forgotten. */
  count: z.int(),
  /** First and last of their F lines, without a gap. */
  from: z.int(),
  to: z.int(),
};

export const certificateEntry = z.object(certificateRow);
export type CertificateEntry = z.infer<typeof certificateEntry>;

export const retentionStatus = z.object({
  ledgers: z.array(z.object({ ledger: z.enum(LEDGERS), due: z.int() })).check(z.maxLength(LEDGERS.length)),
  /** Null: the next run takes what is due. `clock`: the PC's clock is not believed yet. */
  waits: z.nullable(z.literal('clock')),
  /** When something was last deleted. */
  lastAt: z.nullable(instant),
  /** When the file was last written anew, so that no page of it keeps a copy. */
  compactedAt: z.nullable(instant),
  certificates: z.array(certificateEntry).check(z.maxLength(CERTIFICATES_SHOWN)),
});
export type RetentionStatus = z.infer<typeof retentionStatus>;

export const certificate = z.object({
  ...certificateRow,
  /** Code of the office. */
  office: z.string(),
  /** Chain after its own line, 64 hex: the station holds the same once the line has arrived. */
  head: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});
export type Certificate = z.infer<typeof certificate>;

export const retentionContract = {
  status: call({ roles: WATCHERS }).input(nothing).output(retentionStatus),
  /** One certificate, compared with the lines it speaks of. */
  certificate: call({ roles: WATCHERS })
    .input(z.object({ epoch: z.int().check(z.minimum(1)), n: z.int().check(z.minimum(1)) }))
    .output(certificate),
};
