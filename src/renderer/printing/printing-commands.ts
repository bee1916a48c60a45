import { contract } from '#shared/contract/index.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import type { Command } from '#renderer/ui/keys/command.ts';

export const printingCommands: readonly Command[] = [
  {
    id: 'printing.card',
    words: (t) => t('printing:commands.card'),
    keys: 'F6',
    may: (role) => mayCall(role, contract.cards.preview),
    run: (desk) => desk.go('/printing'),
  },
];
