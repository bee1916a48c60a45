/** Callers that are not a person at the counter. */
import type { Caller } from '#shared/kernel/caller.ts';

/** What the office does by itself: migrations, locking after idling. */
export const systemCaller: Caller = { staff: 'system', role: 'auditor', door: 'system' };
