/** Who has been at the desk since this page was loaded: in memory only, gone with the window. */
import type { Me } from '#shared/contract/session.ts';

export type ShiftMember = Pick<Me, 'login' | 'name'>;

const shift: ShiftMember[] = [];

export function joinShift({ login, name }: ShiftMember): void {
  const at = shift.findIndex((member) => member.login === login);
  if (at !== -1) shift.splice(at, 1);
  shift.unshift({ login, name });
}

/** The newest first. */
export function shiftNow(): readonly ShiftMember[] {
  return shift.slice(0, 6);
}
