// age v1 with X25519 recipients. Plaintext lives in memory only; this room never writes it to a disk.
import { bech32 } from '@scure/base';
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { BundleFault } from './fault.ts';

/** An age key pair: `AGE-SECRET-KEY-1…` and `age1…`. */
export interface AgeBox {
  readonly identity: string;
  readonly recipient: string;
}

export async function generateBox(): Promise<AgeBox> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** Throws TypeError for text that is no X25519 identity. */
export async function recipientOf(identity: string): Promise<string> {
  if (!identity.startsWith('AGE-SECRET-KEY-1')) throw new TypeError('not an X25519 identity');
  return identityToRecipient(identity);
}

const identityPrefix = 'AGE-SECRET-KEY-';

/** The 32 bytes of an X25519 identity. Throws TypeError for any other text. */
export function secretOf(identity: string): Uint8Array {
  const { prefix, bytes } = bech32.decodeToBytes(identity);
  if (prefix.toUpperCase() !== identityPrefix || bytes.length !== 32)
    throw new TypeError('not an X25519 identity');
  return bytes;
}

/** The very identity whose bytes these are. */
export async function boxFromSecret(secret: Uint8Array): Promise<AgeBox> {
  const identity = bech32.encodeFromBytes(identityPrefix, secret).toUpperCase();
  return { identity, recipient: await recipientOf(identity) };
}

function streamOf(chunks: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = chunks[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const next = await iterator.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    cancel: async () => {
      await iterator.return?.();
    },
  });
}

async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const next = await reader.read();
      if (next.done) return;
      yield next.value;
    }
  } finally {
    await reader.cancel();
  }
}

/** Binary age, never armored. */
export async function* encryptAge(
  plain: AsyncIterable<Uint8Array>,
  recipients: readonly string[],
): AsyncGenerator<Uint8Array> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  yield* chunksOf(await encrypter.encrypt(streamOf(plain)));
}

/**
 * Each chunk it yields is authentic, but only the end of the stream proves that nothing was cut off: callers release
 * nothing before it. Throws E403; faults of the source pass through unchanged.
 */
export async function* decryptAge(
  sealed: AsyncIterable<Uint8Array>,
  identities: readonly string[],
): AsyncGenerator<Uint8Array> {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  let source: BundleFault | null = null;
  const watched = (async function* () {
    try {
      yield* sealed;
    } catch (error) {
      if (error instanceof BundleFault) source = error;
      throw error;
    }
  })();
  const plain = await decrypter.decrypt(streamOf(watched)).catch((error: unknown) => {
    throw source ?? new BundleFault('E403', messageOf(error));
  });
  const chunks = chunksOf(plain);
  try {
    for (;;) {
      const next = await chunks.next().catch((error: unknown) => {
        throw source ?? new BundleFault('E403', messageOf(error));
      });
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    await chunks.return(undefined);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
