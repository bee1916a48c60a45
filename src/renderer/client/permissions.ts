/** Who may do what, read out of the contract itself: the counter shows it, the office enforces it. */
import { contract } from '#shared/contract/index.ts';
import type { CallMeta } from '#shared/contract/call.ts';
import type { Role } from '#shared/kernel/role.ts';

export interface CallInContract {
  readonly '~orpc': { readonly meta: CallMeta };
}

/** `mayCall(role, contract.visitors.list)`. */
export function mayCall(role: string, call: CallInContract): boolean {
  const { roles } = call['~orpc'].meta;
  return roles === 'anyone' || roles.some((one) => one === role);
}

export interface Permission {
  readonly room: string;
  readonly verb: string;
  readonly roles: readonly Role[];
  readonly witnessed: boolean;
}

/** Every call that needs a session, in the contract's order. */
export function listPermissions(): readonly Permission[] {
  return Object.entries(contract).flatMap(([room, calls]) =>
    Object.entries(calls).flatMap(([verb, call]: [string, CallInContract]) => {
      const { roles, witnessed } = call['~orpc'].meta;
      return roles === 'anyone' ? [] : [{ room, verb, roles, witnessed: witnessed !== undefined }];
    }),
  );
}

export function rolesOf(call: CallInContract): readonly Role[] {
  const { roles } = call['~orpc'].meta;
  return roles === 'anyone' ? [] : roles;
}
