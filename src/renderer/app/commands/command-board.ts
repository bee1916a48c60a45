import { useMemo, useState } from 'react';
import type { Command, CommandBoard } from '#renderer/ui/keys/command.ts';

/** Holds the commands that the shown screens bring, newest first. */
export function useCommandBoard(): readonly [readonly Command[], CommandBoard] {
  const [sets, setSets] = useState<readonly (readonly Command[])[]>([]);
  const board = useMemo<CommandBoard>(
    () => ({
      add(commands) {
        setSets((now) => [commands, ...now]);
        return () => setSets((now) => now.filter((set) => set !== commands));
      },
    }),
    [],
  );
  return [useMemo(() => sets.flat(), [sets]), board];
}
