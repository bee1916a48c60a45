/**
 * Everything that can go wrong and that a person can act on, as one closed union.
 * What only we can fix is thrown as an ordinary error and reaches the counter as `unexpected` with a reference.
 */
import * as z from 'zod/mini';

/** A field that was refused; `rule` is a word the counter has text for, never a sentence. */
export const fieldIssueSchema = z.object({ field: z.string(), rule: z.string() });
export type FieldIssue = z.infer<typeof fieldIssueSchema>;

/** Why a table file was refused. */
export const sheetRuleSchema = z.enum(['not-a-table', 'encrypted', 'too-big', 'no-such-sheet', 'damaged']);
export type SheetRule = z.infer<typeof sheetRuleSchema>;

/** What is wrong with a stick while it is written. Nothing half-written bears a final name then. */
export const stickFaultSchema = z.enum([
  /** Not enough room for all of it. */
  'full',
  'read-only',
  /** Pulled out, or not there. */
  'gone',
  /** Another stick is in its place now. */
  'changed',
  /** A file of ours on it was damaged: it bears the name and has another content. */
  'dirty',
  /** What was read back is not what was written. */
  'differs',
  /** It cannot be read or written. */
  'faulty',
]);
export type StickFault = z.infer<typeof stickFaultSchema>;

/** What did not hold. `older`: whole, but less than this PC has held before. */
export const damagedPartSchema = z.enum(['database', 'key-file', 'journal', 'outbox', 'older']);
export type DamagedPart = z.infer<typeof damagedPartSchema>;

export const failureSchema = z.discriminatedUnion('code', [
  /** One or more fields were refused. Nothing was saved. */
  z.object({ code: z.literal('invalid'), issues: z.array(fieldIssueSchema) }),
  /** This role may not do this; the attempt is in the journal. */
  z.object({ code: z.literal('forbidden') }),
  /** The office is locked: keys and rows have left memory. */
  z.object({ code: z.literal('locked') }),
  /** Somebody else saved first; `revision` is what stands now. */
  z.object({ code: z.literal('stale'), revision: z.int() }),
  z.object({ code: z.literal('missing') }),
  /** A reason has to be given before this may be seen or done. */
  z.object({ code: z.literal('reason-needed') }),
  /** Many records of this kind were looked at within the hour: say what for. The auditor reads it. */
  z.object({ code: z.literal('explain-needed') }),
  /** The change can no longer be taken back: the time is over or another change followed. */
  z.object({ code: z.literal('too-late') }),
  /** Wrong name or password: which of the two is not said. */
  z.object({ code: z.literal('wrong-password'), waitSeconds: z.int() }),
  z.object({ code: z.literal('wait'), waitSeconds: z.int() }),
  z.object({ code: z.literal('wrong-recovery-code'), waitSeconds: z.int() }),
  z.object({ code: z.literal('weak-password'), rule: z.enum(['short', 'digits', 'known', 'repeats']) }),
  z.object({ code: z.literal('not-set-up') }),
  z.object({ code: z.literal('already-set-up') }),
  /** Nothing was changed; `part` says which file to restore. */
  z.object({ code: z.literal('data-damaged'), part: damagedPartSchema }),
  /** The data folder was written by a newer Lamplight. */
  z.object({ code: z.literal('newer-version') }),
  /** Another Lamplight has this data folder open. */
  z.object({ code: z.literal('busy') }),
  /** A long piece of work is being written; other saves wait until it ends. Nothing was changed. */
  z.object({ code: z.literal('at-work') }),
  z.object({ code: z.literal('disk-full') }),
  z.object({ code: z.literal('read-only') }),
  z.object({ code: z.literal('io'), detail: z.string() }),
  z.object({ code: z.literal('stick'), fault: stickFaultSchema }),
  /** No folder was chosen: not an error to show, only nothing done. */
  z.object({ code: z.literal('cancelled') }),
  /** The office does not know its station yet: enrol first. */
  z.object({ code: z.literal('not-enrolled') }),
  /** The digits typed are not those of the file: stop, and telephone. */
  z.object({ code: z.literal('digits-differ') }),
  /** A file of the bundle format was refused; `check` is its code such as `E306`. */
  z.object({ code: z.literal('bundle-refused'), check: z.string() }),
  /** A table file that was not read further; nothing of it was kept. */
  z.object({ code: z.literal('sheet-refused'), rule: sheetRuleSchema }),
  /** Paper cannot be made here: no printer, or no page renderer. */
  z.object({ code: z.literal('no-printer') }),
  /** A defect of ours; `reference` finds it in the log. */
  z.object({ code: z.literal('unexpected'), reference: z.string() }),
]);

export type Failure = z.infer<typeof failureSchema>;
export type FailureCode = Failure['code'];

/** Carries a failure out of a transaction, which must be left by throwing. The hatch turns it into a reply. */
export class Refusal extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.code);
    this.name = 'Refusal';
    this.failure = failure;
  }
}

export function refuse(failure: Failure): never {
  throw new Refusal(failure);
}

/** Refuses with `invalid`: one field and the word of the rule it breaks. */
export function refuseField(field: string, rule: string): never {
  return refuse({ code: 'invalid', issues: [{ field, rule }] });
}

/** Refuses with `invalid` where a check found anything. */
export function orRefuse(issues: readonly FieldIssue[]): void {
  if (issues.length > 0) refuse({ code: 'invalid', issues: [...issues] });
}
