/** 更正建议: what the station proposes of a record, and an officer's yes or no. */
import * as z from 'zod/mini';
import {
  CORRECTABLE_LEDGERS,
  CORRECTION_STANDS,
  DECLINE_REASON_MAX,
} from '#shared/ledgers/sent/corrections.ts';
import { call } from '#shared/contract/call.ts';
import { day, keptWords, nothing, recordId, revision } from '#shared/contract/shapes.ts';

const proposalId = z.string().check(z.regex(/^[0-9a-f]{16}$/));
const value = z.nullable(z.union([z.string(), z.number(), z.boolean()]));

export const PROPOSALS_SHOWN = 100;
/** More than any record has. */
const FIELDS_MAX = 40;

const proposal = {
  id: proposalId,
  ledger: z.enum(CORRECTABLE_LEDGERS),
  record: recordId,
  /** Names of the fields; no values: those are seen one record at a time, and that leaves a line. */
  fields: z.array(z.string()).check(z.maxLength(FIELDS_MAX)),
  stands: z.enum(CORRECTION_STANDS),
  reason: z.string(),
  officer: z.string(),
  receivedOn: day,
};
export const proposalRow = z.object(proposal);
export type ProposalRow = z.infer<typeof proposalRow>;

export const proposalRecord = z.object({
  ...proposal,
  /** Of the record as it stands. */
  revision,
  values: z
    .array(
      z.object({
        field: z.string(),
        now: value,
        proposed: value,
        /** The office changed this field after the station read it. */
        changedSince: z.boolean(),
      }),
    )
    .check(z.maxLength(FIELDS_MAX)),
});
export type ProposalRecord = z.infer<typeof proposalRecord>;

const answered = { id: proposalId, revision };

/** Officers alone: nobody else changes what a person or a unit is recorded as because somebody asked. */
export const correctionsContract = {
  list: call({ roles: ['officer'] })
    .input(nothing)
    .output(z.array(proposalRow).check(z.maxLength(PROPOSALS_SHOWN))),
  /** Leaves a line of the record: the values are in clear. */
  open: call({ roles: ['officer'] })
    .input(z.object({ id: proposalId }))
    .output(proposalRecord),
  /** Takes over these fields, under the rules of the ledger. */
  accept: call({ roles: ['officer'] })
    .input(
      z.object({ ...answered, fields: z.array(z.string()).check(z.minLength(1), z.maxLength(FIELDS_MAX)) }),
    )
    .output(nothing),
  decline: call({ roles: ['officer'] })
    .input(z.object({ ...answered, reason: keptWords(DECLINE_REASON_MAX) }))
    .output(nothing),
  waiting: call({ roles: ['officer'] })
    .input(nothing)
    .output(z.object({ count: z.int() })),
};
