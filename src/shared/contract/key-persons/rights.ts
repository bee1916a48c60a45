/** 权利请求: what a person asks about their own information, until it is answered. */
import * as z from 'zod/mini';
import { DESK_ROLES } from '#shared/kernel/role.ts';
import {
  answerFields,
  answerInput,
  requestFields,
  requestInput,
  REQUEST_OUTCOMES,
} from '#shared/ledgers/rights/requests.ts';
import { call } from '#shared/contract/call.ts';
import { day, draftId, nothing, page, pageRequest, recordId, revision } from '#shared/contract/shapes.ts';

const change = { id: recordId, revision };

const { phone: _phone, ...openRequest } = requestFields;
export const rightsRow = z.object({
  id: recordId,
  revision,
  ...openRequest,
  phoneMasked: z.nullable(z.string()),
  dueOn: day,
  /** Days after the day it was due; 0 while in time. */
  late: z.int(),
  answeredOn: z.nullable(day),
  identity: answerFields.identity,
  outcome: z.nullable(z.enum(REQUEST_OUTCOMES)),
  ground: answerFields.ground,
  answer: z.string(),
  registeredByName: z.string(),
  answeredByName: z.string(),
  synthetic: z.boolean(),
});
export type RightsRow = z.infer<typeof rightsRow>;

export const rightsContract = {
  /** An auxiliary sees those they took in. */
  list: call({ roles: DESK_ROLES })
    .input(z.object({ ...pageRequest, open: z.boolean() }))
    .output(page(rightsRow)),
  open: call({ roles: DESK_ROLES })
    .input(z.object({ id: recordId }))
    .output(rightsRow),
  register: call({ roles: DESK_ROLES })
    .input(z.object({ request: requestInput, draft: draftId }))
    .output(rightsRow),
  answer: call({ roles: ['officer'] })
    .input(z.object({ ...change, answer: answerInput }))
    .output(rightsRow),
  /** Takes out a wrong entry. */
  retire: call({ roles: ['officer'] })
    .input(z.object(change))
    .output(nothing),
  due: call({ roles: ['officer'] })
    .input(nothing)
    .output(z.object({ open: z.int(), late: z.int(), nextOn: z.nullable(day) })),
};
