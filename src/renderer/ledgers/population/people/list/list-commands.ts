/** What the list can do while it is shown. */
import type { Command } from '#renderer/ui/keys/command.ts';

export interface ListDeeds {
  readonly text: () => void;
  readonly refresh: () => void;
}

export function listCommands({ text, refresh }: ListDeeds): readonly Command[] {
  return [
    {
      id: 'people.text',
      words: (t) => t('people:commands.text'),
      keys: 'Ctrl+F',
      may: () => true,
      run: text,
    },
    {
      id: 'people.refresh',
      words: (t) => t('people:commands.refresh'),
      keys: 'F5',
      may: () => true,
      run: refresh,
    },
  ];
}
