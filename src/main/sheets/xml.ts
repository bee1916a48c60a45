/** XML parts, read in pieces of bytes. */
import { TextDecoder } from 'node:util';
import { refuseDamaged } from './limits.ts';
import { openScanner, type XmlEvents } from './xml-scanner.ts';

/** Tells the events piece by piece, and yields what is ready after each. */
export async function* stepXml<T>(
  pieces: AsyncIterable<Uint8Array>,
  events: XmlEvents,
  ready: () => T,
): AsyncGenerator<T> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const scanner = openScanner(events);
  for await (const piece of pieces) {
    scanner.write(decode(decoder, piece));
    yield ready();
  }
  scanner.write(decode(decoder));
  scanner.end();
  yield ready();
}

export async function readXml(pieces: AsyncIterable<Uint8Array>, events: XmlEvents): Promise<void> {
  const steps = stepXml(pieces, events, () => null);
  while ((await steps.next()).done !== true);
}

function decode(decoder: TextDecoder, piece?: Uint8Array): string {
  try {
    return piece === undefined ? decoder.decode() : decoder.decode(piece, { stream: true });
  } catch {
    return refuseDamaged();
  }
}
