/** What the ledger of residents can do from anywhere. */
import { contract } from '#shared/contract/index.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import type { Command } from '#renderer/ui/keys/command.ts';

export const peopleCommands: readonly Command[] = [
  {
    id: 'people.add',
    words: (t) => t('people:commands.add'),
    keys: 'Alt+N',
    may: (role) => mayCall(role, contract.residents.register),
    run: (desk) => desk.go('/population/new'),
  },
  {
    id: 'people.doubles',
    words: (t) => t('people:commands.doubles'),
    may: (role) => mayCall(role, contract.doubles.list),
    run: (desk) => desk.go('/population/doubles'),
  },
];
