/** The printed recovery code: 160 random bits in Crockford base32, eight groups of four and a check group. */
import { hash, randomBytes } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SECRET_BYTES = 20;
const SECRET_CHARS = 32;
const GROUP = 4;

export interface RecoveryCode {
  readonly secret: Buffer;
  /** `XXXX-XXXX-…`, nine groups: what goes on paper. */
  readonly text: string;
}

export function makeRecoveryCode(): RecoveryCode {
  const secret = randomBytes(SECRET_BYTES);
  const chars = encode(secret) + checkOf(secret);
  return { secret, text: chars.match(/.{4}/g)?.join('-') ?? '' };
}

/** The secret of a code as somebody typed it, or null: a slip of the pen is told from a wrong code by the check group. */
export function readRecoveryCode(typed: string): Buffer | null {
  const chars = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    // Crockford: read O as 0, and I and L as 1.
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  if (chars.length !== SECRET_CHARS + GROUP || chars.includes('U')) return null;
  const secret = decode(chars.slice(0, SECRET_CHARS));
  return checkOf(secret) === chars.slice(SECRET_CHARS) ? secret : null;
}

function checkOf(secret: Buffer): string {
  return encode(
    hash('sha256', Buffer.concat([Buffer.from('lamplight-recovery-v1\n'), secret]), 'buffer'),
  ).slice(0, GROUP);
}

function encode(bytes: Buffer): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(held >> bits) & 31];
      held &= (1 << bits) - 1;
    }
  }
  return text;
}

function decode(chars: string): Buffer {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const char of chars) {
    held = (held << 5) | ALPHABET.indexOf(char);
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push(held >> bits);
      held &= (1 << bits) - 1;
    }
  }
  return Buffer.from(bytes);
}
