/** An office as a journey finds it: set up, with an account for each role. */
import { systemClock, type Clock } from '#shared/kernel/clock.ts';
import type { Role } from '#shared/kernel/role.ts';
import { createOffice, type Office } from '#main/office.ts';
import { ARGON_FLOOR } from '#main/session/argon-floor.ts';
import { ADMIN, OFFICE, PASSWORD } from '#tests/support/office.ts';
import { scriptedShell } from '#tests/support/shell.ts';

/** Sign-in names of the people a prepared office has. */
export const LOGINS = { auxiliary: 'wf', officer: 'ljg', auditor: 'zm' } as const;

const PEOPLE = [
  { name: '王芳', login: LOGINS.auxiliary, role: 'auxiliary', badgeNo: 'F0712', phone: '' },
  { name: '李建国', login: LOGINS.officer, role: 'officer', badgeNo: '519907', phone: '15400000001' },
  { name: '周敏', login: LOGINS.auditor, role: 'auditor', badgeNo: '', phone: '' },
] as const satisfies readonly { name: string; login: string; role: Role; badgeNo: string; phone: string }[];

export type Language = 'zh' | 'en';

/** Answers with the recovery code. */
export async function prepareOffice(dataDir: string, language: Language): Promise<string> {
  const office = await bareOffice(dataDir);
  try {
    const { recoveryCode, me } = await office.session.setUp({
      language,
      office: OFFICE,
      administrator: ADMIN,
    });
    const caller = { staff: me.id, role: me.role, door: 'cli' } as const;
    const { staff, preferences } = office.rooms().calls;
    const everybody = [me.id];
    for (const person of PEOPLE)
      everybody.push((await staff.add({ ...person, password: PASSWORD }, caller, { signal: undefined })).id);
    // By day and by night as the browser has it, so that a journey can turn one into the other.
    const choice = { name: 'look.scheme', value: JSON.stringify('system') };
    for (const id of everybody)
      await preferences.put(choice, { ...caller, staff: id }, { signal: undefined });
    return recoveryCode;
  } finally {
    await office.close();
  }
}

export function bareOffice(dataDir: string, clock: Clock = systemClock): Promise<Office> {
  return createOffice({
    dataDir,
    shell: scriptedShell(),
    clock,
    version: '0',
    reason: 'start',
    door: 'cli',
    argonCost: ARGON_FLOOR,
    onEnd: () => undefined,
  });
}
