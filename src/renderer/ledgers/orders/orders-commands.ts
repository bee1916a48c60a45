/** What 派单 can do from anywhere, and its list while it is shown. */
import { contract } from '#shared/contract/index.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import type { Command } from '#renderer/ui/keys/command.ts';

export const ordersCommands: readonly Command[] = [
  {
    id: 'orders.open',
    words: (t) => t('orders:commands.open'),
    may: (role) => mayCall(role, contract.orders.list),
    run: (desk) => desk.go('/orders'),
  },
];

export function ordersListCommands(refresh: () => void): readonly Command[] {
  return [
    {
      id: 'orders.refresh',
      words: (t) => t('orders:commands.refresh'),
      keys: 'F5',
      may: () => true,
      run: refresh,
    },
  ];
}
