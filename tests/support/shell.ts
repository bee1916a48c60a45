/** A shell whose dialogs are answered beforehand. It draws no paper: that is the Chromium shell's part. */
import { refuse } from '#shared/kernel/failure.ts';
import type { Shell } from '#main/shell/shell.ts';

export interface ScriptedShell extends Shell {
  /** The next folder or file somebody chooses; null cancels. */
  choose(path: string | null): void;
  /** Sticks that are plugged in from now on. */
  plug(...roots: readonly string[]): void;
}

export function scriptedShell(): ScriptedShell {
  const answers: (string | null)[] = [];
  let plugged: readonly string[] = [];
  const next = () => Promise.resolve(answers.shift() ?? null);
  const noPaper = () => Promise.reject(new Error('unreachable')).catch(() => refuse({ code: 'no-printer' }));
  return {
    name: 'none',
    choose: (path) => answers.push(path),
    plug: (...roots) => {
      plugged = roots;
    },
    volumes: () => Promise.resolve(plugged),
    chooseFolder: next,
    chooseFile: next,
    chooseSave: next,
    pdf: noPaper,
    print: noPaper,
  };
}
