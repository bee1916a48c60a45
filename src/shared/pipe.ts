/**
 * The one pipe between counter, shell and office: strings only.
 * A frame's first character says for whom it is, so that the shell can pass call frames on unread.
 */
import type { Failure } from '#shared/kernel/failure.ts';

/** Frames: `c…` a call or reply between counter and office, `s…` a word between shell and counter. */
const CALL = 'c';
const SHELL = 's';

/** Why the office is locked, shown on the lock screen in words. */
export const LOCK_REASONS = [
  'start',
  'asked',
  'idle',
  'screen',
  'suspend',
  'handover',
  'crash',
  'restored',
] as const;
export type LockReason = (typeof LOCK_REASONS)[number];

/** What the shell says to the counter. */
export type ShellWord =
  /** A fresh, locked office process answers from now on; every earlier call is void. */
  | { readonly word: 'office-ready'; readonly reason: LockReason }
  /** No office answers: the data folder is busy, damaged, read-only… Loading the page again tries once more. */
  | { readonly word: 'office-failed'; readonly failure: Failure };

/** What the counter says to the shell: only that its page has loaded and listens. */
export type CounterWord = { readonly word: 'counter-ready' };

export type Frame<Word> =
  { readonly kind: 'call'; readonly body: string } | { readonly kind: 'word'; readonly word: Word };

export function callFrame(body: string): string {
  return CALL + body;
}

export function wordFrame(word: ShellWord | CounterWord): string {
  return SHELL + JSON.stringify(word);
}

/** Null when the frame is neither: such a frame is dropped by everyone. */
export function readFrame<Word extends ShellWord | CounterWord>(frame: unknown): Frame<Word> | null {
  if (typeof frame !== 'string') return null;
  if (frame.startsWith(CALL)) return { kind: 'call', body: frame.slice(1) };
  if (!frame.startsWith(SHELL)) return null;
  try {
    const word: unknown = JSON.parse(frame.slice(1));
    return isWord<Word>(word) ? { kind: 'word', word } : null;
  } catch {
    return null;
  }
}

function isWord<Word>(value: unknown): value is Word {
  return typeof value === 'object' && value !== null && 'word' in value;
}
