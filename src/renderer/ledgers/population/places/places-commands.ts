/** What the places can do from anywhere. */
import { contract } from '#shared/contract/index.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import type { Command } from '#renderer/ui/keys/command.ts';

export const placesCommands: readonly Command[] = [
  {
    id: 'places.rentals',
    words: (t) => t('places:commands.rentals'),
    may: (role) => mayCall(role, contract.dwellings.rentals),
    run: (desk) => desk.go('/places/rentals'),
  },
  {
    id: 'places.grids',
    words: (t) => t('places:commands.grids'),
    may: (role) => mayCall(role, contract.grids.list),
    run: (desk) => desk.go('/places/grids'),
  },
];
