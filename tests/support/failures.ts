/** What a call or a piece of work answered, when it was refused. */
import { isDefinedError, safe } from '@orpc/client';
import type { ORPCError } from '@orpc/client';
import { Refusal, type Failure } from '#shared/kernel/failure.ts';

/** The failure that a call of the counter was answered with. Throws when the call succeeded, or left the contract. */
export async function failureOfCall(
  call: Promise<unknown> & { __error?: { type: unknown } },
): Promise<Failure> {
  const [error] = await safe(
    call as Promise<unknown> & { __error?: { type: ORPCError<'FAILURE', Failure> } },
  );
  if (error === null) throw new Error('the call was answered, not refused');
  if (!isDefinedError(error)) throw new Error('the answer left the contract', { cause: error });
  return error.data;
}

/** The failure that a piece of work was refused with. Throws on anything else. */
export function failureOfWork(work: () => unknown): Failure {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.failure;
    throw error;
  }
  throw new Error('the work was done, not refused');
}

/** The same for work that takes its time. */
export async function failureOfLater(work: () => Promise<unknown>): Promise<Failure> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Refusal) return error.failure;
    throw error;
  }
  throw new Error('the work was done, not refused');
}
