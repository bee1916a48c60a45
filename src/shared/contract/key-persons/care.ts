/** 关爱服务: by consent. Officers approve and see; the front desk enters, withdraws, and reads the one line that was agreed to. */
import * as z from 'zod/mini';
import { DESK_ROLES } from '#shared/kernel/role.ts';
import { CARE_CODES, CARE_STATES, careFields, careInput } from '#shared/ledgers/care/care.ts';
import { call } from '#shared/contract/call.ts';
import {
  day,
  draftId,
  nothing,
  page,
  pageRequest,
  recordId,
  revision,
  keptWords,
} from '#shared/contract/shapes.ts';

/** Lines of one person. */
export const DESK_LINES_MAX = 6;

const change = { id: recordId, revision };

const { contactPhone: _phone, ...openCare } = careFields;
export const careRow = z.object({
  id: recordId,
  revision,
  ...openCare,
  /** In a list masked. */
  contactPhone: z.string(),
  /** The person's name as the population ledger has it. */
  name: z.string(),
  state: z.enum(CARE_STATES),
  endsOn: day,
  daysLeft: z.int(),
  enteredByName: z.string(),
  approvedByName: z.string(),
  synthetic: z.boolean(),
});
export type CareRow = z.infer<typeof careRow>;

/** 可能需要帮助,请联系某某: no heading, no reason. */
export const deskLine = z.object({ contactName: z.string(), contactPhone: z.string() });
export type DeskLine = z.infer<typeof deskLine>;

export const careContract = {
  /** Headings that may be chosen in this office. */
  offered: call({ roles: DESK_ROLES })
    .input(nothing)
    .output(z.array(z.enum(CARE_CODES)).check(z.maxLength(CARE_CODES.length))),
  list: call({ roles: ['officer'] })
    .input(z.object({ ...pageRequest, states: z.array(z.enum(CARE_STATES)), ending: z.boolean() }))
    .output(page(careRow)),
  open: call({ roles: ['officer'] })
    .input(z.object({ id: recordId }))
    .output(careRow),
  /** What somebody at the desk may read about a person they serve. */
  linesOf: call({ roles: DESK_ROLES })
    .input(z.object({ residentId: recordId }))
    .output(z.array(deskLine).check(z.maxLength(DESK_LINES_MAX))),
  /** From the signed paper. An officer's own entry still waits for an officer's look at the paper. */
  enter: call({ roles: DESK_ROLES })
    .input(z.object({ care: careInput, draft: draftId }))
    .output(nothing),
  approve: call({ roles: ['officer'] })
    .input(z.object(change))
    .output(careRow),
  /** Not what the paper says: it goes, and nothing of it stays. */
  decline: call({ roles: ['officer'] })
    .input(z.object({ ...change, reason: keptWords(100) }))
    .output(nothing),
  /** Ends every consent of a person, or one. Answers alike whether there was any: whoever asks learns nothing. */
  withdraw: call({ roles: DESK_ROLES })
    .input(z.object({ residentId: recordId }))
    .output(nothing),
  withdrawOne: call({ roles: ['officer'] })
    .input(z.object(change))
    .output(nothing),
  due: call({ roles: ['officer'] })
    .input(nothing)
    .output(z.object({ waiting: z.int(), ending: z.int() })),
};
