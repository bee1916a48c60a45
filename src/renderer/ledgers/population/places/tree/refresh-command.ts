import type { Command } from '#renderer/ui/keys/command.ts';

/** F5 on a screen of places. */
export function refreshCommand(run: () => void): Command {
  return {
    id: 'places.refresh',
    words: (t) => t('places:commands.refresh'),
    keys: 'F5',
    may: () => true,
    run,
  };
}
