/** Who answers the dialogs when there are none: a script in tests, a fixed folder when a person looks on. */
import { mkdirSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import type { Purpose } from '#main/shell/shell.ts';

/** Absolute path, or null: cancelled. */
export interface Chooser {
  folder(purpose: Purpose): string | null;
  file(purpose: Purpose, extension: string): string | null;
  save(purpose: Purpose, suggestedName: string): string | null;
}

export interface ScriptedChooser extends Chooser {
  /** The next dialog for this purpose is answered with `path`; later ones with the answers said after it. */
  willChoose(purpose: Purpose, path: string | null): void;
  /** What was asked so far, oldest first: `folder stick`, `save paper cards.pdf`. */
  readonly asked: readonly string[];
}

/** A dialog nobody scripted is a mistake of the test and fails it. */
export function scriptChooser(): ScriptedChooser {
  const answers = new Map<Purpose, (string | null)[]>();
  const asked: string[] = [];
  const take = (purpose: Purpose, dialog: string) => {
    asked.push(dialog);
    const answer = answers.get(purpose)?.shift();
    if (answer === undefined) throw new Error(`a dialog opened that the test did not expect: ${dialog}`);
    return answer;
  };
  return {
    asked,
    willChoose(purpose, path) {
      answers.set(purpose, [...(answers.get(purpose) ?? []), path]);
    },
    folder: (purpose) => take(purpose, `folder ${purpose}`),
    file: (purpose, extension) => take(purpose, `file ${purpose} .${extension}`),
    save: (purpose, name) => take(purpose, `save ${purpose} ${name}`),
  };
}

/** Without the system's dialogs a person gets fixed folders under their home, and is told which. */
export function homeChooser(say: (line: string) => void, home = join(homedir(), 'Lamplight')): Chooser {
  const folder = (purpose: Purpose) => {
    const path = join(home, purpose);
    mkdirSync(path, { recursive: true });
    say(`常亮: 没有系统对话框，使用 · no system dialog in this shell, using ${path}`);
    return path;
  };
  return {
    folder,
    file(purpose, extension) {
      const place = folder(purpose);
      const found = readdirSync(place).find((name) => name.endsWith(`.${extension}`));
      if (found === undefined)
        say(`常亮: 请把 .${extension} 文件放在那里 · put a .${extension} file there and try again`);
      return found === undefined ? null : join(place, found);
    },
    save: (purpose, suggestedName) => join(folder(purpose), basename(suggestedName)),
  };
}
