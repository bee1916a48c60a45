/**
 * What passes between the shell and the office process: plain JSON messages, the same for Electron's
 * utility process and for a child process of Node. Call bodies pass through unread.
 */
import type { Paper } from '#shared/contract/paper.ts';
import type { Failure } from '#shared/kernel/failure.ts';
import type { LockReason } from '#shared/pipe.ts';
import type { Purpose, Shell } from '#main/shell/shell.ts';

/** A verb of the shell with what it needs. */
export type Ask =
  | { readonly verb: 'chooseFolder'; readonly purpose: Purpose }
  | { readonly verb: 'chooseFile'; readonly purpose: Purpose; readonly extension: string }
  | { readonly verb: 'chooseSave'; readonly purpose: Purpose; readonly suggestedName: string }
  | { readonly verb: 'volumes' }
  | { readonly verb: 'pdf'; readonly paper: Paper; readonly path: string }
  | { readonly verb: 'print'; readonly paper: Paper };

export type ToOffice =
  | { readonly kind: 'call'; readonly body: string }
  /** A page has loaded: the connection before it is void, a new one begins. */
  | { readonly kind: 'counter' }
  /** Let the counter keep its drafts, close the files, end. */
  | { readonly kind: 'lock'; readonly reason: LockReason }
  /** There is no page any more: close the files, end. */
  | { readonly kind: 'close' }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'refusal'; readonly id: number; readonly failure: Failure };

export type FromOffice =
  | { readonly kind: 'call'; readonly body: string }
  /** The office is made and answers from now on. */
  | { readonly kind: 'ready' }
  /** The office could not be made; the process ends. */
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'ask'; readonly id: number; readonly ask: Ask }
  /** The files are closed and the process wants to end. */
  | { readonly kind: 'ending'; readonly reason: LockReason };

/** What an office process is started with: its only argument, as JSON. No key and no name of a person. */
export interface OfficeStart {
  readonly dataDir: string;
  readonly version: string;
  readonly shell: Shell['name'];
  readonly reason: LockReason;
}

const TO_OFFICE = ['call', 'counter', 'lock', 'close', 'answer', 'refusal'];
const FROM_OFFICE = ['call', 'ready', 'failed', 'ask', 'ending'];

/** Both ends are ours; the check is for a message of another version or of nobody. */
export function isToOffice(value: unknown): value is ToOffice {
  return TO_OFFICE.includes(kindOf(value));
}

export function isFromOffice(value: unknown): value is FromOffice {
  return FROM_OFFICE.includes(kindOf(value));
}

function kindOf(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return '';
  return typeof value.kind === 'string' ? value.kind : '';
}

/** The shell's half of a verb. */
export function perform(
  shell: Shell,
  ask: Ask,
): Promise<string | null | { pages: number } | readonly string[]> {
  switch (ask.verb) {
    case 'chooseFolder':
      return shell.chooseFolder(ask.purpose);
    case 'chooseFile':
      return shell.chooseFile(ask.purpose, ask.extension);
    case 'chooseSave':
      return shell.chooseSave(ask.purpose, ask.suggestedName);
    case 'volumes':
      return shell.volumes();
    case 'pdf':
      return shell.pdf(ask.paper, ask.path);
    case 'print':
      return shell.print(ask.paper);
  }
}
