/** Turns whatever was thrown at the counter into a failure that has words. */
import { ORPCError } from '@orpc/client';
import { failureSchema, type FieldIssue, type Failure } from '#shared/kernel/failure.ts';

/** Reference shown when the counter itself, not the office, could not make sense of an answer. */
const COUNTER = 'counter';

export function toFailure(error: unknown): Failure {
  if (error instanceof ORPCError) {
    const code: unknown = error.code;
    const data: unknown = error.data;
    const stated = failureSchema.safeParse(data);
    if (stated.success) return stated.data;
    if (code === 'BAD_REQUEST') return { code: 'invalid', issues: issuesOf(data) };
    return { code: 'unexpected', reference: String(code).toLowerCase() };
  }
  const stated = failureSchema.safeParse(error);
  if (stated.success) return stated.data;
  return { code: 'unexpected', reference: COUNTER };
}

/** Schema issues by the last name in their path: `visit.phone` is the form's `phone`. */
function issuesOf(data: unknown): FieldIssue[] {
  if (typeof data !== 'object' || data === null || !('issues' in data) || !Array.isArray(data.issues))
    return [];
  return data.issues.flatMap((issue: unknown) => {
    if (typeof issue !== 'object' || issue === null || !('path' in issue) || !Array.isArray(issue.path))
      return [];
    const name: unknown = issue.path.findLast((step: unknown) => typeof step === 'string');
    return typeof name === 'string' ? [{ field: name, rule: 'not-accepted' }] : [];
  });
}
