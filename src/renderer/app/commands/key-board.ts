/** Keys to commands: in the capture phase, so that they work inside fields, and never while an input method composes. */
import { useEffect, useRef } from 'react';
import type { Command, Desk } from '#renderer/ui/keys/command.ts';
import { belongsToInputMethod, chordOf } from '#renderer/ui/keys/use-key.ts';
import { hasOpenLayer } from '#renderer/ui/layers/escape.ts';

/** Work even over a dialog or a drawer. */
const OVER_LAYERS: readonly string[] = ['desk.lock', 'desk.public'];
/** Work over a drawer whose form takes what they find. */
const OVER_TAKERS: readonly string[] = ['desk.palette', 'desk.find'];

/** The first command in order that answers a chord. Screens come before the office. */
export function commandFor(chord: string, commands: readonly Command[], role: string): Command | null {
  return commands.find((command) => command.keys === chord && command.may(role)) ?? null;
}

/** @param takes the form in the drawer on top takes what the one box finds */
export function useCommandKeys(commands: readonly Command[], role: string, desk: Desk, takes: boolean): void {
  const latest = useRef({ commands, role, desk, takes });
  useEffect(() => {
    latest.current = { commands, role, desk, takes };
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (belongsToInputMethod(event)) return;
      const now = latest.current;
      const command = commandFor(chordOf(event), now.commands, now.role);
      if (command === null) return;
      event.preventDefault();
      event.stopPropagation();
      const over = OVER_LAYERS.includes(command.id) || (now.takes && OVER_TAKERS.includes(command.id));
      if (over || !hasOpenLayer()) command.run(now.desk);
    };
    window.addEventListener('keydown', listen, true);
    return () => window.removeEventListener('keydown', listen, true);
  }, []);
}
