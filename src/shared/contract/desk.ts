/** What every screen needs: Today, drafts, preferences, the history of a record, the journal, diagnostics, events. */
import { eventIterator } from '@orpc/contract';
import * as z from 'zod/mini';
import { DESK_ROLES, ROLES } from '#shared/kernel/role.ts';
import { LEDGERS } from '#shared/ledgers/names.ts';
import { WEEKLY_STATES } from '#shared/ledgers/weekly.ts';
import { LOCK_REASONS } from '#shared/pipe.ts';
import { call } from './call.ts';
import { day, draftId, instant, nothing, page, pageRequest, recordId, revision } from './shapes.ts';
import { ON_SITE_MAX, OWED_MAX, visitRow } from './visitors.ts';

export const todayContract = {
  summary: call({ roles: DESK_ROLES })
    .input(nothing)
    .output(
      z.object({
        day,
        /** ISO 8601 week. */
        week: z.int(),
        visitsToday: z.int(),
        onSite: z.array(visitRow).check(z.maxLength(ON_SITE_MAX)),
        /** Promised replies not yet given, from 30 days ago to 14 days ahead, most urgent first. */
        owed: z.array(visitRow).check(z.maxLength(OWED_MAX)),
        weekly: z.enum(WEEKLY_STATES),
        /** Minutes by which the PC's clock is behind the last record; 0 when it is not. */
        clockBehindMinutes: z.int(),
      }),
    ),
};

export const FORMS = [
  'visitor',
  'address',
  'dwelling',
  'home-visit',
  'grid',
  'resident',
  'household',
  'unit',
  'unit-check',
  'dispute',
  'dispute-session',
  'statutory',
  'care',
  'rights',
] as const;

/** Those that officers alone save. What somebody typed there as one is not theirs any more once they are none. */
export const OFFICERS_FORMS: readonly (typeof FORMS)[number][] = ['statutory'];

export const draftsContract = {
  /** Kept encrypted, for this person only. */
  keep: call({ roles: ROLES })
    .input(z.object({ id: draftId, form: z.enum(FORMS), content: z.string().check(z.maxLength(20_000)) }))
    .output(z.object({ keptAt: instant })),
  /** The newest draft of this person for a form, or null. */
  pending: call({ roles: ROLES })
    .input(z.object({ form: z.enum(FORMS) }))
    .output(z.nullable(z.object({ id: draftId, content: z.string(), keptAt: instant }))),
  drop: call({ roles: ROLES })
    .input(z.object({ id: draftId }))
    .output(nothing),
};

export const preferencesContract = {
  /** All of this person's choices, such as hidden columns: name → JSON text. */
  all: call({ roles: ROLES }).input(nothing).output(z.record(z.string(), z.string())),
  put: call({ roles: ROLES })
    .input(
      z.object({
        name: z.string().check(z.regex(/^[a-z][a-z0-9.-]{1,60}$/)),
        value: z.string().check(z.maxLength(4000)),
      }),
    )
    .output(nothing),
};

/** A value in a history line: masked where this person may not read it. */
const cell = z.nullable(z.union([z.string(), z.number(), z.boolean()]));

export const historyEntry = z.object({
  epoch: z.int(),
  n: z.int(),
  at: instant,
  byName: z.string(),
  /** made, changed, taken out, looked at. */
  what: z.enum(['made', 'changed', 'retired', 'seen']),
  reason: z.nullable(z.string()),
  changes: z.array(z.object({ field: z.string(), before: cell, after: cell })),
});
export type HistoryEntry = z.infer<typeof historyEntry>;

/** Newest lines of a record's history that are shown. */
export const HISTORY_MAX = 500;

export const historyContract = {
  of: call({ roles: DESK_ROLES })
    .input(z.object({ ledger: z.enum(LEDGERS), id: recordId }))
    .output(z.array(historyEntry).check(z.maxLength(HISTORY_MAX))),
  /** Takes back one's own last change of a record within UNDO_SECONDS. */
  undo: call({ roles: DESK_ROLES })
    .input(z.object({ ledger: z.enum(LEDGERS), id: recordId, revision }))
    .output(z.object({ left: z.boolean() })),
};

/** Seconds in which a change can be taken back (the toast shows ten; a slow hand gets more). */
export const UNDO_SECONDS = 60;

export const journalLine = z.object({
  /** Numbers begin anew in each epoch. */
  epoch: z.int(),
  n: z.int(),
  /** Null where the text of the line is gone because the retention of its record ended; then nobody is named either. */
  at: z.nullable(instant),
  byName: z.string(),
  door: z.string(),
  ledger: z.string(),
  record: z.string(),
  op: z.string(),
  reason: z.nullable(z.string()),
  /** Names of the fields that changed; never their values. */
  fields: z.array(z.string()),
});
export type JournalLine = z.infer<typeof journalLine>;

export const journalContract = {
  /** The auditor's view: who did what and when, newest first, without the values. */
  page: call({ roles: ['auditor'] })
    .input(z.object({ ...pageRequest, ops: z.array(z.string().check(z.maxLength(1))) }))
    .output(page(journalLine)),
  /** Reads the whole journal and checks chain and rows. */
  verify: call({ roles: ['auditor', 'administrator', 'officer'] })
    .input(nothing)
    .output(z.object({ lines: z.int(), forgotten: z.int(), head: z.string() })),
};

/** What a defect of the counter looked like: never its message, which may quote somebody's data. */
export const counterDefect = z.object({
  reference: z.string().check(z.regex(/^C-[0-9A-Z]{7}$/)),
  kind: z.string().check(z.regex(/^[A-Za-z]{1,40}$/)),
  /** Function names and places in our own files: lines of a stack, and nothing else that may be longer than one. */
  places: z.array(z.string().check(z.regex(/^at [\x21-\x7E][\x20-\x7E]{0,116}$/))).check(z.maxLength(12)),
});

export const diagnosticsContract = {
  /** Puts a defect of the counter into the log, under the reference the person was shown. */
  defect: call({ roles: ROLES }).input(counterDefect).output(nothing),
  about: call({ roles: ROLES })
    .input(nothing)
    .output(
      z.object({
        version: z.string(),
        shell: z.string(),
        node: z.string(),
        sqlite: z.string(),
        databaseBytes: z.int(),
        journalLines: z.int(),
        schema: z.int(),
        freeBytes: z.nullable(z.int()),
      }),
    ),
};

export const officeEvent = z.discriminatedUnion('kind', [
  /** Rows of a ledger (or `weekly`, `drafts`) changed: queries of that room are stale. */
  z.object({ kind: z.literal('changed'), room: z.string() }),
  /** The office ends in `graceMs`: keep the drafts now. */
  z.object({ kind: z.literal('locking'), reason: z.enum(LOCK_REASONS), graceMs: z.int() }),
  z.object({ kind: z.literal('progress'), task: z.string(), done: z.int(), total: z.int() }),
]);
export type OfficeEvent = z.infer<typeof officeEvent>;

export const eventsContract = {
  watch: call({ roles: ROLES }).input(nothing).output(eventIterator(officeEvent)),
};
