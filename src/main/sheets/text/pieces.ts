/** The bytes of a file, piece by piece. */
import { createReadStream } from 'node:fs';

/** Small enough that the counter's calls are answered between two pieces. */
export const PIECE = 64 * 1024;

export function readPieces(path: string): AsyncIterable<Buffer> {
  return createReadStream(path, { highWaterMark: PIECE });
}
