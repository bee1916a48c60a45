/** Calls of the visitors ledger (来访). Phones leave the office masked unless a reveal is witnessed. */
import * as z from 'zod/mini';
import { DESK_ROLES } from '#shared/kernel/role.ts';
import { REVEAL_REASONS } from '#shared/ledgers/reveal.ts';
import {
  BODIES,
  MATTER_CODES,
  RESULTS,
  SATISFACTION,
  STATES,
  visitFields,
  visitInput,
} from '#shared/ledgers/visitors.ts';
import { call } from './call.ts';
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
  keptWords,
  words,
} from './shapes.ts';

export const visitRow = z.object({
  id: recordId,
  revision,
  arrivedAt: instant,
  /** Null while the visitor is in the room. */
  leftAt: z.nullable(instant),
  name: z.nullable(z.string()),
  /** `138····5678`; null when none was given. */
  phoneMasked: z.nullable(z.string()),
  people: z.int(),
  matter: z.enum(MATTER_CODES),
  summary: z.nullable(z.string()),
  papersChecked: z.boolean(),
  /** Staff id and name of the person who received them. */
  handledBy: z.string(),
  handledByName: z.string(),
  result: z.nullable(z.enum(RESULTS)),
  referredTo: z.nullable(z.enum(BODIES)),
  promisedOn: z.nullable(day),
  repliedOn: z.nullable(day),
  satisfied: z.enum(SATISFACTION),
  state: z.enum(STATES),
  retainUntil: day,
  synthetic: z.boolean(),
});
export type VisitRow = z.infer<typeof visitRow>;

/** More people than a room holds: beyond this the list answers. */
export const ON_SITE_MAX = 200;
/** Owed replies that Today shows. */
export const OWED_MAX = 50;

/** Columns a list may be sorted by; each has an index. */
export const VISIT_SORTS = ['arrivedAt', 'promisedOn', 'matter', 'state'] as const;

export const visitFilter = z.object({
  states: z.array(z.enum(STATES)),
  matters: z.array(z.enum(MATTER_CODES)),
  from: z.nullable(day),
  to: z.nullable(day),
  onSite: z.boolean(),
  /** Only visits whose promised reply is still owed. */
  owed: z.boolean(),
});
export type VisitFilter = z.infer<typeof visitFilter>;

const list = z.object({
  ...pageRequest,
  filter: visitFilter,
  sort: z.object({ by: z.enum(VISIT_SORTS), descending: z.boolean() }),
});

const change = { id: recordId, revision };

export const visitorsContract = {
  /** An auxiliary sees today's visits, those in the room, and those they received; an officer sees all. */
  list: call({ roles: DESK_ROLES }).input(list).output(page(visitRow)),
  /** Visits by a person's name: a search for somebody, so it needs an officer and a reason. */
  search: call({ roles: ['officer'], witnessed: { ledger: 'visitors', record: null, reason: 'reason' } })
    .input(
      z.object({
        ...pageRequest,
        name: words(50),
        reason: reasonText,
      }),
    )
    .output(page(visitRow)),
  open: call({ roles: DESK_ROLES })
    .input(z.object({ id: recordId }))
    .output(visitRow),
  /** Who is in the room, longest first; at most ON_SITE_MAX. */
  onSite: call({ roles: DESK_ROLES })
    .input(nothing)
    .output(z.array(visitRow).check(z.maxLength(ON_SITE_MAX))),
  /** Saves a new visit and consumes its draft: a second call with the same draft answers with the same record. */
  register: call({ roles: DESK_ROLES })
    .input(z.object({ visit: visitInput, draft: draftId }))
    .output(visitRow),
  /** `phone: undefined` leaves the stored phone as it is, since the counter only knows it masked. */
  amend: call({ roles: DESK_ROLES })
    .input(z.object({ ...change, visit: z.object({ ...visitFields, phone: z.optional(visitFields.phone) }) }))
    .output(visitRow),
  leave: call({ roles: DESK_ROLES }).input(z.object(change)).output(visitRow),
  /** The promised reply was given. */
  reply: call({ roles: DESK_ROLES })
    .input(
      z.object({
        ...change,
        result: z.enum(RESULTS),
        referredTo: z.nullable(z.enum(BODIES)),
        satisfied: z.enum(SATISFACTION),
      }),
    )
    .output(visitRow),
  /** Takes a wrong entry out of the ledger; it stays in the journal. */
  retire: call({ roles: ['officer'] })
    .input(z.object({ ...change, reason: keptWords(100) }))
    .output(nothing),
  reveal: call({ roles: ['officer'], witnessed: { ledger: 'visitors', record: 'id', reason: 'reason' } })
    .input(
      z.object({ id: recordId, field: z.literal('phone'), reason: z.enum(REVEAL_REASONS), note: reasonText }),
    )
    .output(z.object({ value: z.string() })),
};
