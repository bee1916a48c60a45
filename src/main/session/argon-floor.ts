/**
 * The least a password costs whoever guesses it: 64 MiB and three passes, however slow the PC is. Kept apart so that tests,
 * which sign in hundreds of times, may lower it (tests/support/quick-passwords.ts); the vault's own tests run on this one.
 */
export const ARGON_FLOOR = { m: 64 * 1024, t: 3 } as const;
