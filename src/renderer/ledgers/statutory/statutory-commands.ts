/** What 依法登记事项 can do from anywhere. To whoever may not enter one, no command exists. */
import { contract } from '#shared/contract/index.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import type { Command } from '#renderer/ui/keys/command.ts';

export const STATUTORY = '/statutory';
export const NEW_STATUTORY = '/statutory/new';

export const statutoryCommands: readonly Command[] = [
  {
    id: 'statutory.enter',
    words: (t) => t('statutory:commands.enter'),
    may: (role) => mayCall(role, contract.statutory.enter),
    run: (desk) => desk.go(NEW_STATUTORY),
  },
];
