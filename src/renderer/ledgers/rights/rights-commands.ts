/** What 权利请求 can do from anywhere, and its list while it is shown. */
import { contract } from '#shared/contract/index.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { RIGHTS_LAYER } from '#renderer/record/person/layers.ts';
import type { Command } from '#renderer/ui/keys/command.ts';

export const rightsCommands: readonly Command[] = [
  {
    id: 'rights.register',
    words: (t) => t('rights:commands.register'),
    may: (role) => mayCall(role, contract.rights.register),
    run: (desk) => desk.open(RIGHTS_LAYER),
  },
];

export function rightsListCommands(refresh: () => void): readonly Command[] {
  return [
    {
      id: 'rights.refresh',
      words: (t) => t('rights:commands.refresh'),
      keys: 'F5',
      may: () => true,
      run: refresh,
    },
  ];
}
