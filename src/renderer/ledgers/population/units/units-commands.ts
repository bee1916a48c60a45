/** What the units can do from anywhere, and their list while it is shown. */
import { contract } from '#shared/contract/index.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import type { Command } from '#renderer/ui/keys/command.ts';

export const unitsCommands: readonly Command[] = [
  {
    id: 'units.add',
    words: (t) => t('units:commands.add'),
    keys: 'Alt+U',
    may: (role) => mayCall(role, contract.units.register),
    run: (desk) => desk.go('/units/new'),
  },
  {
    id: 'units.owed',
    words: (t) => t('units:commands.owed'),
    may: (role) => mayCall(role, contract.units.owed),
    run: (desk) => desk.go('/units/owed'),
  },
];

export interface UnitListDeeds {
  readonly text?: () => void;
  readonly refresh: () => void;
}

export function unitListCommands({ text, refresh }: UnitListDeeds): readonly Command[] {
  const find: Command = {
    id: 'units.text',
    words: (t) => t('units:commands.text'),
    keys: 'Ctrl+F',
    may: () => true,
    run: () => text?.(),
  };
  return [
    ...(text === undefined ? [] : [find]),
    {
      id: 'units.refresh',
      words: (t) => t('units:commands.refresh'),
      keys: 'F5',
      may: () => true,
      run: refresh,
    },
  ];
}
