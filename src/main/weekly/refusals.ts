/** The bundle format's refusals → the office's failures. */
import type { Refusal as FormatRefusal } from '#bundle-format';
import { refuse, type Failure } from '#shared/kernel/failure.ts';

export function failureOfFormat(refusal: FormatRefusal): Failure {
  if (refusal.word === 'no-space') return { code: 'disk-full' };
  if (refusal.word === 'read-only') return { code: 'read-only' };
  if (refusal.exit === 'io') return { code: 'io', detail: refusal.code };
  return { code: 'bundle-refused', check: refusal.code };
}

/** The value, or the refusal thrown as a failure. */
export function orRefuse<T extends { readonly ok: true }>(result: T | FormatRefusal): T {
  return result.ok ? result : refuse(failureOfFormat(result));
}
