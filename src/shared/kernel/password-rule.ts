/** What a password must not be. Length is what protects a copied disk; the rest is against the first guesses. */
import type { Failure } from './failure.ts';

export const PASSWORD_MIN = 10;
type Weakness = Extract<Failure, { code: 'weak-password' }>['rule'];

/** Guessed first, whole or with digits behind. */
const KNOWN = [
  'password',
  'qwertyuiop',
  'administrator',
  'lamplight',
  'changliang',
  'jingwushi',
  'paichusuo',
  'woaizhongguo',
  'iloveyou',
];

/** @param known words an outsider knows: names, phones and code of this office. */
export function weaknessOf(password: string, known: readonly string[]): Weakness | null {
  const chars = [...password];
  if (chars.length < PASSWORD_MIN) return 'short';
  if (/^\p{Nd}+$/u.test(password)) return 'digits';
  if (new Set(chars).size < 5) return 'repeats';
  const plain = password.toLowerCase().replace(/[^\p{L}\p{Nd}]/gu, '');
  const bare = plain.replace(/\p{Nd}+$/u, '');
  const guessed = [...KNOWN, ...known.map((word) => word.toLowerCase().replace(/[^\p{L}\p{Nd}]/gu, ''))];
  return guessed.some((word) => word.length > 3 && (plain === word || bare === word)) ? 'known' : null;
}
