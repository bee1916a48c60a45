import { contract } from '#shared/contract/index.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import type { Command } from '#renderer/ui/keys/command.ts';

export const weeklyCommands: readonly Command[] = [
  {
    id: 'weekly.open',
    words: (t) => t('weekly:commands.open'),
    keys: 'F8',
    may: (role) => mayCall(role, contract.weekly.status),
    run: (desk) => desk.go('/weekly'),
  },
];
