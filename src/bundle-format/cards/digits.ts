// The digits two officers compare over the table or the telephone before they trust a key.
import { hash, timingSafeEqual } from 'node:crypto';
import type { Enrolment } from './enrolment.ts';
import type { Keyset } from '#bundle-format/keyset.ts';

/**
 * 8 groups of 5 decimal digits, about 133 bits. SHA-512 over "jwb-digits-v1\n" and each key with LF, in the order
 * given; group i is bytes 5i…5i+4 as a big-endian number, modulo 100000.
 */
export function digitsOf(keys: readonly string[]): string[] {
  const digest = hash('sha512', `jwb-digits-v1\n${keys.map((key) => `${key}\n`).join('')}`, 'buffer');
  return Array.from({ length: 8 }, (_, i) => String(digest.readUIntBE(5 * i, 5) % 100_000).padStart(5, '0'));
}

/** Signing key first, then box key. */
export function digitsOfEnrolment(enrolment: Enrolment): string[] {
  return digitsOf([enrolment.sign, enrolment.box]);
}

/** The root key alone: it answers for everything else, in this version and in all later ones. */
export function digitsOfKeyset(keyset: Keyset): string[] {
  return digitsOf([keyset.root]);
}

/** Tolerates spaces, dashes and full-width digits as people type them; nothing else. */
export function matchDigits(expected: readonly string[], typed: string): boolean {
  const own = Buffer.from(expected.join(''));
  const theirs = Buffer.from(typed.normalize('NFKC').replace(/[\s\-‐-―−]/g, ''));
  return own.length > 0 && own.length === theirs.length && timingSafeEqual(own, theirs);
}
