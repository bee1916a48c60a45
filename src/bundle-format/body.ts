// The decrypted body, walkable more than once: small ones are kept in memory, large ones are decrypted again.
import { decryptAge } from './age.ts';
import type { Envelope } from './envelope.ts';

const keptInMemory = 8 * 1024 * 1024;

/** Throws E403 while walked. Nothing walked before the end was reached may be released to a caller. */
export async function openBody(
  envelope: Envelope,
  identities: readonly string[],
): Promise<() => AsyncIterable<Uint8Array>> {
  const decrypt = (): AsyncIterable<Uint8Array> => decryptAge(envelope.body(), identities);
  if (envelope.bodySize > keptInMemory) return decrypt;
  const chunks: Uint8Array[] = [];
  for await (const chunk of decrypt()) chunks.push(chunk);
  return async function* () {
    yield* chunks;
  };
}
