/** 派单, 阅知: what the station sends down to be done and to be read. */
import * as z from 'zod/mini';
import { DESK_ROLES } from '#shared/kernel/role.ts';
import { FEEDBACK_MAX, ORDER_STATES } from '#shared/ledgers/sent/orders.ts';
import { NOTICES_MAX } from '#shared/ledgers/sent/notices.ts';
import { call } from '#shared/contract/call.ts';
import { day, instant, nothing, page, pageRequest, recordId, revision } from '#shared/contract/shapes.ts';

const change = { id: recordId, revision };

export const orderRow = z.object({
  id: recordId,
  revision,
  number: z.string(),
  /** '' of one that was refused. */
  title: z.string(),
  text: z.string(),
  dueOn: day,
  sender: z.string(),
  sentOn: day,
  state: z.enum(ORDER_STATES),
  /** Days after the day it was asked for by; 0 in time. */
  late: z.int(),
  acknowledgedByName: z.string(),
  acknowledgedOn: z.nullable(day),
  doneByName: z.string(),
  doneOn: z.nullable(day),
  feedback: z.string(),
  withdrawnOn: z.nullable(day),
  synthetic: z.boolean(),
});
export type OrderRow = z.infer<typeof orderRow>;

/** Of these on Today, the most pressing first. */
export const ORDERS_ON_TODAY = 5;

export const ordersContract = {
  list: call({ roles: DESK_ROLES })
    .input(z.object({ ...pageRequest, open: z.boolean() }))
    .output(page(orderRow)),
  open: call({ roles: DESK_ROLES })
    .input(z.object({ id: recordId }))
    .output(orderRow),
  acknowledge: call({ roles: DESK_ROLES }).input(z.object(change)).output(orderRow),
  /** Acknowledges it too, where nobody did. */
  finish: call({ roles: DESK_ROLES })
    .input(z.object({ ...change, feedback: z.string().check(z.maxLength(FEEDBACK_MAX + 50)) }))
    .output(orderRow),
  due: call({ roles: DESK_ROLES })
    .input(nothing)
    .output(
      z.object({
        open: z.int(),
        late: z.int(),
        first: z.array(orderRow).check(z.maxLength(ORDERS_ON_TODAY)),
      }),
    ),
};

export const noticeRow = z.object({
  id: recordId,
  revision,
  title: z.string(),
  version: z.int(),
  text: z.string(),
  until: z.nullable(day),
  inForce: z.boolean(),
  sender: z.string(),
  sentOn: day,
  /** When this person read this version; null: not yet. */
  readAt: z.nullable(instant),
  /** Names of all who read this version, in the order they did. */
  readers: z.array(z.string()),
});
export type NoticeRow = z.infer<typeof noticeRow>;

export const noticesContract = {
  /** In force, what this person has not read first. */
  list: call({ roles: DESK_ROLES })
    .input(z.object({ over: z.boolean() }))
    .output(z.array(noticeRow).check(z.maxLength(NOTICES_MAX))),
  read: call({ roles: DESK_ROLES }).input(z.object(change)).output(nothing),
  unread: call({ roles: DESK_ROLES })
    .input(nothing)
    .output(z.object({ count: z.int() })),
};
