/** The office's end of the shell's verbs: asks over the link and waits for the answer. */
import { Refusal } from '#shared/kernel/failure.ts';
import type { Ask, FromOffice, ToOffice } from './office-link.ts';
import type { Shell } from '#main/shell/shell.ts';

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

export interface RemoteShell {
  readonly shell: Shell;
  settle(message: Extract<ToOffice, { kind: 'answer' | 'refusal' }>): void;
}

export function createRemoteShell(name: Shell['name'], post: (message: FromOffice) => void): RemoteShell {
  const waiting = new Map<number, Waiting>();
  let last = 0;

  const ask = async <T>(what: Ask, read: (value: unknown) => T): Promise<T> => {
    last += 1;
    const id = last;
    const value = await new Promise<unknown>((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      post({ kind: 'ask', id, ask: what });
    });
    return read(value);
  };

  return {
    shell: {
      name,
      chooseFolder: (purpose) => ask({ verb: 'chooseFolder', purpose }, readPath),
      chooseFile: (purpose, extension) => ask({ verb: 'chooseFile', purpose, extension }, readPath),
      chooseSave: (purpose, suggestedName) => ask({ verb: 'chooseSave', purpose, suggestedName }, readPath),
      volumes: () => ask({ verb: 'volumes' }, readPaths),
      pdf: (paper, path) => ask({ verb: 'pdf', paper, path }, readPages),
      print: (paper) => ask({ verb: 'print', paper }, readPages),
    },
    settle(message) {
      const one = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.kind === 'answer') one?.resolve(message.value);
      else one?.reject(new Refusal(message.failure));
    },
  };
}

function readPath(value: unknown): string | null {
  if (value === null || typeof value === 'string') return value;
  throw new TypeError('the shell answered with something that is no path');
}

function readPaths(value: unknown): readonly string[] {
  if (Array.isArray(value) && value.every((path) => typeof path === 'string')) return value;
  throw new TypeError('the shell answered with something that is no list of paths');
}

function readPages(value: unknown): { pages: number } {
  if (typeof value === 'object' && value !== null && 'pages' in value && typeof value.pages === 'number') {
    return { pages: value.pages };
  }
  throw new TypeError('the shell answered without a number of pages');
}
