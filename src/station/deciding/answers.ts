// What a reviewer gives beside the number: a name, a reason, the version that was read. Refuses what no receipt carries.
import type { Decision } from '#bundle-format';
import { cleanPersonName, personNameIssue } from '#shared/kernel/person-name.ts';
import { cleanText } from '#shared/kernel/text-input.ts';
import type { Request } from '#station/arguments.ts';
import { refuse } from '#station/refusal.ts';
import type { Station } from '#station/station.ts';
import type { HeldRecord } from '#station/store/port.ts';

const reasonMost = 200;

export function reviewerOf(request: Request): string {
  return nameOf(request.need('reviewer'), 'reviewer');
}

/** Null where nobody else was named. */
export function secondOf(request: Request): string | null {
  const given = request.option('second');
  return given === null ? null : nameOf(given, 'second');
}

/** Who answers where one alone may not. Refuses with `second-missing`, `second-same`. */
export function twoPeopleOf(request: Request): { readonly reviewer: string; readonly second: string } {
  const reviewer = reviewerOf(request);
  const second = secondOf(request) ?? refuse('second-missing');
  return second === reviewer ? refuse('second-same') : { reviewer, second };
}

function nameOf(given: string, option: string): string {
  const name = cleanPersonName(given);
  if (personNameIssue(name) !== null) refuse('usage', `--${option} takes a name`);
  return name;
}

export function reasonOf(request: Request): string {
  const reason = cleanText(request.need('reason'));
  const fits = new RegExp(`^[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]{1,${reasonMost}}$`, 'u').test(reason);
  if (!fits) refuse('usage', `--reason takes 1 to ${reasonMost} characters`);
  return reason;
}

/** Refuses with `other-revision` where the reviewer read another version than the one held. */
export function checkRevision(request: Request, { k, v }: HeldRecord): void {
  const given = request.option('revision');
  if (given !== null && given !== String(v)) refuse('other-revision', `${k} is at ${v}`);
}

/** Kept before anything is said; every receipt carries it until the office's own lines show it. */
export async function keepAnswer(
  { store, clock }: Station,
  office: string,
  { ledger, k, v, leaf }: HeldRecord,
  given: Pick<Decision, 'answer' | 'reviewer' | 'second' | 'reason'>,
): Promise<Decision> {
  const { answer, reviewer, second, reason } = given;
  const decision = { ledger, k, v, leaf, answer, reviewer, second, reason, at: clock.now() };
  await store.addDecision(office, decision);
  return decision;
}
