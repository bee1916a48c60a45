/** The random bytes of a line about people, drawn many at a time: asking the system for each line costs more than the line. */
import { randomFillSync } from 'node:crypto';

const SALT_BYTES = 8;
const DRAWN_BYTES = 4096;

/** 8 fresh random bytes in base64url at each call. */
export function saltMaker(): () => string {
  const drawn = Buffer.alloc(DRAWN_BYTES);
  let at = DRAWN_BYTES;
  return () => {
    if (at === DRAWN_BYTES) {
      randomFillSync(drawn);
      at = 0;
    }
    at += SALT_BYTES;
    return drawn.toString('base64url', at - SALT_BYTES, at);
  };
}
