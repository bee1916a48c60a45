/** What 关爱服务 can do from anywhere, and its list while it is shown. */
import { contract } from '#shared/contract/index.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { CARE_LAYER } from '#renderer/record/person/layers.ts';
import type { Command } from '#renderer/ui/keys/command.ts';

export const careCommands: readonly Command[] = [
  {
    id: 'care.enter',
    words: (t) => t('care:commands.enter'),
    may: (role) => mayCall(role, contract.care.enter),
    run: (desk) => desk.open(CARE_LAYER),
  },
];

export function careListCommands(refresh: () => void): readonly Command[] {
  return [
    {
      id: 'care.refresh',
      words: (t) => t('care:commands.refresh'),
      keys: 'F5',
      may: () => true,
      run: refresh,
    },
  ];
}
