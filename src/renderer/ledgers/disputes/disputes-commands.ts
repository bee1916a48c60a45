/** What the disputes can do from anywhere, and their list while it is shown. */
import { contract } from '#shared/contract/index.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import type { Command } from '#renderer/ui/keys/command.ts';

export const NEW_DISPUTE = '/disputes/new';
export const DISPUTE_FIGURES = '/disputes/figures';

export const disputesCommands: readonly Command[] = [
  {
    id: 'disputes.register',
    words: (t) => t('disputes:commands.register'),
    keys: 'F4',
    may: (role) => mayCall(role, contract.disputes.register),
    run: (desk) => desk.go(NEW_DISPUTE),
  },
  {
    id: 'disputes.figures',
    words: (t) => t('disputes:commands.figures'),
    may: (role) => mayCall(role, contract.disputes.figures),
    run: (desk) => desk.go(DISPUTE_FIGURES),
  },
];

export function disputeListCommands(refresh: () => void): readonly Command[] {
  return [
    {
      id: 'disputes.refresh',
      words: (t) => t('disputes:commands.refresh'),
      keys: 'F5',
      may: () => true,
      run: refresh,
    },
  ];
}
