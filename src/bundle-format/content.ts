// A few words sealed to somebody's keys, without a file around them: no signature, no sender, nothing but secrecy.
import { decryptAge, encryptAge } from './age.ts';
import { refusing, type Refusal } from './fault.ts';

/** A binary age file that any one of the recipients opens. */
export async function sealContent(content: Uint8Array, recipients: readonly string[]): Promise<Buffer> {
  return gather(encryptAge(once(content), recipients));
}

/** The content, or E403: not sealed to these identities, or changed since. */
export function openContent(
  sealed: Uint8Array,
  identities: readonly string[],
): Promise<{ readonly ok: true; readonly content: Buffer } | Refusal> {
  return refusing('', async () => ({
    ok: true,
    content: await gather(decryptAge(once(sealed), identities)),
  }));
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function gather(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of chunks) pieces.push(piece);
  return Buffer.concat(pieces);
}
