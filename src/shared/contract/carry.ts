/** Copying the sealed week at the lock screen: the week and the stick, and nothing else of the office. */
import * as z from 'zod/mini';
import { call } from './call.ts';
import { nothing } from './shapes.ts';

/** From a stick's marker. */
export const stickId = z.string().check(z.regex(/^[0-9a-f]{16}$/));
const week = z.int();

export const carryContract = {
  /** Null: nothing is to be carried, or somebody is signed in. */
  offer: call({ roles: 'anyone' })
    .input(nothing)
    .output(
      z.object({
        week: z.nullable(week),
        sticks: z.array(z.object({ id: stickId, serial: z.string() })).check(z.maxLength(16)),
      }),
    ),
  /** Copies every sealed file the station has not confirmed, and reads it back. */
  copy: call({ roles: 'anyone' })
    .input(z.object({ stick: stickId }))
    .output(z.object({ week })),
};
