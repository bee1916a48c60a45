/** What a verb answers with: one JSON object for scripts, a few lines for people; failures with a stable code and exit status. */
import { codes, type Code } from '#bundle-format';
import type { Failure } from '#shared/kernel/failure.ts';
import { assertNever } from '#shared/kernel/assert-never.ts';
import type { Exit } from '#terminal/exits.ts';

export interface Outcome {
  readonly facts: Readonly<Record<string, unknown>>;
  /** For people; Chinese first. */
  readonly lines: readonly string[];
}

/** The stable word of a failure: a refused bundle carries the format's own word. */
export function codeOf(failure: Failure): string {
  return failure.code === 'bundle-refused' && isFormatCode(failure.check)
    ? codes[failure.check].word
    : failure.code;
}

export function exitOf(failure: Failure): Exit | 'defect' {
  switch (failure.code) {
    case 'wrong-password':
    case 'wrong-recovery-code':
    case 'wait':
    case 'locked':
    case 'forbidden':
      return 'key';
    case 'data-damaged':
    case 'digits-differ':
      return 'forged';
    case 'disk-full':
    case 'read-only':
    case 'io':
    case 'stick':
    case 'no-printer':
      return 'io';
    case 'busy':
    case 'at-work':
      return 'busy';
    case 'bundle-refused':
      return isFormatCode(failure.check) ? codes[failure.check].exit : 'forged';
    case 'unexpected':
      return 'defect';
    case 'invalid':
    case 'sheet-refused':
    case 'stale':
    case 'missing':
    case 'reason-needed':
    case 'explain-needed':
    case 'too-late':
    case 'weak-password':
    case 'not-set-up':
    case 'already-set-up':
    case 'newer-version':
    case 'cancelled':
    case 'not-enrolled':
      return 'input';
    default:
      return assertNever(failure);
  }
}

function isFormatCode(text: string): text is Code {
  return Object.hasOwn(codes, text);
}
