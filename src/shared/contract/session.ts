/** First run, sign in, lock: the only calls that answer without a session. */
import * as z from 'zod/mini';
import { damagedPartSchema } from '#shared/kernel/failure.ts';
import { OFFICE_CODE } from '#shared/kernel/ids.ts';
import { ROLES } from '#shared/kernel/role.ts';
import { LOCK_REASONS } from '#shared/pipe.ts';
import { call } from './call.ts';
import { nothing, place, recordId, words } from './shapes.ts';

export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const name = words(50);
/** Typed at the lock screen: letters and digits, such as the initials or the badge number. */
export const login = z.string().check(z.regex(/^[a-z0-9]{2,20}$/));
const password = z.string().check(z.minLength(1), z.maxLength(200));

export const me = z.object({ id: recordId, name: z.string(), login, role: z.enum(ROLES) });
export type Me = z.infer<typeof me>;

export const sessionState = z.object({
  /** `damaged`: there is an office, and its files cannot be opened; nothing was changed. */
  stage: z.enum(['absent', 'damaged', 'locked', 'open']),
  /** What does not hold, before anybody has signed in. */
  damaged: z.nullable(damagedPartSchema),
  /** The office's name, which also stands over its door; null before the first run. */
  officeName: z.nullable(z.string()),
  language: z.enum(LANGUAGES),
  me: z.nullable(me),
  /** Synthetic people only: the amber frame stands around every screen. */
  demo: z.boolean(),
  idleMinutes: z.int(),
  version: z.string(),
});
export type SessionState = z.infer<typeof sessionState>;

export const sessionContract = {
  state: call({ roles: 'anyone' }).input(nothing).output(sessionState),
  unlock: call({ roles: 'anyone' }).input(z.object({ login, password })).output(me),
  /** Gives the account a new password with the printed recovery code, and unlocks. */
  recover: call({ roles: 'anyone' })
    .input(z.object({ code: z.string().check(z.maxLength(80)), login, password }))
    .output(me),
  /** Ends the office process: keys and rows leave memory with it. Drafts have to be kept before. */
  lock: call({ roles: ROLES })
    .input(z.object({ reason: z.enum(LOCK_REASONS) }))
    .output(nothing),
  /** The person is still there. Without it the office locks itself after `idleMinutes`. */
  touch: call({ roles: ROLES }).input(nothing).output(nothing),
  changePassword: call({ roles: ROLES })
    .input(z.object({ current: password, next: password }))
    .output(nothing),
};

export const setupContract = {
  /** Makes the encrypted store in a staging folder and answers with the recovery code, which is shown once. */
  begin: call({ roles: 'anyone' })
    .input(
      z.object({
        language: z.enum(LANGUAGES),
        office: z.object({ code: z.string().check(z.regex(OFFICE_CODE)), name, stationName: name }),
        administrator: z.object({ name, login, password }),
      }),
    )
    .output(z.object({ recoveryCode: z.string() })),
  chooseBackupFolder: call({ roles: 'anyone' }).input(nothing).output(place),
  /** The code typed back from paper: only now does the office exist, and is open. */
  finish: call({ roles: 'anyone' })
    .input(z.object({ code: z.string().check(z.maxLength(80)), backup: z.nullable(place.shape.handle) }))
    .output(me),
};
