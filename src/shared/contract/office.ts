/** The office's own facts and its people: what stands on the door, on the cards and in the accounts. */
import * as z from 'zod/mini';
import { OFFICE_CODE } from '#shared/kernel/ids.ts';
import { ROLES } from '#shared/kernel/role.ts';
import { call } from './call.ts';
import { login } from './session.ts';
import { instant, nothing, recordId, revision, words } from './shapes.ts';

const line = z.string().check(z.maxLength(100));
const phone = z.string().check(z.maxLength(30));

/** What an administrator may change. An empty text means: not given, and left out on every paper. */
export const officeFields = {
  name: words(100),
  stationName: words(100),
  /** Grids the office serves, in words, as printed on the card (警格). */
  gridRange: line,
  address: line,
  hours: line,
  phone,
  stationPhone: phone,
  leaderPhone: phone,
  supervisionPhone: phone,
  /** Minutes without a key or a click until the office locks itself. */
  idleMinutes: z.int().check(z.minimum(3), z.maximum(15)),
  /** 释放后自愿帮扶 is offered among 关爱服务. */
  afterReleaseHelp: z.boolean(),
  /** When the weekly bundle is due: Monday 1 … Friday 5, and the full hour. */
  weeklyWeekday: z.int().check(z.minimum(1), z.maximum(5)),
  weeklyHour: z.int().check(z.minimum(0), z.maximum(23)),
};

export const officeProfile = z.object({
  ...officeFields,
  code: z.string().check(z.regex(OFFICE_CODE)),
  /** Where the daily backup goes; empty when none was chosen. */
  backupFolder: z.string(),
  revision,
});
export type OfficeProfile = z.infer<typeof officeProfile>;

export const officeContract = {
  profile: call({ roles: ROLES }).input(nothing).output(officeProfile),
  amend: call({ roles: ['administrator'] })
    .input(z.object({ revision, fields: z.object(officeFields) }))
    .output(officeProfile),
  /** Asks for the folder of the daily backup, and keeps it. */
  chooseBackupFolder: call({ roles: ['administrator'] })
    .input(z.object({ revision }))
    .output(officeProfile),
};

/** More accounts than an office has people. */
export const STAFF_MAX = 300;

const staffFields = {
  name: words(100),
  role: z.enum(ROLES),
  /** 警号 or auxiliary number; may be empty. */
  badgeNo: z.string().check(z.maxLength(20)),
  /** Work phone, printed on the contact card; may be empty. */
  phone,
};

export const staffMember = z.object({
  ...staffFields,
  id: recordId,
  revision,
  login,
  /** False after leaving the office: may no longer sign in, stays named in the records. */
  active: z.boolean(),
  lastSeenAt: z.nullable(instant),
});
export type StaffMember = z.infer<typeof staffMember>;

/**
 * 接手人: who goes on with the work of an officer who leaves, or is none any more. Asked of every one of them while there is
 * another officer, so that the question says nothing about what there is to go on with.
 */
const successor = z.optional(recordId);

export const staffContract = {
  list: call({ roles: ROLES })
    .input(nothing)
    .output(z.array(staffMember).check(z.maxLength(STAFF_MAX))),
  /** The newcomer types their own password on this PC. */
  add: call({ roles: ['administrator'] })
    .input(z.object({ ...staffFields, login, password: z.string().check(z.maxLength(200)) }))
    .output(staffMember),
  amend: call({ roles: ['administrator'] })
    .input(z.object({ id: recordId, revision, fields: z.object(staffFields), successor }))
    .output(staffMember),
  /** A forgotten password: the person types a new one on this PC. */
  resetPassword: call({ roles: ['administrator'] })
    .input(z.object({ id: recordId, revision, password: z.string().check(z.maxLength(200)) }))
    .output(staffMember),
  /** Takes the account's key slot away at once. The last active administrator cannot be dismissed. */
  dismiss: call({ roles: ['administrator'] })
    .input(z.object({ id: recordId, revision, successor }))
    .output(staffMember),
};
